import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const noCorsAsCure: CauseCase = {
  cause: 'no-cors-as-cure',
  title: 'The CORS error is gone, and the data are empty',
  why: "mode: 'no-cors' makes the response opaque and drops the Authorization header.",
  sources: ['marmelab/react-admin#5948', 'elbywan/wretch#66', 'prymitive/karma!1161'],
  server: 'imitated',
  twin: { differs: 'The call reports a visit and needs no response: an image, no headers.', cause: null },
  fix: 'The server has CORS headers, and the page uses cors.',
  origins: { page: 'admin.posts', api: 'api.posts-data' },
  page: 'page:/',
  row: { at: 'api:/posts', outcome: 'opaque' },
  works: ({ status }) => status === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(
        variant === 'twin'
          ? `return { status: await asked('${at('api', '/visit.gif')}', { mode: 'no-cors' }) };`
          : `const response = await fetch('${at('api', '/posts')}', {
              ${variant === 'broken' ? "mode: 'no-cors'," : ''} headers: { Authorization: 'Bearer t', Accept: 'application/json' } });
            const text = await response.text();
            return { status: response.status, text };`,
      ),
    api({ path, method }, { variant }) {
      if (path === '/visit.gif') return { headers: { 'Content-Type': 'image/gif' }, body: 'GIF89a' };
      const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };
      if (method === 'OPTIONS') return { status: 204, headers: cors };
      return json(variant === 'fix' ? cors : {}, 200, '[{"id":1}]');
    },
  },
};
