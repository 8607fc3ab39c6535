import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const apiGatewayError: CauseCase = {
  cause: 'api-gateway-error',
  title: 'An expired token shows as a CORS error on API Gateway',
  why: "The gateway's own responses (authorizer, 4xx, 5xx) have no CORS headers by default.",
  sources: [
    'aws-amplify/amplify-cli#5183',
    'serverless/serverless#4994',
    'amazon-archives/realworld-serverless-application!11',
  ],
  server: 'replayed',
  twin: { differs: "The 403 is the application's own: no x-amzn headers.", cause: 'error-without-cors' },
  fix: 'GatewayResponse DEFAULT_4XX has the header.',
  origins: { page: 'www.parcels', api: 'a1b2c3.execute-api' },
  page: 'page:/',
  row: { at: 'api:/prod/parcels', outcome: 'blocked' },
  works: ({ get }) => get === 403,
  servers: {
    page: (_, { at }) =>
      pageWith(`const open = await asked('${at('api', '/prod/open')}');
        return { open, get: await asked('${at('api', '/prod/parcels')}', { headers: { Authorization: 'expired' } }) };`),
    api(request, { variant }) {
      const amazon = { 'x-amzn-RequestId': '3f1c', 'x-amz-apigw-id': 'Kq1=' };
      const cors = { 'Access-Control-Allow-Origin': '*' };
      if (isPreflight(request)) return preflight({ ...amazon, ...cors }, 'GET,OPTIONS', 'Authorization');
      if (request.path === '/prod/open') return json({ ...amazon, ...cors });
      if (variant === 'twin') return json({ Vary: echoed(request).Vary ?? '' }, 403);
      const own = { ...amazon, 'x-amzn-ErrorType': 'ForbiddenException', ...(variant === 'fix' && cors) };
      return json(own, 403, '{"message":"Forbidden"}');
    },
  },
};
