import 'ses';
import { api, errors, fetched, next, outcome, ready, stackHere, xhr } from '../page/tools.js';

/** Freezes the language: what it repairs or removes, and what works afterwards. */
export async function page() {
  const said = [];
  const own = {};
  for (const level of ['log', 'warn', 'error', 'info', 'group', 'groupCollapsed', 'debug']) {
    own[level] = console[level];
    console[level] = (...args) => said.push([level, ...args.map(String)]);
  }
  lockdown({
    errorTaming: 'unsafe',
    consoleTaming: 'unsafe',
    overrideTaming: 'severe',
    reporting: 'console',
  });
  Object.assign(console, own);
  await ready;

  const compartment = new Compartment({
    globals: { fetch: harden((...args) => fetch(...args)), api },
    __options__: true,
  });
  const frozen = [
    fetch,
    postMessage,
    addEventListener,
    XMLHttpRequest,
    Function.prototype,
    Function.prototype.toString,
  ];
  const heard = next(window, 'message');
  postMessage('go', '*');
  return {
    seen: {
      said,
      isFrozen: frozen.map((each) => Object.isFrozen(each)),
      inside: await outcome(() => compartment.evaluate('fetch(api + "/open/inside").then((r) => r.status)')),
      names: compartment.evaluate('Object.getOwnPropertyNames(globalThis).sort().join()'),
      answers: [await fetched(`${api}/plain/a`, { headers: { 'X-A': 'a' } }), await xhr(`${api}/open/b`)],
      message: (await heard).data,
      forbidden: await outcome(() => new XMLHttpRequest().open('TRACE', api)),
      hardened: await outcome(() => Object.isFrozen(harden({ listener: () => {} }))),
      assigned: await outcome(() => {
        Function.prototype.toString = () => '';
      }),
      stack: stackHere(),
      count: errors.length,
    },
  };
}
