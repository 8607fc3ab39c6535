import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const originWithPath: CauseCase = {
  cause: 'origin-with-path',
  title: 'The allowed origin is that of the page, and the browser says that it does not match',
  why: 'The configured origin ends with a slash.',
  sources: ['keycloak/keycloak#25522', 'metabase/metabase#75839', 'silverstripe/silverstripe-graphql#264'],
  server: 'imitated',
  twin: { differs: 'The header has another origin, without a slash.', cause: null },
  fix: 'The configuration has no slash.',
  origins: { page: 'app.reports', api: 'auth.reports-data' },
  page: 'page:/',
  row: { at: 'api:/token', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(
        `return { post: await asked('${at('api', '/token')}', { method: 'POST', body: new URLSearchParams('a=b') }) };`,
      ),
    api: (_, { variant, origin }) =>
      json({
        Vary: 'Origin',
        'Access-Control-Allow-Origin': {
          broken: `${origin('page')}/`,
          twin: 'https://reports.example',
          fix: origin('page'),
        }[variant],
      }),
  },
};
