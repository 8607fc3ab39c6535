import { comment, doubleQuoted, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'allow_credentials',
  'Access-Control-Expose-Headers': 'expose_headers',
  'Access-Control-Allow-Methods': 'allow_methods',
  'Access-Control-Allow-Headers': 'allow_headers',
  'Access-Control-Max-Age': 'max_age',
};

const option = ({ header, value }: PolicyEntry) =>
  `${names[header]}: ${value === 'true' ? value : doubleQuoted(value)}`;

/** Envoy. */
export const envoy: Stack = {
  name: 'Envoy',
  link: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter',
  says: /^envoy$/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const matches = isAny
      ? '- safe_regex:\n    regex: ".*"'
      : origins.map((origin) => `- exact: ${doubleQuoted(origin)}`).join('\n');
    const options = lines(
      '"@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy',
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `allow_origin_string_match:\n${indented(matches)}`,
      entryLines(always, '#', option),
      entryLines(onPreflight, '#', option),
    );
    return [
      {
        file: 'http_filters',
        text: lines(
          comment('#', comments.preflight),
          '- name: envoy.filters.http.cors',
          '  typed_config:',
          '    "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors',
        ),
      },
      {
        file: 'virtual_hosts',
        text: lines(
          comment('#', comments.place, comments.replaces, comments.errors, comments.restart),
          'typed_per_filter_config:',
          '  envoy.filters.http.cors:',
          indented(options, '    '),
        ),
      },
    ];
  },
};
