import { isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const sdkHeaderNotAllowed: CauseCase = {
  cause: 'sdk-header-not-allowed',
  title: 'The same call passes by fetch() and is blocked when the SDK makes it',
  why: 'The SDK adds a header of its own (x-mastra-client-type), which the gateway does not allow.',
  sources: ['mastra-ai/mastra#3339'],
  server: 'imitated',
  twin: { differs: "The header is the application's own, x-workspace; no SDK adds it.", cause: null },
  fix: 'The gateway allows the header.',
  origins: { page: 'studio.agents', api: 'llm.gateway' },
  page: 'page:/',
  row: { at: 'api:/v1/chat', method: 'POST', outcome: 'blocked' },
  works: ({ bySdk }) => bySdk === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`const url = '${at('api', '/v1/chat')}';
        const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer k' };
        const plain = await asked(url, { method: 'POST', headers, body: '{}' });
        const more = { '${variant === 'twin' ? 'x-workspace' : 'x-mastra-client-type'}': 'js' };
        return { plain, bySdk: await asked(url, { method: 'POST', headers: { ...headers, ...more }, body: '{}' }) };`),
    api(request, { variant, origin }) {
      const cors = { 'Access-Control-Allow-Origin': origin('page'), Vary: 'Origin' };
      const names = `authorization, content-type${variant === 'fix' ? ', x-mastra-client-type' : ''}`;
      return isPreflight(request) ? preflight(cors, 'POST', names) : json(cors);
    },
  },
};
