import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const originWildcardPattern: CauseCase = {
  cause: 'origin-wildcard-pattern',
  title: 'Every subdomain is allowed by a pattern, and all are blocked',
  why: 'The server sends the pattern (*.domain); CORS has no wildcard for subdomains.',
  sources: ['dotnet/aspnetcore#2745', 'may-day/wsgicors#2', 'dotnet/AspNetCore.Docs#36192'],
  server: 'imitated',
  twin: {
    differs: 'The header is *, and the call includes credentials.',
    cause: 'wildcard-with-credentials',
  },
  fix: 'The server matches the pattern and echoes the origin.',
  origins: { page: 'berlin.cinema', api: 'api.cinema-data' },
  page: 'page:/',
  row: { at: 'api:/shows', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { get: await asked('${at('api', '/shows')}', { credentials: 'include' }) };`),
    api: (_, { variant, origin }) =>
      json({
        Vary: 'Origin',
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Origin': {
          broken: origin('page').replace('berlin', '*'),
          twin: '*',
          fix: origin('page'),
        }[variant],
      }),
  },
};
