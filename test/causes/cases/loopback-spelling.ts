import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const loopbackSpelling: CauseCase = {
  cause: 'loopback-spelling',
  title: 'The page works at 127.0.0.1 and is blocked at localhost',
  why: 'These are two origins, and the server allows one of them.',
  sources: ['microsoft/Web-Dev-For-Beginners#89', 'laravel/framework#54291'],
  server: 'imitated',
  twin: { differs: 'The allowed origin differs in its port.', cause: null },
  fix: 'The server allows localhost.',
  origins: {
    page: 'localhost',
    number: '127.0.0.1',
    api: { host: '127.0.0.1', port: 1 },
    other: { host: 'localhost', port: 1 },
  },
  page: 'page:/',
  row: { at: 'api:/todos', outcome: 'blocked' },
  works: ({ get }) => get === 200,
  servers: {
    page: (_, { at }) => pageWith(`return { get: await asked('${at('api', '/todos')}') };`),
    api: (_, { variant, origin }) =>
      json({
        'Access-Control-Allow-Origin': origin({ broken: 'number', twin: 'other', fix: 'page' }[variant]),
      }),
    number: () => ({}),
    other: () => ({}),
  },
};
