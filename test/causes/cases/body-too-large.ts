import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const bodyTooLarge: CauseCase = {
  cause: 'body-too-large',
  title: 'Uploads of large files fail with CORS, small ones work',
  why: 'The proxy answers 413 by itself (client_max_body_size); the application is not asked.',
  sources: [
    'fruitcake/laravel-cors#306',
    'parse-community/parse-server#6345',
    'jaydenseric/graphql-upload#165',
    'department-of-veterans-affairs/va.gov-team#15687',
  ],
  server: 'imitated',
  twin: {
    differs: 'The status is 422 and the body JSON: the application answered.',
    cause: 'error-without-cors',
  },
  fix: 'The limit is higher.',
  origins: { page: 'www.albums', api: 'upload.albums-data' },
  page: 'page:/',
  row: { at: 'api:/photos', method: 'POST', outcome: 'blocked' },
  works: ({ large }) => large === 201,
  servers: {
    page: (_, { at }) =>
      pageWith(`const send = (size) => {
          const form = new FormData();
          form.append('photo', new Blob([new Uint8Array(size)]), 'photo.jpg');
          return asked('${at('api', '/photos')}', { method: 'POST', body: form });
        };
        return { small: await send(100), large: await send(200000) };`),
    api({ body }, { variant }) {
      const cors = { 'Access-Control-Allow-Origin': '*', Server: 'nginx' };
      if (body.length < 1000 || variant === 'fix') return json(cors, 201);
      if (variant === 'twin') return json({ Server: 'nginx', 'X-Powered-By': 'PHP/8.3' }, 422);
      return {
        status: 413,
        headers: { Server: 'nginx', 'Content-Type': 'text/html' },
        body: '<html><head><title>413 Request Entity Too Large</title></head></html>',
      };
    },
  },
};
