import { comment, doubleQuoted, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry, policyHeaders } from '../policy-entries';
import type { Stack } from '../stack';

const line = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `${doubleQuoted(header)} => ${doubleQuoted(value)},`;

/** Removes headers that the application sends. */
const removal = (headers: readonly string[]) => headers.map((header) => line({ header, value: '' }));

/** lighttpd 1.4.46 or newer. Only a redirect answers a request without a file or an application, also with 204. */
export const lighttpd: Stack = {
  name: 'lighttpd',
  link: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_setenv',
  says: /^lighttpd\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const setHeaders = (...entries: readonly (string | null)[]) =>
      lines('setenv.set-response-header = (', indented(lines(...entries)), ')');
    // A list in a condition replaces the one around it.
    const headers = (origin: string, isPreflight: boolean) => {
      const set = isPreflight ? [...always, ...onPreflight] : always;
      const isSet = (name: string) => set.some(({ header }) => header === name);
      const [own, ...others] = policyHeaders;
      return setHeaders(
        line({ header: own, value: origin }),
        entryLines(set, '#', line),
        ...removal(others.filter((name) => !isSet(name))),
      );
    };
    const preflight = (origin: string) =>
      lines(
        comment('#', comments.preflight),
        '$HTTP["request-method"] == "OPTIONS" {',
        '  $REQUEST_HEADER["Access-Control-Request-Method"] =~ "." {',
        '    auth.require = ()',
        '    proxy.server = ()',
        '    fastcgi.server = ()',
        '    url.redirect = ("" => "/")',
        '    url.redirect-code = 204',
        indented(headers(origin, true), '    '),
        '  }',
        '}',
      );
    const block = (condition: string, origin: string) =>
      lines(
        condition,
        indented(headers(origin, false)),
        onPreflight.length > 0 && indented(preflight(origin)),
        '}',
      );
    // Any origin is allowed without a condition, so that a cache in front may keep one response for all requests.
    const forAnyOrigin = lines(
      comment('#', comments.anyOrigin),
      headers('*', false),
      onPreflight.length > 0 && preflight('*'),
    );
    const forOrigins = (allowed: readonly string[]) =>
      lines(
        comment('#', comments.vary),
        'setenv.add-response-header = ("Vary" => "Origin")',
        comment('#', comments.behind),
        setHeaders(...removal(policyHeaders)),
        comment('#', comments.errors, comments.origins, comments.others),
        ...allowed.map((origin) => block(`$REQUEST_HEADER["Origin"] == ${doubleQuoted(origin)} {`, origin)),
      );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.run('lighttpd -tt -f /etc/lighttpd/lighttpd.conf && systemctl restart lighttpd')),
      'server.modules += ("mod_setenv", "mod_auth", "mod_proxy", "mod_fastcgi", "mod_redirect")',
      origins === '*' ? forAnyOrigin : forOrigins(origins),
    );
    return [{ file: '/etc/lighttpd/conf-enabled/99-cors.conf', text }];
  },
};
