/** A page that tries to harm its observer: its name, and the script that runs first. */
export interface HostilePage {
  readonly name: string;
  /** Plain JavaScript. */
  readonly script: string;
}

const asPlainFunction = (call: () => void) => `(${String(call)})();`;

/** Text that only a forged event could contain. */
export const forged = 'forged-by-the-page';

/**
 * The hostile pages. After its script each page behaves normally: it sends itself messages, sets its name and
 * changes its fragment.
 */
export const hostilePages: readonly HostilePage[] = [
  {
    name: 'puts toJSON on every prototype',
    script: `for (const { prototype } of [Object, Array, String, Number, Boolean]) {
      Object.defineProperty(prototype, 'toJSON', { value: () => ({ kind: 'sent', count: 1e9, stack: '${forged}' }) });
    }`,
  },
  {
    name: 'adds traps and accessors to Object.prototype',
    script: `for (const key of ['get', 'set', 'has', 'apply', 'construct', 'ownKeys', 'value', 'relatedTarget', 'detail']) {
      Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, value: () => '${forged}' });
    }`,
  },
  {
    name: 'replaces the builtins that a hand-over could use',
    script: `const listening = [];
    JSON.stringify = () => '[{"kind":"name","count":1,"stack":"${forged}"}]';
    window.CustomEvent = window.Event = window.MouseEvent = function () { throw new Error('${forged}'); };
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) { listening.push(event); return true; };
    for (const key of ['push', 'map', 'forEach', 'join', 'slice', 'splice', 'concat', Symbol.iterator]) {
      Array.prototype[key] = () => { throw new Error('${forged}'); };
    }
    for (const key of ['get', 'set', 'has']) { Map.prototype[key] = WeakMap.prototype[key] = () => '${forged}'; }
    Reflect.apply = Function.prototype.call = Function.prototype.apply = () => '${forged}';
    Date.now = performance.now = () => 5;`,
  },
  {
    name: 'replaces the stack traces of errors',
    script: `Error.prepareStackTrace = () => { throw new Error('${forged}'); };
    window.Error = class { get stack() { return '${forged}'; } };`,
  },
  {
    name: 'replaces the stack accessor of errors',
    script: `Object.defineProperty(Error.prototype, 'stack', { configurable: true, get() { throw new Error('${forged}'); } });
    addEventListener('error', ({ message }) => postMessage('page saw ' + message, '*'));`,
  },
  {
    name: 'freezes everything it can reach',
    script: `for (const each of [Object.prototype, Function.prototype, EventTarget.prototype, MessageEvent.prototype, Array.prototype, History.prototype]) Object.freeze(each);
    try { Object.freeze(window); } catch {}
    try { Object.preventExtensions(window); } catch {}`,
  },
  {
    name: 'forges messages between the two worlds',
    script: `const kinds = ['sent', 'name', 'listener', 'ran', 'navigate', 'post-message'];
    const records = kinds.map((kind) => ({ kind, atMs: 1, count: 1e9, id: 1, receipt: 1, listener: 1, name: '${forged}', stack: '${forged}' }));
    const words = ['corscope', 'batch', 'pending', 'begin', 'end', 'flush', 'rest', 'go', 'b'];
    for (const target of [window, document, document.documentElement]) {
      for (const word of words) {
        const element = document.createElement('i');
        target.dispatchEvent(new MouseEvent(word, { relatedTarget: element, cancelable: true }));
        for (const each of [target, element]) {
          each.dispatchEvent(new CustomEvent('batch', { detail: JSON.stringify(records) }));
          each.dispatchEvent(new CustomEvent('batch', { detail: records }));
          each.dispatchEvent(new CustomEvent(word, { detail: '[{]' }));
        }
      }
    }`,
  },
  {
    name: 'sends data that is unusual, cyclic or ten megabytes large',
    script: `const cyclic = { deep: {} };
    cyclic.deep.up = cyclic;
    let deep = {};
    for (let n = 0; n < 5000; n++) deep = { deep };
    const harmful = new Proxy({}, { get() { throw new Error('${forged}'); }, ownKeys() { throw new Error('${forged}'); } });
    for (const data of [cyclic, 'x'.repeat(10_000_000), new Map([[cyclic, cyclic]]), Array(1e6), 10n ** 1000n]) postMessage(data, '*');
    for (const data of [harmful, deep, { get a() { throw new Error('${forged}'); } }, () => {}]) dispatchEvent(new MessageEvent('message', { data, origin: 'http://api.b.localhost' }));
    try { postMessage(harmful, '*'); } catch {}
    name = 'n'.repeat(10_000_000);`,
  },
  {
    name: 'prepares the realm of a frame before it loads',
    script: `const frame = document.createElement('iframe');
    frame.src = '/frame?code=' + encodeURIComponent('parent.heard = heard.length');
    document.documentElement.append(frame);
    const inner = frame.contentWindow;
    inner.heard = [];
    const { dispatchEvent } = inner.EventTarget.prototype;
    inner.EventTarget.prototype.dispatchEvent = function (event) {
      inner.heard.push(event);
      const forgery = '[{"kind":"name","atMs":1,"count":1,"stack":"of the frame itself"}]';
      try { dispatchEvent.call(this, new CustomEvent('batch', { detail: forgery })); } catch {}
      return dispatchEvent.call(this, event);
    };`,
  },
  {
    name: 'stops the propagation of its messages',
    script: `addEventListener('message', (event) => event.stopImmediatePropagation(), true);`,
  },
  {
    name: 'registers ten thousand listeners that throw',
    script: `for (let n = 0; n < 10_000; n++) addEventListener('message', () => { if (n % 1000 === 0) throw new Error('own'); });`,
  },
].map(({ name, script }) => ({ name, script: `try { ${script} } catch (error) { console.log(error); }` }));

/** The normal behaviour afterwards, which the recording must contain as far as the page does not harm it. */
export const usual = asPlainFunction(() => {
  for (let n = 0; n < 3; n++) postMessage(n, '*');
  window.name = 'usual';
  location.hash = 'usual';
});

/**
 * A script that sends messages and sets names and fragments as fast as possible for `ms`, then sets `sent` to
 * the number of messages.
 */
export const flood = (ms: number) => `
  globalThis.got = 0;
  addEventListener('message', () => got++);
  const begun = performance.now();
  let sent = 0;
  const some = () => {
    for (let n = 0; n < 500; n++) {
      postMessage(n, '*');
      sent++;
    }
    name = String(sent);
    if (sent % 5000 === 0) location.hash = sent;
    if (performance.now() - begun < ${ms}) setTimeout(some);
    else globalThis.sent = sent;
  };
  some();`;
