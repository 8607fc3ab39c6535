import { fakeServer, fakeXhr } from 'nise';
import { api, ordinary, ready, xhr } from '../page/tools.js';

/** Sinon's fake XMLHttpRequest and its server. */
export async function page() {
  await ready;
  const own = XMLHttpRequest;
  const server = fakeServer.create({ respondImmediately: true });
  server.respondWith('GET', `${api}/mocked`, [201, { 'X-Answer': 'fake' }, 'mocked']);
  fakeXhr.FakeXMLHttpRequest.useFilters = true;
  fakeXhr.FakeXMLHttpRequest.addFilter((_, url) => url.includes('/open/'));
  const isReplaced = XMLHttpRequest !== own;
  const answers = [await xhr(`${api}/mocked`), await xhr(`${api}/unknown`), await xhr(`${api}/open/through`)];
  const asked = server.requests.map(({ method, url, status }) => ({ method, url, status }));
  server.restore();
  return { seen: { isReplaced, answers, asked, isBack: XMLHttpRequest === own, ordinary: await ordinary() } };
}
