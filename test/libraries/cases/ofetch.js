import { ofetch } from 'ofetch';
import { ready, tries } from '../page/tools.js';

/** Its answers and errors. */
export async function page() {
  await ready;
  const call = (url, init) =>
    ofetch.raw(url, { ...init, retry: 0 }).then(({ status, _data }) => ({ status, data: _data }));
  return { seen: await tries(call) };
}
