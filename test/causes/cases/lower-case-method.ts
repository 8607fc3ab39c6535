import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const lowerCaseMethod: CauseCase = {
  cause: 'lower-case-method',
  title: 'PATCH is allowed by the server, and the method is not allowed',
  why: "The page writes 'patch', which browsers do not change to upper case.",
  sources: ['axios/axios#26', 'JakeChampion/fetch#254', 'whatwg/fetch#50'],
  server: 'imitated',
  twin: { differs: 'The page writes PATCH, and the server does not allow it.', cause: null },
  fix: "The page writes 'PATCH'.",
  origins: { page: 'app.notes', api: 'api.notes-data' },
  page: 'page:/',
  row: { at: 'api:/notes/1', outcome: 'blocked' },
  works: ({ patch }) => patch === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(
        `return { patch: await asked('${at('api', '/notes/1')}', { method: '${variant === 'broken' ? 'patch' : 'PATCH'}', body: 'x' }) };`,
      ),
    api(request, { variant }) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      return isPreflight(request)
        ? preflight(cors, variant === 'twin' ? 'GET, PUT' : 'GET, PUT, PATCH', '')
        : json(cors);
    },
  },
};
