import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const apiGatewayPreflight: CauseCase = {
  cause: 'api-gateway-preflight',
  title: 'Every call to an API Gateway with a default authorizer is blocked at the preflight',
  why: 'The default authorizer is applied to OPTIONS as well.',
  sources: ['aws/serverless-application-model#3505'],
  server: 'replayed',
  twin: {
    differs: 'The 401 has no x-amzn headers: another server answered.',
    cause: 'preflight-authentication',
  },
  fix: 'AddDefaultAuthorizerToCorsPreflight: false.',
  origins: { page: 'www.meters', api: 'd4e5f6.execute-api' },
  page: 'page:/',
  row: { at: 'api:/prod/meters', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(
        `return { get: await asked('${at('api', '/prod/meters')}', { headers: { Authorization: 'Bearer t' } }) };`,
      ),
    api(request, { variant }) {
      const amazon = { 'x-amzn-RequestId': '9a7e', 'x-amz-apigw-id': 'Lr2=' };
      if (variant === 'fix') {
        const cors = { ...amazon, 'Access-Control-Allow-Origin': '*' };
        return isPreflight(request) ? preflight(cors, 'GET', 'Authorization') : json(cors);
      }
      return variant === 'twin'
        ? json({ 'WWW-Authenticate': 'Bearer' }, 401, '{"message":"Unauthorized"}')
        : json({ ...amazon, 'x-amzn-ErrorType': 'UnauthorizedException' }, 401, '{"message":"Unauthorized"}');
    },
  },
};
