import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const cloudFunctionInvoker: CauseCase = {
  cause: 'cloud-function-invoker',
  title: 'A callable function fails with CORS after it was deployed again',
  why: 'The platform answers 403 before the function runs, because not everybody may invoke it (allUsers is missing).',
  sources: [
    'firebase/firebase-tools#2086',
    'firebase/firebase-functions#645',
    'firebase/firebase-functions-python#193',
  ],
  server: 'replayed',
  twin: {
    differs: "The 403 is not the platform's: no Server: Google Frontend.",
    cause: 'preflight-authentication',
  },
  fix: 'allUsers has the role Cloud Functions Invoker.',
  origins: { page: 'www.bookings', api: 'us-central1-book.functions-run' },
  page: 'page:/',
  row: { at: 'api:/reserve', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { post: await asked('${at('api', '/reserve')}', { method: 'POST',
        headers: { 'Content-Type': 'application/json' }, body: '{"data":{}}' }) };`),
    api(request, { variant, origin }) {
      const server = { Server: 'Google Frontend', 'X-Cloud-Trace-Context': '0af7' };
      if (variant === 'fix') {
        const cors = { ...server, 'Access-Control-Allow-Origin': origin('page'), Vary: 'Origin' };
        return isPreflight(request) ? preflight(cors, 'POST', 'content-type') : json(cors);
      }
      return {
        status: 403,
        headers: { 'Content-Type': 'text/html; charset=UTF-8', ...(variant === 'broken' && server) },
        body: '<html><head><title>403 Forbidden</title></head><body><h1>Error: Forbidden</h1></body></html>',
      };
    },
  },
};
