// What a page finds in its world, and that nothing else changes it.

const constructors = [
  'EventTarget',
  'Event',
  'MessageEvent',
  'MessagePort',
  'Window',
  'Request',
  'Response',
  'Headers',
  'XMLHttpRequest',
  'XMLHttpRequestEventTarget',
  'EventSource',
  'WebSocket',
  'Worker',
  'SharedWorker',
  'Navigator',
  'HTMLIFrameElement',
  'HTMLElement',
  'Node',
  'Function',
  'Object',
  'Promise',
  'Error',
  'History',
  'Document',
];
const describedAll = (object) =>
  Reflect.ownKeys(object).map((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(object, key);
    const held = ['value', 'get', 'set'].map((slot) =>
      typeof descriptor[slot] === 'function'
        ? `${descriptor[slot].name}/${descriptor[slot].length}`
        : typeof descriptor[slot],
    );
    return [String(key), descriptor.writable, descriptor.enumerable, descriptor.configurable, ...held].join(
      ' ',
    );
  });
// Firefox makes the `length` and `name` of a function when they are first looked for, and looking for another
// function's `name` makes that of Function.prototype most of the time (measured with and without an extension): asked
// for now, they have one order.
Reflect.ownKeys(Function.prototype);
behaviours({
  'the keys of the window are unchanged': () =>
    Reflect.ownKeys(window)
      .map(String)
      .filter((key) => !/^\d+$/.test(key))
      .sort(),
  'the keys that for in finds': () => {
    const keys = [];
    for (const key in window) keys.push(key);
    return keys.sort();
  },
  'the keys of a fresh frame': ({ realm }) => Reflect.ownKeys(realm()).map(String).sort(),
  'every property of a fresh frame': ({ realm }) => describedAll(realm()).sort(),
  'the symbols of the window': () => Object.getOwnPropertySymbols(window).map(String),
  ...Object.fromEntries(
    constructors.map((name) => [
      `${name} and its prototype are what they are`,
      () => [describedAll(globalThis[name]), describedAll(globalThis[name].prototype)],
    ]),
  ),
  'every function of the window passes for native': ({ isNative, realm }) => {
    const other = realm();
    return Reflect.ownKeys(other)
      .map((key) => [String(key), Object.getOwnPropertyDescriptor(other, key)])
      .filter(([, { value }]) => typeof value === 'function' && !isNative(value))
      .map(([key, { value }]) => `${key} ${/^class|^function [A-Z]/.test(String(value))}`)
      .sort();
  },
  'every function is an instance of its constructor': () =>
    ['fetch', 'postMessage', 'addEventListener'].map((name) => [
      window[name] instanceof Function,
      Object.getPrototypeOf(window[name]) === Function.prototype,
      Object.isExtensible(window[name]),
    ]),
  'accessors that the page defines on Object.prototype are not called': async ({ quiet }) => {
    const log = [];
    const found = [
      'get',
      'has',
      'apply',
      'construct',
      'value',
      'writable',
      'enumerable',
      'configurable',
      'toJSON',
      'relatedTarget',
      'detail',
      'capture',
      'once',
      'passive',
      'signal',
      'bubbles',
      'composed',
      'stack',
      'length',
      'size',
      'then',
      'credentials',
      'mode',
      'method',
      'headers',
      'redirect',
      'integrity',
      'keepalive',
      'body',
    ];
    const own = (key) => ({
      __proto__: null,
      configurable: true,
      get() {
        log.push(key);
        return undefined;
      },
      set(value) {
        Reflect.defineProperty(this, key, {
          __proto__: null,
          value,
          writable: true,
          configurable: true,
          enumerable: true,
        });
      },
    });
    for (const key of found) Object.defineProperty(Object.prototype, key, own(key));
    try {
      const listener = () => {};
      addEventListener('message', listener);
      postMessage('x', '*');
      name = 'asked';
      location.hash = 'asked';
      await quiet();
      removeEventListener('message', listener);
      name = '';
      return log.sort();
    } finally {
      for (const key of found) delete Object.prototype[key];
    }
  },
  'the page finds its document unchanged': ({ atFirst }) => [
    atFirst.html,
    atFirst.readyState,
    atFirst.keys.length,
  ],
  'no resource is loaded except its own': ({ atFirst }) =>
    atFirst.resources.filter((url) => !url.startsWith('http://www.a.localhost/')),
  'no element is added or changed': async ({ quiet }) => {
    const log = [];
    const observer = new MutationObserver((records) =>
      log.push(...records.map(({ type, target }) => `${type} ${target.nodeName}`)),
    );
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener('message', () => {}, { once: true });
    postMessage('x', '*');
    await fetch('/x');
    await quiet();
    observer.disconnect();
    return [
      log,
      document.querySelectorAll('*').length,
      [...document.documentElement.attributes].map(({ name: key }) => key),
    ];
  },
  'no event of the extension reaches a listener of the page': async ({ quiet, realm }) => {
    const log = [];
    const types = [
      'message',
      'custom',
      'b',
      'corscope',
      'mousemove',
      'click',
      'mouseover',
      'error',
      'load',
      'messageerror',
      'hashchange',
      'popstate',
      'focus',
      'blur',
    ];
    const { dispatchEvent } = EventTarget.prototype;
    const own = {
      configurable: true,
      writable: true,
      value(event) {
        log.push(`dispatched ${event.type}`);
        return Reflect.apply(dispatchEvent, this, [event]);
      },
    };
    Object.defineProperty(EventTarget.prototype, 'dispatchEvent', own);
    const undo = new AbortController();
    for (const type of types)
      for (const target of [window, document])
        target.addEventListener(type, (event) => log.push(event.type), {
          capture: true,
          signal: undo.signal,
        });
    postMessage('x', '*');
    realm();
    await quiet();
    undo.abort();
    own.value = dispatchEvent;
    Object.defineProperty(EventTarget.prototype, 'dispatchEvent', own);
    return log.sort();
  },
  'nothing is written to the console': async ({ quiet, during, realm }) => {
    const log = [];
    const changes = ['log', 'info', 'warn', 'error', 'debug', 'trace'].map((key) => [
      console,
      key,
      { writable: true, value: () => log.push(key) },
    ]);
    await during(changes, async () => {
      realm();
      postMessage('x', '*');
      await fetch('/x');
      await quiet();
    });
    return log;
  },
  'nothing is reported as an error': ({ errors }) => errors,
  'nothing is stored': () => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
  'builtins that a page replaced are only called by the page': async ({ quiet }) => {
    const listener = () => {};
    const log = await countedFor(() => {
      addEventListener('message', listener);
      postMessage('x', '*');
      removeEventListener('message', listener);
    }, quiet);
    return log;
  },
  'builtins that a page replaced are not called for its requests': async ({ quiet }) => {
    const request = new XMLHttpRequest();
    return countedFor(() => {
      fetch('/x', { credentials: 'include', headers: { 'X-Own': '1' } }).catch(() => {});
      request.open('GET', '/x');
      request.setRequestHeader('X-Own', '1');
      request.send();
      navigator.sendBeacon('/x', 'b');
    }, quiet);
  },
  'builtins that a page replaced are not called for its name and fragment': async ({ quiet }) => {
    const log = await countedFor(() => {
      name = 'counted';
      location.hash = 'counted';
    }, quiet);
    name = '';
    return log;
  },
  'Error.prepareStackTrace and stackTraceLimit are not used': async ({ quiet }) => {
    const log = [];
    const before = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')?.value ?? null;
    const own = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace') ?? null;
    Error.prepareStackTrace = (error) => {
      log.push(error.message);
      return 'prepared';
    };
    addEventListener('message', () => {}, { once: true });
    postMessage('x', '*');
    name = 'x';
    await quiet();
    delete Error.prepareStackTrace;
    name = '';
    return [before, own === null, log, Error.stackTraceLimit ?? null];
  },
  'no properties of the page are those of a Proxy': ({ thrown }) => {
    const log = [];
    const found = [
      'get',
      'set',
      'has',
      'apply',
      'construct',
      'getOwnPropertyDescriptor',
      'ownKeys',
      'getPrototypeOf',
      'defineProperty',
      'deleteProperty',
      'isExtensible',
      'preventExtensions',
      'setPrototypeOf',
    ];
    for (const key of found) {
      Object.defineProperty(Object.prototype, key, {
        __proto__: null,
        configurable: true,
        value: (...args) => {
          log.push(`${key} ${args.length}`);
          return args.length === 3 ? 'trapped' : true;
        },
      });
    }
    try {
      const functions = [
        postMessage,
        addEventListener,
        fetch,
        XMLHttpRequest.prototype.open,
        XMLHttpRequest.prototype.send,
        XMLHttpRequest.prototype.setRequestHeader,
        navigator.sendBeacon,
        EventSource,
        WebSocket,
        Worker,
      ];
      return [
        functions.map((own) => [own.length, own.name, 'zzz' in own, Object.keys(own).length]),
        thrown(() => fetch.nothing),
        thrown(() => postMessage('x', '*')),
        log,
      ];
    } finally {
      for (const key of found) delete Object.prototype[key];
    }
  },
  'thenables and promises are not used': async ({ during, turn }) => {
    const log = [];
    const { then } = Promise.prototype;
    const own = {
      writable: true,
      value: function (...args) {
        log.push('then');
        return Reflect.apply(then, this, args);
      },
    };
    let promise;
    await during([[Promise.prototype, 'then', own]], () => {
      promise = fetch('/x');
      log.push(Object.hasOwn(promise, 'then'), promise.constructor === Promise);
    });
    await promise;
    await turn();
    return log;
  },
  'a frozen window and its functions still work': async ({ loaded, gather }) => {
    const child = await loaded('same', () => {
      try {
        Object.freeze(EventTarget.prototype);
        Object.freeze(MessageEvent.prototype);
        Object.freeze(Object.prototype);
        Object.freeze(Function.prototype);
      } catch {}
    });
    const { contentWindow } = child;
    const messages = gather(contentWindow, 'message', 1, ({ data }) => data);
    contentWindow.postMessage('frozen', '*');
    return messages;
  },
  'a document that is opened and written still works': async ({ frame, next, realm }) => {
    realm();
    const message = next(window, 'message');
    frame('written', () =>
      parent.postMessage([Reflect.ownKeys(window).length > 100, typeof postMessage, postMessage.name], '*'),
    );
    return (await message).data;
  },
});

