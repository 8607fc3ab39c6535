import { comment, doubleQuoted, escapedPattern, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry, policyHeaders } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) => `${header} ${doubleQuoted(value)}`;

/** Caddy, as a server or as a proxy. */
export const caddy: Stack = {
  name: 'Caddy',
  link: 'https://caddyserver.com/docs/caddyfile/directives/header',
  says: /^caddy\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    // Any origin is allowed without a condition, so that a cache in front may keep one response for all requests.
    const pattern = isAny ? null : `^(${origins.map(escapedPattern).join('|')})$`;
    const preflight = lines(
      comment('#', comments.preflight),
      '@cors_preflight {',
      '  method OPTIONS',
      pattern !== null && `  header_regexp Origin ${pattern}`,
      '  header Access-Control-Request-Method *',
      '}',
      'header @cors_preflight {',
      indented(entryLines(onPreflight, '#', set) ?? ''),
      '}',
      'respond @cors_preflight 204',
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.run('caddy validate && caddy reload')),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      pattern !== null && `@cors_page header_regexp cors_page Origin ${pattern}`,
      !isAny && comment('#', comments.vary),
      !isAny && 'header +Vary Origin',
      comment('#', comments.errors),
      isAny ? 'header {' : 'header @cors_page {',
      `  Access-Control-Allow-Origin ${isAny ? '*' : '{re.cors_page.1}'}`,
      indented(entryLines(always, '#', set) ?? ''),
      '}',
      onPreflight.length > 0 && preflight,
      comment('#', comments.behind),
      ...policyHeaders.map((name) => `#   header_down -${name}`),
    );
    return [{ file: 'Caddyfile', text: text.replace(/\n\n/g, '\n') }];
  },
};
