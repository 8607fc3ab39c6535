import { json, pageWith } from '../answers';
import type { CauseCase } from '../case';

export const workerFromDataUrl: CauseCase = {
  cause: 'worker-from-data-url',
  title: 'Requests of an inlined worker come from origin null; the same call in the page works',
  why: 'The bundler made the worker from a data: URL. Such a worker has an opaque origin and sends Origin: null.',
  sources: ['vitejs/vite#17507', 'vitejs/vite#12002', 'janhq/jan#8131'],
  server: 'imitated',
  twin: {
    differs: 'The worker is made from a blob: URL; the API does not allow that path for its origin.',
    cause: null,
  },
  fix: "The worker is made from a blob: URL, which has the page's origin.",
  origins: { page: 'app.media', api: 'api.media' },
  page: 'page:/',
  row: { at: 'api:/clip?from=worker', outcome: 'blocked' },
  works: ({ worker }) => worker === 200,
  servers: {
    page: (_, { at, variant }) =>
      pageWith(`const code = "fetch('${at('api', '/clip?from=worker')}').then((r) => postMessage(r.status), (e) => postMessage(e.name))";
        const url = ${
          variant === 'broken'
            ? "'data:text/javascript;charset=utf-8,' + encodeURIComponent(code)"
            : "URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))"
        };
        const page = await asked('${at('api', '/clip?from=page')}');
        const worker = new Worker(url);
        return new Promise((resolve) => { worker.onmessage = ({ data }) => resolve({ page, worker: data }); });`),
    api({ headers, path }, { origin, variant }) {
      const isAllowed = headers.origin === origin('page') && !(variant === 'twin' && path.endsWith('worker'));
      return json({
        Vary: 'Origin',
        ...(isAllowed && { 'Access-Control-Allow-Origin': origin('page') }),
      });
    },
  },
};
