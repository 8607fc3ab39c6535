import { comment, doubleQuoted, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry, policyHeaders } from '../policy-entries';
import type { Stack } from '../stack';

/** HAProxy. */
export const haproxy: Stack = {
  name: 'HAProxy',
  link: 'https://docs.haproxy.org/3.0/configuration.html#4.2-http-after-response',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const set =
      (variable: string) =>
      ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
        `http-after-response set-header ${header} ${doubleQuoted(value)} if { var(txn.${variable}) -m found }`;
    const preflight = lines(
      comment('#', comments.preflight),
      'http-request set-var(txn.cors_preflight) bool(true) if METH_OPTIONS { var(txn.cors_origin) -m found } { req.hdr(Access-Control-Request-Method) -m found }',
      'http-request return status 204 if { var(txn.cors_preflight) -m bool }',
      entryLines(onPreflight, '#', set('cors_preflight')),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.run('haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy')),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      isAny
        ? 'http-request set-var(txn.cors_origin) str(*)'
        : `http-request set-var(txn.cors_origin) req.hdr(Origin) if { req.hdr(Origin) -m str -- ${origins.join(' ')} }`,
      comment('#', comments.behind),
      ...policyHeaders.map((name) => `http-after-response del-header ${name}`),
      comment('#', comments.errors),
      'http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)] if { var(txn.cors_origin) -m found }',
      entryLines(always, '#', set('cors_origin')),
      !isAny && comment('#', comments.vary),
      !isAny && 'http-after-response add-header Vary Origin',
      onPreflight.length > 0 && preflight,
    );
    return [{ file: 'frontend', text }];
  },
};
