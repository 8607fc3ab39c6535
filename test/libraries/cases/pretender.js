import Pretender from 'pretender';
import { api, fetched, ordinary, ready, xhr } from '../page/tools.js';

/**
 * Replaces XMLHttpRequest and fetch, answers some calls, lets one through, and restores the browser's own
 * functions.
 */
export async function page() {
  await ready;
  const own = [XMLHttpRequest, fetch];
  const told = [];
  const server = new Pretender(function () {
    this.get(`${api}/mocked`, ({ requestHeaders }) => [
      201,
      {},
      `mocked ${requestHeaders['X-A'] ?? requestHeaders['x-a']}`,
    ]);
    this.post(`${api}/mocked`, ({ requestBody }) => [200, {}, `got ${requestBody}`]);
    this.get(`${api}/open/through`, this.passthrough);
  });
  for (const kind of ['handledRequest', 'passthroughRequest', 'unhandledRequest']) {
    server[kind] = (verb, path) => told.push([kind, verb, path]);
  }
  const isReplaced = [XMLHttpRequest !== own[0], fetch !== own[1]];
  const answers = [
    await xhr(`${api}/mocked`, { headers: { 'X-A': 'a' } }),
    await xhr(`${api}/mocked`, { method: 'POST', body: 'a body' }),
    await fetched(`${api}/mocked`),
    await xhr(`${api}/open/through`),
  ];
  server.shutdown();
  const isBack = [XMLHttpRequest === own[0], fetch === own[1]];
  return { seen: { isReplaced, answers, told, isBack, ordinary: await ordinary() } };
}
