import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const credentialsTwice: CauseCase = {
  cause: 'credentials-twice',
  title: "Access-Control-Allow-Credentials is 'true, true', which must be 'true'",
  why: 'Two parts of the server add the header.',
  sources: ['ohmage/server#514'],
  server: 'imitated',
  twin: { differs: "There is one line, and it is 'True'.", cause: 'credentials-case' },
  fix: 'Only one part adds it.',
  origins: { page: 'app.surveys', api: 'api.surveys-data' },
  page: 'page:/',
  row: { at: 'api:/me', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { get: await asked('${at('api', '/me')}', { credentials: 'include' }) };`),
    api: (_, { variant, origin }) =>
      json({
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin('page'),
        'Access-Control-Allow-Credentials': { broken: ['true', 'true'], twin: 'True', fix: 'true' }[variant],
      }),
  },
};
