import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const preflightAuthentication: CauseCase = {
  cause: 'preflight-authentication',
  title: 'A call with a token works with curl and fails in the browser',
  why: 'The authentication middleware answers OPTIONS, which never has credentials, with 401 before CORS runs.',
  sources: [
    'corydolphin/flask-cors#170',
    'kdeps/kdeps#468',
    'NousResearch/hermes-agent!59189',
    'http4s/http4s#1039',
  ],
  server: 'imitated',
  twin: { differs: 'The preflight passes; the call itself gets a 401 with CORS headers.', cause: null },
  fix: 'CORS runs before authentication.',
  origins: { page: 'admin.orders', api: 'api.orders-data' },
  page: 'page:/',
  row: { at: 'api:/orders/7', method: 'PUT', outcome: 'blocked' },
  works: ({ put }) => put === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const health = await asked('${at('api', '/health')}');
        return { health, put: await asked('${at('api', '/orders/7')}', { method: 'PUT',
          headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' }, body: '{}' }) };`),
    api(request, { variant }) {
      const unauthorized = { 'WWW-Authenticate': 'Bearer realm="orders"' };
      if (request.path === '/health') return json(echoed(request));
      if (variant === 'broken') return json(unauthorized, 401);
      if (isPreflight(request)) return preflight(echoed(request), 'GET, PUT', 'authorization, content-type');
      return variant === 'twin' ? json({ ...echoed(request), ...unauthorized }, 401) : json(echoed(request));
    },
  },
};
