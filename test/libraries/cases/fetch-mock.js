import fetchMock from 'fetch-mock';
import { api, fetched, ordinary, ready } from '../page/tools.js';

/** Replaces fetch, answers some calls, lets others through, and restores the browser's own fetch. */
export async function page() {
  await ready;
  const own = fetch;
  fetchMock
    .mockGlobal()
    .route(`${api}/mocked`, { body: 'mocked', status: 201 })
    .route(`${api}/refused`, { throws: new TypeError('refused') })
    .catch((...args) => own(args[0].url ?? args[0]));
  const isReplaced = fetch !== own;
  const answers = [await fetched(`${api}/mocked`), await fetched(`${api}/refused`)];
  const called = fetchMock.callHistory.calls().map(({ url, options }) => [url, options.method]);
  fetchMock.unmockGlobal();
  const through = await fetched(`${api}/open/through`);
  return {
    seen: { isReplaced, answers, called, through, isBack: fetch === own, ordinary: await ordinary() },
  };
}
