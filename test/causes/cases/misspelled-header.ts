import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const misspelledHeader: CauseCase = {
  cause: 'misspelled-header',
  title: 'The header is exposed, and script still cannot read it',
  why: 'The server writes Access-Control-Expose-Header, without the s.',
  sources: ['axios/axios#71'],
  server: 'imitated',
  twin: { differs: 'There is no such header at all.', cause: 'header-not-exposed' },
  fix: 'The name is right.',
  origins: { page: 'admin.goods', api: 'api.goods-data' },
  page: 'page:/',
  row: { at: 'api:/goods', outcome: 'allowed' },
  works: ({ total }) => total === '7',
  servers: {
    page: (_, { at }) =>
      pageWith(`const response = await fetch('${at('api', '/goods')}');
        return { total: response.headers.get('X-Total-Count') };`),
    api: (_, { variant }) =>
      json({
        'Access-Control-Allow-Origin': '*',
        'X-Total-Count': '7',
        ...(variant === 'broken' && { 'Access-Control-Expose-Header': 'X-Total-Count' }),
        ...(variant === 'fix' && { 'Access-Control-Expose-Headers': 'X-Total-Count' }),
      }),
  },
};
