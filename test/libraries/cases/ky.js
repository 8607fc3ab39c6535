import ky from 'ky';
import { ready, tries } from '../page/tools.js';

/** Its answers and errors; it makes a Request of each call. */
export async function page() {
  await ready;
  const hooked = [];
  const client = ky.create({
    retry: 0,
    hooks: { beforeRequest: [(request) => hooked.push(`${request.method} ${request.url}`)] },
  });
  const call = (url, init) =>
    client(url, init).then(async (answer) => [answer.status, await answer.text()].join());
  return { seen: { ...(await tries(call)), hooked } };
}
