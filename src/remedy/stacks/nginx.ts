import { comment, doubleQuoted, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry, policyHeaders } from '../policy-entries';
import type { Stack } from '../stack';

/** The variables that hold the values of headers, which are empty where a header is not to be sent. */
const variables: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': '$cors_credentials',
  'Access-Control-Expose-Headers': '$cors_exposed',
  'Access-Control-Allow-Methods': '$cors_methods',
  'Access-Control-Allow-Headers': '$cors_headers',
  'Access-Control-Max-Age': '$cors_max_age',
};

const add = ({ header }: Pick<PolicyEntry, 'header'>) => `add_header ${header} ${variables[header]} always;`;

/** nginx, as a server or as a proxy. */
export const nginx: Stack = {
  name: 'nginx',
  link: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html',
  says: /^nginx\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const map = (from: string, to: string, cases: readonly (readonly [string, string])[]) =>
      lines(
        `map ${from} ${to} {`,
        ...cases.map(([value, result]) => `  ${value} ${doubleQuoted(result)};`),
        '}',
      );
    const ifAllowed = ({ header, value }: PolicyEntry) =>
      map('$cors_origin', variables[header] ?? '', [
        ['""', ''],
        ['default', value],
      ]);
    const ifPreflight = ({ header, value }: PolicyEntry) =>
      map('$cors_preflight', variables[header] ?? '', [
        ['0', ''],
        ['default', value],
      ]);
    const maps = lines(
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      map(
        '$http_origin',
        '$cors_origin',
        isAny
          ? [['default', '*']]
          : [['default', ''], ...origins.map((origin) => [doubleQuoted(origin), origin] as const)],
      ),
      entryLines(always, '#', ifAllowed),
      onPreflight.length > 0 && comment('#', comments.preflight),
      onPreflight.length > 0 &&
        map('"$cors_origin $request_method $http_access_control_request_method"', '$cors_preflight', [
          ['"~^[^ ]+ OPTIONS [^ ]"', '1'],
          ['default', '0'],
        ]),
      entryLines(onPreflight, '#', ifPreflight),
    );
    const server = lines(
      comment('#', comments.errors),
      'add_header Access-Control-Allow-Origin $cors_origin always;',
      ...always.map(add),
      ...onPreflight.map(add),
      !isAny && comment('#', comments.vary),
      !isAny && 'add_header Vary Origin always;',
      comment('#', comments.behind),
      ...policyHeaders.map((name) => `proxy_hide_header ${name};`),
      onPreflight.length > 0 && comment('#', comments.preflight),
      onPreflight.length > 0 && 'if ($cors_preflight) { return 204; }',
    );
    return [
      {
        file: '/etc/nginx/conf.d/cors-policy.conf',
        text: lines(
          comment('#', comments.replaces),
          comment('#', comments.run('nginx -t && nginx -s reload')),
          maps,
        ),
      },
      { file: 'server { … }', text: lines(comment('#', comments.place), indented(server, '')) },
    ];
  },
};
