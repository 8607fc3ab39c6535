import { comment, doubleQuoted, escapedPattern, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry, policyHeaders } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `set resp.http.${header} = ${doubleQuoted(value)};`;

/** Varnish. It adds the headers when it delivers a response, so that its cache keeps one for all origins. */
export const varnish: Stack = {
  name: 'Varnish',
  link: 'https://varnish-cache.org/docs/7.7/users-guide/vcl-built-in-subs.html',
  says: /\bvarnish\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const isAllowed = isAny ? null : `req.http.Origin ~ "^(${origins.map(escapedPattern).join('|')})$"`;
    const isPreflight = 'req.method == "OPTIONS" && req.http.Access-Control-Request-Method';
    const recv = lines(
      'sub vcl_recv {',
      indented(comment('#', comments.preflight)),
      `  if (${[isPreflight, isAllowed].filter(Boolean).join(' && ')}) { return (synth(204)); }`,
      '}',
    );
    const preflight = lines(`if (${isPreflight}) {`, indented(entryLines(onPreflight, '#', set) ?? ''), '}');
    const headers = lines(
      `set resp.http.Access-Control-Allow-Origin = ${isAny ? '"*"' : 'req.http.Origin'};`,
      entryLines(always, '#', set),
      onPreflight.length > 0 && preflight,
    );
    // Any origin is allowed without a condition, so that a cache in front may keep one response for all requests.
    const allowed = lines(
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      isAllowed === null ? headers : lines(`if (${isAllowed}) {`, indented(headers), '}'),
    );
    const vary = lines(
      comment('#', comments.vary),
      'if (resp.http.Vary) { set resp.http.Vary = resp.http.Vary + ", Origin"; }',
      'else { set resp.http.Vary = "Origin"; }',
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.run('varnishreload')),
      onPreflight.length > 0 && recv,
      'sub cors_policy {',
      indented(comment('#', comments.behind)),
      ...policyHeaders.map((name) => `  unset resp.http.${name};`),
      indented(allowed),
      !isAny && indented(vary),
      '}',
      'sub vcl_deliver { call cors_policy; }',
      comment('#', comments.errors),
      'sub vcl_synth { call cors_policy; }',
    );
    return [{ file: 'default.vcl', text }];
  },
};
