import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const botChallenge: CauseCase = {
  cause: 'bot-challenge',
  title: 'Some users get a CORS error on every call to the API',
  why: 'The firewall answers with a challenge page, which a fetch() cannot solve and which has no CORS headers.',
  sources: [
    'cloudflare/cloudflare-docs!11753',
    'cloudflare/cloudflare-docs!7919',
    'cloudflare/cloudflare-docs!25686',
  ],
  server: 'replayed',
  twin: {
    differs: 'The 403 is JSON without cf-mitigated: it came from the application through the same proxy.',
    cause: 'error-without-cors',
  },
  fix: 'A rule skips the challenge for the API.',
  origins: { page: 'www.flights', api: 'api.flights-data' },
  page: 'page:/',
  row: { at: 'api:/fares', outcome: 'blocked' },
  works: ({ fares }) => fares === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`const version = await asked('${at('api', '/version')}');
        return { version, fares: await asked('${at('api', '/fares')}') };`),
    api({ path }, { variant }) {
      const server = { Server: 'cloudflare', 'CF-RAY': '8a1b2c3d4e5f-FRA' };
      const cors = { ...server, 'Access-Control-Allow-Origin': '*' };
      if (path === '/version' || variant === 'fix') return json(cors);
      if (variant === 'twin') return json(server, 403, '{"error":"plan"}');
      return {
        status: 403,
        headers: {
          ...server,
          'Content-Type': 'text/html; charset=UTF-8',
          'cf-mitigated': 'challenge',
          'Cache-Control': 'private, max-age=0, no-store',
          'X-Frame-Options': 'SAMEORIGIN',
        },
        body: '<!DOCTYPE html><title>Just a moment...</title>',
      };
    },
  },
};
