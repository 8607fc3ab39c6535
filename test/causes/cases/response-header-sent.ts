import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const responseHeaderSent: CauseCase = {
  cause: 'response-header-sent',
  title: 'Request header field access-control-allow-origin is not allowed',
  why: 'The page sends the response header as a request header, which makes the request preflighted.',
  sources: ['bepsvpt/secure-headers#89', 'axios/axios#895'],
  server: 'imitated',
  twin: { differs: 'The header is another one, x-page.', cause: null },
  fix: 'The page does not send it.',
  origins: { page: 'www.lessons', api: 'api.lessons-data' },
  page: 'page:/',
  row: { at: 'api:/lessons', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page(_, { at, variant }) {
      const headers = {
        broken: "{ 'Access-Control-Allow-Origin': '*' }",
        twin: "{ 'X-Page': '1' }",
        fix: '{}',
      }[variant];
      return pageWith(`return { get: await asked('${at('api', '/lessons')}', { headers: ${headers} }) };`);
    },
    api(request) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      return isPreflight(request) ? preflight(cors, 'GET', 'content-type') : json(cors);
    },
  },
};
