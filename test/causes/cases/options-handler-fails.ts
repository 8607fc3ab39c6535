import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const optionsHandlerFails: CauseCase = {
  cause: 'options-handler-fails',
  title: 'An edge function that sends CORS headers is blocked at the preflight',
  why: 'The function parses the empty body of OPTIONS and throws, so the platform answers 500 without CORS headers.',
  sources: [
    'supabase/supabase#16146',
    'supabase/edge-runtime#50',
    'supabase/supabase#8130',
    'supabase/supabase#36348',
  ],
  server: 'replayed',
  twin: {
    differs: 'The gateway answers 502, for every method: the function is not there at all.',
    cause: 'gateway-error',
  },
  fix: 'The function returns at once for OPTIONS.',
  origins: { page: 'site.lab', api: 'ref.functions' },
  page: 'page:/',
  row: { at: 'api:/functions/v1/hello', method: 'POST', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page: (_, { at }) =>
      pageWith(`await asked('${at('api', '/functions/v1/hello')}', { method: 'POST', body: '{"warm":true}' });
        return { status: await asked('${at('api', '/functions/v1/hello')}', { method: 'POST', body: '{"name":"p"}',
          headers: { 'Content-Type': 'application/json', Authorization: 'Bearer k', apikey: 'k', 'x-client-info': 'js/2' } }) };`),
    api({ method, body }, { variant }) {
      if (variant === 'twin') {
        return {
          status: 502,
          headers: { 'Content-Type': 'text/html', Server: 'cloudflare' },
          body: '<title>502 Bad Gateway</title>',
        };
      }
      const cors = {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'authorization, x-client-info, apikey, content-type',
      };
      if (variant === 'fix' && method === 'OPTIONS') return { headers: cors, body: 'ok' };
      try {
        JSON.parse(body);
      } catch {
        const own = { Server: 'cloudflare', 'X-Served-By': 'edge-runtime', 'Sb-Request-Id': '0197' };
        return json(own, 500, '{"msg":"event loop error"}');
      }
      return json(cors);
    },
  },
};
