import { page } from '../answers';
import type { CauseCase, Variant } from '../case';

/** The service worker: it answers requests for photos with the value of this expression. */
const worker = (photo: string) => `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
const cached = async (url, request) => {
  const cache = await caches.open('photos');
  const known = await cache.match(url);
  if (known) return known;
  const response = await fetch(request);
  await cache.put(url, response.clone());
  return response;
};
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.url.includes('/photo')) event.respondWith(${photo});
});`;

const photos: Readonly<Record<Variant, string>> = {
  broken: 'cached(request.url, request)',
  twin: 'fetch(request)',
  fix: "cached(request.url, new Request(request.url, { mode: 'cors' }))",
};

export const serviceWorkerCachedOpaque: CauseCase = {
  cause: 'service-worker-cached-opaque',
  title: 'With the service worker, fetch() of a picture that is already on the page fails',
  why: 'The service worker has cached the opaque response that the <img> got, and answers the CORS request of fetch() with it.',
  sources: ['whatwg/whatwg.org#253', 'GoogleChrome/workbox#2632'],
  server: 'imitated',
  twin: {
    differs: 'The service worker caches nothing, and the server sends no CORS headers.',
    cause: 'route-without-cors',
  },
  fix: 'The service worker requests what it caches in mode cors.',
  origins: { page: 'photos.album', cdn: 'img.album-data' },
  page: 'page:/',
  row: { at: 'cdn:/photo.svg', outcome: 'unknown' },
  works: ({ get }) => get === 200,
  servers: {
    page({ path }, { variant, at }) {
      if (path === '/sw.js')
        return { headers: { 'Content-Type': 'text/javascript' }, body: worker(photos[variant]) };
      return page(
        `(async () => {
          await navigator.serviceWorker.register('/sw.js');
          await navigator.serviceWorker.ready;
          if (!navigator.serviceWorker.controller)
            await new Promise((go) => navigator.serviceWorker.addEventListener('controllerchange', go));
          const image = new Image();
          image.src = '${at('cdn', '/photo.svg')}';
          document.body.append(image);
          await image.decode().catch(() => {});
          const get = await fetch(image.src).then((r) => r.text().then(() => r.status), (e) => e.name);
          window.result = { get };
        })();`,
        { body: '<p>album</p>' },
      );
    },
    cdn: (_, { variant }) => ({
      headers: {
        'Content-Type': 'image/svg+xml',
        'Cache-Control': 'no-store',
        ...(variant !== 'twin' && { 'Access-Control-Allow-Origin': '*' }),
      },
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    }),
  },
};
