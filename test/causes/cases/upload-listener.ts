import { json, page } from '../answers';
import type { CauseCase } from '../case';

export const uploadListener: CauseCase = {
  cause: 'upload-listener',
  title: 'A form upload is suddenly preflighted',
  why: 'The XMLHttpRequest has a listener at xhr.upload.',
  sources: ['spenibus/cors-everywhere-firefox-addon#11'],
  server: 'imitated',
  twin: {
    differs: 'There is no such listener; the call has a header that needs a preflight.',
    cause: 'no-options-route',
  },
  fix: 'The page has no such listener.',
  origins: { page: 'www.videos', api: 'upload.videos-data' },
  page: 'page:/',
  row: { at: 'api:/upload', method: 'POST', outcome: 'blocked' },
  works: ({ status }) => status === 200,
  servers: {
    page: (_, { at, variant }) =>
      page(`const xhr = new XMLHttpRequest();
        xhr.open('POST', '${at('api', '/upload')}');
        ${variant === 'broken' ? 'xhr.upload.onprogress = () => {};' : ''}
        ${variant === 'twin' ? "xhr.setRequestHeader('X-Upload', '1');" : ''}
        xhr.onloadend = () => { window.result = { status: xhr.status }; };
        const form = new FormData();
        form.append('a', 'b');
        xhr.send(form);`),
    api({ method }) {
      if (method === 'OPTIONS') return json({ Allow: 'POST' }, 405);
      return json({ 'Access-Control-Allow-Origin': '*' });
    },
  },
};
