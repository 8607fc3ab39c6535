import sinon from 'sinon';
import { api, fetched, ordinary, ready, until, xhr } from '../page/tools.js';

/** Stubs, spies on and fakes the page's functions, and restores the browser's own. */
export async function page() {
  await ready;
  const own = [fetch, postMessage, setTimeout, addEventListener];
  const spy = sinon.spy(window, 'fetch');
  const through = await fetched(`${api}/open/spied`, { method: 'PUT' });
  const spied = spy.args.map((args) => args.length);
  spy.restore();
  const stub = sinon.stub(window, 'fetch').resolves(new Response('stubbed'));
  const stubbed = await fetched(`${api}/open/stubbed`);
  stub.restore();
  const sent = sinon.spy(window, 'postMessage');
  postMessage({ a: 1 }, '*');
  const messages = sent.args;
  const text = `${sent}`;
  sent.restore();
  const added = sinon.spy(window, 'addEventListener');
  addEventListener('message', () => {});
  const names = added.args.map(([type]) => type);
  added.restore();
  const clock = sinon.useFakeTimers();
  let ticked = 0;
  setTimeout(() => ticked++, 10_000);
  clock.tick(10_000);
  clock.restore();
  const isBack = [fetch, postMessage, setTimeout, addEventListener].map((each, index) => each === own[index]);
  const answered = await xhr(`${api}/open/xhr`);
  await until(() => true);
  return {
    seen: {
      through,
      spied,
      stubbed,
      messages,
      text,
      names,
      ticked: String(ticked),
      isBack,
      answered,
      ordinary: await ordinary(),
    },
  };
}
