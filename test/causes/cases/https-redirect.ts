import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const httpsRedirect: CauseCase = {
  cause: 'https-redirect',
  title: 'Redirect is not allowed for a preflight request',
  why: 'The page calls the API by http:, and the server redirects every request to https:, OPTIONS too.',
  sources: ['dotnet/AspNetCore.Docs!24301', 'gbif/registry#94'],
  server: 'imitated',
  twin: {
    differs: 'The redirect leads to another path of the same origin.',
    cause: 'preflight-redirect',
  },
  fix: 'The server does not redirect OPTIONS.',
  origins: { page: 'www.species', api: 'registry.species-data' },
  page: 'page:/',
  row: { at: 'api:/records', method: 'POST', outcome: 'blocked' },
  works: ({ post }) => post === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`return { post: await asked('${at('api', '/records')}', { method: 'POST',
        headers: { 'Content-Type': 'application/json' }, body: '{}' }) };`),
    api(request, { variant, at }) {
      if (variant === 'fix') {
        return isPreflight(request)
          ? preflight(echoed(request), 'POST', 'content-type')
          : json(echoed(request));
      }
      const secure = at('api', '/records').replace('http:', 'https:');
      const headers = { Location: variant === 'twin' ? at('api', '/v2/records') : secure };
      return { status: 301, headers };
    },
  },
};
