import { fetch as polyfill } from 'whatwg-fetch';
import { ready, tries } from '../page/tools.js';

/** The polyfill's own fetch, over XMLHttpRequest, whether or not the browser has one. */
export async function page() {
  await ready;
  const call = (url, init) =>
    polyfill(url, init).then(async (answer) => [answer.status, await answer.text()].join());
  return { seen: await tries(call) };
}
