import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const gatewayError: CauseCase = {
  cause: 'gateway-error',
  title: 'A slow search fails with CORS now and then',
  why: 'The gateway gives up and answers 504 by itself; the application, which sends the CORS headers, is not asked.',
  sources: ['openfoodfacts/openfoodfacts-infrastructure#672', 'aws/serverless-application-model#2498'],
  server: 'imitated',
  twin: {
    differs: 'The status is 500 and the body JSON: the application answered.',
    cause: 'error-without-cors',
  },
  fix: 'The gateway adds the header to its own errors.',
  origins: { page: 'www.foods', api: 'search.foods-data' },
  page: 'page:/',
  row: { at: 'api:/search?q=slow', outcome: 'blocked' },
  works: ({ slow }) => slow === 504,
  servers: {
    page: (_, { at }) =>
      pageWith(`const quick = await asked('${at('api', '/search?q=quick')}');
        return { quick, slow: await asked('${at('api', '/search?q=slow')}') };`),
    api({ path }, { variant }) {
      const app = { 'X-Powered-By': 'Express' };
      const cors = { 'Access-Control-Allow-Origin': '*' };
      if (path.endsWith('quick')) return json({ ...app, ...cors });
      if (variant === 'twin') return json(app, 500, '{"error":"timeout"}');
      return {
        status: 504,
        headers: { Server: 'awselb/2.0', 'Content-Type': 'text/html', ...(variant === 'fix' && cors) },
        body: '<html><head><title>504 Gateway Time-out</title></head></html>',
      };
    },
  },
};
