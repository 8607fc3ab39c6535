import { BatchInterceptor } from '@mswjs/interceptors';
import { FetchInterceptor } from '@mswjs/interceptors/fetch';
import { WebSocketInterceptor } from '@mswjs/interceptors/WebSocket';
import { XMLHttpRequestInterceptor } from '@mswjs/interceptors/XMLHttpRequest';
import { api, fetched, next, ordinary, ready, xhr } from '../page/tools.js';

/** Answers some calls of fetch, XMLHttpRequest and WebSocket in the page, and lets the others through. */
export async function page() {
  await ready;
  const told = [];
  const interceptor = new BatchInterceptor({
    name: 'case',
    interceptors: [new FetchInterceptor(), new XMLHttpRequestInterceptor()],
  });
  const sockets = new WebSocketInterceptor();
  interceptor.apply();
  sockets.apply();
  interceptor.on('request', ({ request, controller }) => {
    told.push(`request ${request.method} ${request.url} ${request.credentials}`);
    if (request.url.includes('/mocked')) controller.respondWith(new Response('mocked', { status: 201 }));
  });
  interceptor.on('response', ({ response, isMockedResponse }) =>
    told.push(`${response.status} ${isMockedResponse}`),
  );
  sockets.on('connection', ({ client, server }) => {
    server.connect();
    client.addEventListener('message', ({ data }) => told.push(`socket ${data}`));
  });
  const answers = [
    await fetched(`${api}/mocked`),
    await fetched(`${api}/open/fetch`, { method: 'POST', body: 'a' }),
    await fetched(`${api}/plain/fetch`, { headers: { 'X-A': 'a' } }),
    await xhr(`${api}/mocked`),
    await xhr(`${api}/open/xhr`, { method: 'POST', body: 'a' }),
    await xhr(`${api}/plain/xhr`, { headers: { 'X-A': 'a' } }),
  ];
  const socket = new WebSocket(`${api.replace('http', 'ws')}/socket`);
  await next(socket, 'open');
  socket.send('hello');
  const echoed = (await next(socket, 'message')).data;
  socket.close();
  interceptor.dispose();
  sockets.dispose();
  return { seen: { answers, told, echoed, ordinary: await ordinary() } };
}
