import request from 'superagent';
import { ready, tries } from '../page/tools.js';

/** Its answers and errors; it uses XMLHttpRequest. */
export async function page() {
  await ready;
  const call = (url, { method = 'GET', headers = {}, body }) =>
    request(method, url)
      .set(headers)
      .send(body)
      .then(({ status, text }) => ({ status, text }));
  return { seen: await tries(call) };
}
