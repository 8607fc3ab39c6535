import unfetch from 'unfetch/dist/unfetch.mjs';
import { api, ready, tries } from '../page/tools.js';

/** Its answers, over XMLHttpRequest. */
export async function page() {
  await ready;
  const call = (url, init) =>
    unfetch(url, init).then(
      async (answer) => [answer.status, await answer.text()].join(),
      (event) => `rejected with ${event?.type ?? event}${event?.stack ?? ''}`,
    );
  const answer = await unfetch(`${api}/open/c`);
  return { seen: { ...(await tries(call)), exposed: answer.headers.get('x-answer') } };
}