/**
 * Counts calls by name while `work` runs and until it is quiet, without those of the test's timers and wait.
 */
async function countedFor(work, quiet) {
  const counts = { __proto__: null };
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const holders = {
    Array,
    Object,
    JSON,
    Reflect,
    Math,
    Date,
    String,
    MapPrototype: Map.prototype,
    WeakMapPrototype: WeakMap.prototype,
    SetPrototype: Set.prototype,
    ArrayPrototype: Array.prototype,
    StringPrototype: String.prototype,
    PromisePrototype: Promise.prototype,
    FunctionPrototype: Function.prototype,
    EventTargetPrototype: EventTarget.prototype,
    RegExpPrototype: RegExp.prototype,
    ObjectPrototype: Object.prototype,
    PerformancePrototype: Performance.prototype,
    console,
    EventPrototype: Event.prototype,
    NodePrototype: Node.prototype,
    ElementPrototype: Element.prototype,
    DocumentPrototype: Document.prototype,
    CryptoPrototype: Crypto.prototype,
    HeadersPrototype: Headers.prototype,
    RequestPrototype: Request.prototype,
    URLPrototype: URL.prototype,
    URL,
  };
  const plan = [];
  for (const word of Object.keys(holders))
    for (const key of ownKeys(holders[word])) plan.push([holders[word], key, `${word}.${String(key)}`]);
  for (const key of [
    'setTimeout',
    'setInterval',
    'clearTimeout',
    'queueMicrotask',
    'requestAnimationFrame',
    'structuredClone',
    'CustomEvent',
    'Event',
    'MouseEvent',
    'Error',
    'Request',
    'Headers',
    'URL',
    'WeakRef',
    'Map',
    'Set',
    'WeakMap',
    'Proxy',
    'MessageChannel',
  ])
    plan.push([window, key, key]);
  const waiting = quiet();
  const undo = [];
  for (let index = 0; index < plan.length; index++) {
    const holder = plan[index][0];
    const key = plan[index][1];
    const word = plan[index][2];
    const descriptor = getOwnPropertyDescriptor(holder, key);
    if (!descriptor?.configurable || typeof descriptor.value !== 'function' || key === 'constructor')
      continue;
    const { value: native } = descriptor;
    const own = new Proxy(native, {
      __proto__: null,
      apply(target, self, args) {
        counts[word] = (counts[word] || 0) + 1;
        return apply(target, self, args);
      },
      construct(target, args, newTarget) {
        counts[word] = (counts[word] || 0) + 1;
        return construct(target, args, newTarget);
      },
    });
    undo[undo.length] = [holder, key, descriptor];
    defineProperty(holder, key, {
      __proto__: null,
      value: own,
      writable: descriptor.writable,
      enumerable: descriptor.enumerable,
      configurable: true,
    });
  }
  for (const key in counts) delete counts[key];
  work();
  await waiting;
  const seen = { __proto__: null };
  for (const key in counts) seen[key] = counts[key];
  for (let index = 0; index < undo.length; index++)
    defineProperty(undo[index][0], undo[index][1], undo[index][2]);
  return Object.entries(seen).sort();
}
const { construct } = Reflect;
