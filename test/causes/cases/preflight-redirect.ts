import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const preflightRedirect: CauseCase = {
  cause: 'preflight-redirect',
  title: 'A call to an old address is blocked because its preflight is redirected',
  why: 'The server redirects OPTIONS of the old path, too.',
  sources: ['datagouv/data.gouv.fr#1359'],
  server: 'imitated',
  twin: { differs: 'The redirect only adds a slash.', cause: 'slash-redirect' },
  fix: 'The server answers OPTIONS of the old path with 204.',
  origins: { page: 'www.datasets', api: 'api.datasets-data' },
  page: 'page:/',
  row: { at: 'api:/datasets/old-name', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(
        `return { get: await asked('${at('api', '/datasets/old-name')}', { headers: { 'X-Fields': 'id' } }) };`,
      ),
    api(request, { variant }) {
      const cors = echoed(request);
      if (isPreflight(request) && (variant === 'fix' || request.path.endsWith('new-name'))) {
        return preflight(cors, 'GET', 'x-fields');
      }
      if (request.path.endsWith('old-name')) {
        const to = variant === 'twin' ? '/datasets/old-name/' : '/datasets/new-name';
        return { status: 308, headers: { ...cors, Location: to } };
      }
      return json(cors);
    },
  },
};
