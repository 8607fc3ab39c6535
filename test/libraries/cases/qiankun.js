import { loadMicroApp } from 'qiankun';
import { api, next, ordinary, outcome, ready } from '../page/tools.js';

/** Runs an application in a sandbox, whose window replaces the page's. */
export async function page() {
  await ready;
  document.querySelector('#main').append(Object.assign(document.createElement('div'), { id: 'container' }));
  const app = loadMicroApp(
    { name: 'app', entry: `${api}/open/app.html`, container: '#container' },
    { sandbox: true },
  );
  const mounted = await outcome(() =>
    app.mountPromise.then(() => document.querySelector('#container').textContent.includes('mounted')),
  );
  const heard = next(window, 'message');
  postMessage('to the sandbox', '*');
  await heard;
  const within = [String(window.heard), 'app' in window];
  await app.unmount();
  return { seen: { mounted, within, ordinary: await ordinary() } };
}
