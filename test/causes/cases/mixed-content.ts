import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const mixedContent: CauseCase = {
  cause: 'mixed-content',
  title: 'Once the page is on https, its calls fail without a response',
  why: 'The page of https requests http, which the browser does not send.',
  sources: ['fastapi/fastapi#4284'],
  server: 'imitated',
  twin: { differs: 'The API is called over https, and has no CORS headers.', cause: null },
  fix: 'The API is called over https.',
  origins: {
    page: 'www.orders.test',
    api: { host: 'api.orders-data.test', port: 1 },
    secure: 'api.orders-data.test',
  },
  isSecure: true,
  page: 'page:/',
  row: { at: 'api:/orders', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`return { get: await asked('${at(variant === 'broken' ? 'api' : 'secure', '/orders')}') };`),
    api: () => json({ 'Access-Control-Allow-Origin': '*' }),
    secure: (_, { variant }) => json(variant === 'fix' ? { 'Access-Control-Allow-Origin': '*' } : {}),
  },
};
