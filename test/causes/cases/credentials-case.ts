import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const credentialsCase: CauseCase = {
  cause: 'credentials-case',
  title: "Access-Control-Allow-Credentials is 'True', and the browser asks for 'true'",
  why: "The server's language writes a boolean with a capital.",
  sources: ['mrjoes/tornadio2#34', 'SuaveIO/suave!575', 'karlheyes/icecast-kh!436'],
  server: 'imitated',
  twin: { differs: 'The header is missing.', cause: null },
  fix: 'The literal true.',
  origins: { page: 'app.radio', api: 'api.radio-data' },
  page: 'page:/',
  row: { at: 'api:/stations', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { get: await asked('${at('api', '/stations')}', { credentials: 'include' }) };`),
    api: (_, { variant, origin }) =>
      json({
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin('page'),
        ...(variant !== 'twin' && {
          'Access-Control-Allow-Credentials': variant === 'fix' ? 'true' : 'True',
        }),
      }),
  },
};
