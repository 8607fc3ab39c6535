import { comment, indented, lines } from '../config-text';
import { entriesOf, entryLines } from '../policy-entries';
import type { Stack } from '../stack';
import { yamlList, yamlOption } from './yaml-lists';

const option = yamlOption({
  'Access-Control-Allow-Credentials': 'accessControlAllowCredentials',
  'Access-Control-Expose-Headers': 'accessControlExposeHeaders',
  'Access-Control-Allow-Methods': 'accessControlAllowMethods',
  'Access-Control-Allow-Headers': 'accessControlAllowHeaders',
  'Access-Control-Max-Age': 'accessControlMaxAge',
});

/** Traefik, by a middleware of its dynamic configuration. */
export const traefik: Stack = {
  name: 'Traefik',
  link: 'https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/headers/',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const options = lines(
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      yamlList('accessControlAllowOriginList', isAny ? ['*'] : origins),
      !isAny && lines(comment('#', comments.vary), 'addVaryHeader: true'),
      entryLines(always, '#', option),
      onPreflight.length > 0 && comment('#', comments.preflight),
      entryLines(onPreflight, '#', option),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.errors),
      'http:',
      '  middlewares:',
      '    cors-policy:',
      '      headers:',
      indented(options, '        '),
    );
    return [{ file: 'dynamic.yml', text }];
  },
};
