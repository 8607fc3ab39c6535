import { Headers, fetch as ponyfill, Response } from 'cross-fetch/dist/browser-ponyfill.js';
import { api, ready, tries } from '../page/tools.js';

/** The ponyfill's fetch, over XMLHttpRequest, which takes a global object of its own. */
export async function page() {
  await ready;
  const call = (url, init) =>
    ponyfill(url, init).then(async (answer) => [answer.status, await answer.text()].join());
  const answer = await ponyfill(`${api}/open/c`, { headers: new Headers({ 'X-C': 'c' }) });
  const kinds = [answer instanceof Response, answer.headers.get('x-answer')];
  return { seen: { ...(await tries(call)), kinds } };
}
