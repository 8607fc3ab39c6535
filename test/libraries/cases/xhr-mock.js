import module from 'xhr-mock';
import { api, ordinary, ready, xhr } from '../page/tools.js';

const mock = module.default ?? module;

/** Replaces XMLHttpRequest, answers some calls, and restores the browser's own. */
export async function page() {
  await ready;
  const own = XMLHttpRequest;
  mock.setup();
  mock.get(`${api}/mocked`, { status: 201, body: 'mocked' });
  mock.post(`${api}/mocked`, (request, response) => response.status(200).body(`got ${request.body()}`));
  mock.get(`${api}/refused`, () => Promise.reject(new Error('refused')));
  mock.error(() => {});
  const isReplaced = XMLHttpRequest !== own;
  const answers = [
    await xhr(`${api}/mocked`),
    await xhr(`${api}/mocked`, { method: 'POST', body: 'a body' }),
    await xhr(`${api}/refused`),
  ];
  mock.teardown();
  const through = await xhr(`${api}/open/through`);
  return {
    seen: { isReplaced, answers, through, isBack: XMLHttpRequest === own, ordinary: await ordinary() },
  };
}
