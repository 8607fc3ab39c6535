import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const headerNotExposed: CauseCase = {
  cause: 'header-not-exposed',
  title: 'The pages of a list cannot be counted: X-Total-Count is null, and DevTools shows it',
  why: 'The header is not in Access-Control-Expose-Headers.',
  sources: ['axios/axios#895', 'axios/axios#2311', 'axios/axios#7142'],
  server: 'imitated',
  twin: { differs: 'The header is exposed; this response does not have it.', cause: null },
  fix: 'Access-Control-Expose-Headers: X-Total-Count, Link.',
  origins: { page: 'admin.users', api: 'api.users-data' },
  page: 'page:/',
  row: { at: 'api:/users', outcome: 'allowed' },
  works: ({ total }) => total === '90',
  servers: {
    page: (_, { at }) =>
      pageWith(`const response = await fetch('${at('api', '/users?page=1')}');
        return { total: response.headers.get('X-Total-Count') };`),
    api: (_, { variant, at }) =>
      json(
        {
          'Access-Control-Allow-Origin': '*',
          ...(variant !== 'twin' && {
            'X-Total-Count': '90',
            Link: `<${at('api', '/users?page=2')}>; rel="next"`,
          }),
          ...(variant !== 'broken' && { 'Access-Control-Expose-Headers': 'X-Total-Count, Link' }),
        },
        200,
        '[]',
      ),
  },
};
