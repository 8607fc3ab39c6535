import { partytownSnippet } from '@qwik.dev/partytown/integration';
import { api, ordinary, ready, until } from '../page/tools.js';

/** Runs a script in a worker, which accesses the page's document through a service worker. */
export async function page() {
  await ready;
  const code = `document.querySelector('#text').textContent = 'written in a worker ' + location.pathname;
    fetch('${api}/open/worker').then((answer) => answer.text()).then((text) => { window.toPage(text); });`;
  const told = [];
  window.toPage = (text) => told.push(text);
  window.partytown = {
    lib: '/packages/@qwik.dev/partytown/lib/',
    forward: [],
    mainWindowAccessors: ['toPage'],
  };
  document.head.append(
    Object.assign(document.createElement('script'), { type: 'text/partytown', textContent: code }),
  );
  document.head.append(Object.assign(document.createElement('script'), { textContent: partytownSnippet() }));
  await until(() => told.length > 0);
  return {
    seen: { text: document.querySelector('#text').textContent, told, ordinary: await ordinary() },
    varies: ['/packages', '/~partytown'],
  };
}
