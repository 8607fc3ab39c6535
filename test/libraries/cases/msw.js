import { HttpResponse, http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { api, fetched, ready, xhr } from '../page/tools.js';

/** A service worker that answers as handlers in the page decide, and lets other requests through. */
export async function page() {
  await ready;
  const told = [];
  const worker = setupWorker(
    http.get(`${api}/mocked`, ({ request }) => HttpResponse.json({ mocked: request.headers.get('x-a') })),
    http.post(`${api}/mocked`, async ({ request }) => HttpResponse.text(`got ${await request.text()}`)),
    http.get(`${api}/refused`, () => HttpResponse.error()),
    http.get(`${api}/open/through`, () => passthrough()),
  );
  for (const type of ['request:start', 'request:match', 'request:unhandled', 'response:mocked']) {
    worker.events.on(type, ({ request }) => told.push(`${type} ${request.method} ${request.url}`));
  }
  await worker.start({
    quiet: true,
    onUnhandledRequest: ({ url }) => told.push(`unhandled ${url}`),
    serviceWorker: { url: '/packages/msw/lib/mockServiceWorker.js', options: { scope: '/' } },
  });
  const answers = [
    await fetched(`${api}/mocked`, { headers: { 'X-A': 'a' } }),
    await fetched(`${api}/mocked`, { method: 'POST', body: 'a body' }),
    await fetched(`${api}/refused`),
    await fetched(`${api}/open/through`),
    await fetched(`${api}/plain/unhandled`, { headers: { 'X-A': 'a' } }),
    await fetched('/own', { method: 'DELETE' }),
    await xhr(`${api}/mocked`, { headers: { 'X-A': 'b' } }),
    await xhr(`${api}/open/unhandled`),
  ];
  worker.stop();
  return { seen: { answers, told } };
}
