import wretch from 'wretch';
import { ready, tries } from '../page/tools.js';

/** Its answers and errors, which it takes from a middleware. */
export async function page() {
  await ready;
  const passed = [];
  const client = wretch().middlewares([
    (next) => (url, options) => {
      passed.push(`${options.method} ${url}`);
      return next(url, options);
    },
  ]);
  const call = (url, { method = 'GET', headers = {}, body }) =>
    client
      .url(url)
      .headers(headers)
      .fetch(method, '', body)
      .res(async (answer) => [answer.status, await answer.text()].join());
  return { seen: { ...(await tries(call)), passed } };
}
