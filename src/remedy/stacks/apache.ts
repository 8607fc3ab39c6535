import { comment, doubleQuoted, escapedPattern, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry, policyHeaders } from '../policy-entries';
import type { Stack } from '../stack';

/** Apache HTTP Server with mod_headers, mod_setenvif and mod_rewrite. */
export const apache: Stack = {
  name: 'Apache',
  link: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html',
  says: /^apache\b(?!-coyote)/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const set =
      (condition: string) =>
      ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
        `Header always set ${header} ${doubleQuoted(value)} env=${condition}`;
    // Any origin is allowed without a condition, so that a cache in front may keep one response for all requests.
    const allow = isAny
      ? 'SetEnvIf Request_Method . CORS_ORIGIN=*'
      : `SetEnvIf Origin ${doubleQuoted(`^(${origins.map(escapedPattern).join('|')})$`)} CORS_ORIGIN=$0`;
    const preflight = lines(
      comment('#', comments.preflight),
      'RewriteEngine On',
      'RewriteCond %{ENV:CORS_ORIGIN} .',
      'RewriteCond %{REQUEST_METHOD} =OPTIONS',
      'RewriteCond %{HTTP:Access-Control-Request-Method} .',
      'RewriteRule ^ - [R=204,L]',
      'SetEnvIf Access-Control-Request-Method . CORS_PREFLIGHT',
      'SetEnvIf CORS_ORIGIN ^$ !CORS_PREFLIGHT',
      entryLines(onPreflight, '#', set('CORS_PREFLIGHT')),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment(
        '#',
        comments.run('a2enmod headers rewrite setenvif && apachectl configtest && apachectl graceful'),
      ),
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      allow,
      comment('#', comments.behind),
      ...policyHeaders.map((name) => `Header onsuccess unset ${name}`),
      comment('#', comments.errors),
      'Header always set Access-Control-Allow-Origin "%{CORS_ORIGIN}e" env=CORS_ORIGIN',
      entryLines(always, '#', set('CORS_ORIGIN')),
      !isAny && comment('#', comments.vary),
      !isAny && 'Header always merge Vary Origin',
      onPreflight.length > 0 && preflight,
    );
    return [{ file: '<VirtualHost>', text }];
  },
};
