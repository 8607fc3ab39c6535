import { echoed, isPreflight, json, pageWith, preflight } from '../answers';
import type { CauseCase } from '../case';

export const localModelServerRefusesOrigin: CauseCase = {
  cause: 'local-model-server-refuses-origin',
  title: 'A chat page cannot reach the model server on the same machine',
  why: 'Ollama answers 403 without CORS headers to origins that are not in its list (OLLAMA_ORIGINS).',
  sources: [
    'ollama/ollama#13001',
    'ollama/ollama#4001',
    'PromptPasture/llama.ui#64',
    'mostlygeek/llama-swap#81',
  ],
  server: 'replayed',
  twin: {
    differs: 'The same refusal by an API that is no model server, on a host of the site.',
    cause: null,
  },
  fix: 'The server is started with OLLAMA_ORIGINS set to the page.',
  origins: {
    page: 'chat.models',
    model: { host: 'localhost', port: 1 },
    api: 'api.models',
  },
  recordedPorts: [8000, 11434],
  page: 'page:/',
  row: { at: 'model:/api/chat', method: 'POST', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`return { status: await asked('${variant === 'twin' ? at('api', '/v2/orders') : at('model', '/api/chat')}', {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"model":"small"}' }) };`),
    model(request, { variant }) {
      if (variant !== 'fix') return { status: 403 };
      return isPreflight(request)
        ? preflight(echoed(request), 'GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS', 'content-type')
        : json(echoed(request));
    },
    api: () => ({ status: 403 }),
  },
};
