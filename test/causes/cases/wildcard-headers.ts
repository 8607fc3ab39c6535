import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const wildcardHeaders: CauseCase = {
  cause: 'wildcard-headers',
  title: 'The server allows every header with *, and a header is not allowed',
  why: 'With credentials, * is a name and not a wildcard.',
  sources: ['balvin-perrie/Access-Control-Allow-Origin---Unblock#12'],
  server: 'imitated',
  twin: { differs: 'The allowed headers are listed, and this one is not among them.', cause: null },
  fix: 'The server lists the header.',
  origins: { page: 'app.crates', api: 'api.crates-data' },
  page: 'page:/',
  row: { at: 'api:/crates', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(
        `return { get: await asked('${at('api', '/crates')}', { credentials: 'include', headers: { 'X-Team': 'a' } }) };`,
      ),
    api(request, { variant, origin }) {
      const cors = {
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin('page'),
        'Access-Control-Allow-Credentials': 'true',
      };
      const names = { broken: '*', twin: 'content-type, x-request-id', fix: 'x-team' }[variant];
      return isPreflight(request) ? preflight(cors, 'GET', names) : json(cors);
    },
  },
};
