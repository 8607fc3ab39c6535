import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const errorWithoutCors: CauseCase = {
  cause: 'error-without-cors',
  title: 'There is a CORS error only when the server throws',
  why: 'The error page is made outside the CORS middleware, so a 500 has no CORS headers.',
  sources: ['dotnet/aspnetcore#2378', 'fruitcake/laravel-cors#562', 'pyeve/eve#577', 'expressjs/cors#126'],
  server: 'imitated',
  twin: { differs: 'No response of the host has CORS headers, not even one with 200.', cause: null },
  fix: 'The error handler keeps the CORS headers.',
  origins: { page: 'www.tickets', api: 'api.tickets-data' },
  page: 'page:/',
  row: { at: 'api:/tickets/broken', outcome: 'blocked' },
  works: ({ broken }) => broken === 500,
  servers: {
    page: (_, { at }) =>
      pageWith(`const list = await asked('${at('api', '/tickets')}');
        return { list, broken: await asked('${at('api', '/tickets/broken')}', { headers: { 'X-Client': 'web' } }) };`),
    api(request, { variant }) {
      const cors = variant === 'twin' && !isPreflight(request) ? {} : echoed(request);
      if (isPreflight(request)) return preflight(cors, 'GET', 'x-client');
      if (request.path === '/tickets') return json(cors);
      return json(variant === 'fix' ? cors : {}, 500, '{"error":"Server Error"}');
    },
  },
};
