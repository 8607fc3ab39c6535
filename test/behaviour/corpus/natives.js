// How a page can check whether a function is the browser's own: its text in its own document and through
// other documents, its attributes, and what it rejects.

{
  /** The observed functions, and some that a page would check beside them. */
  const places = {
    window: [() => window, 'postMessage', 'fetch', 'name', 'onmessage', 'addEventListener'],
    'EventTarget.prototype': [
      () => EventTarget.prototype,
      'addEventListener',
      'removeEventListener',
      'dispatchEvent',
    ],
    'MessageEvent.prototype': [() => MessageEvent.prototype, 'data', 'origin', 'source', 'ports'],
    'XMLHttpRequest.prototype': [() => XMLHttpRequest.prototype, 'open', 'send', 'setRequestHeader', 'abort'],
    'Navigator.prototype': [() => Navigator.prototype, 'sendBeacon'],
    constructors: [
      () => window,
      'EventSource',
      'WebSocket',
      'Worker',
      'SharedWorker',
      'MessageChannel',
      'XMLHttpRequest',
    ],
    'WebSocket.prototype': [() => WebSocket.prototype, 'send', 'onmessage', 'constructor'],
    'MessagePort.prototype': [() => MessagePort.prototype, 'postMessage', 'onmessage'],
    'BroadcastChannel.prototype': [() => BroadcastChannel.prototype, 'postMessage', 'onmessage'],
    'Worker.prototype': [() => Worker.prototype, 'postMessage', 'onmessage', 'constructor'],
    'Document.prototype': [
      () => Document.prototype,
      'domain',
      'cookie',
      'requestStorageAccess',
      'hasStorageAccess',
    ],
    'HTMLIFrameElement.prototype': [() => HTMLIFrameElement.prototype, 'contentDocument', 'contentWindow'],
    storage: [() => window, 'localStorage', 'sessionStorage'],
    'IDBFactory.prototype': [() => IDBFactory.prototype, 'open'],
    'CanvasRenderingContext2D.prototype': [
      () => CanvasRenderingContext2D.prototype,
      'drawImage',
      'createPattern',
      'getImageData',
    ],
    'HTMLCanvasElement.prototype': [
      () => HTMLCanvasElement.prototype,
      'toDataURL',
      'toBlob',
      'captureStream',
    ],
    'Function.prototype': [() => Function.prototype, 'toString', 'call', 'bind'],
    'History.prototype': [() => History.prototype, 'pushState', 'replaceState'],
  };
  /** The functions in the slots of a property, optionally in another window. */
  const slots = (holder, key) => {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key) ?? {};
    return [descriptor.value, descriptor.get, descriptor.set].filter((own) => typeof own === 'function');
  };
  const isClass = (own) => typeof own.prototype === 'object';
  const one = (text) => text.replace(/\s+/g, ' ');
  const asked = (own, by = Function.prototype.toString) => one(by.call(own));

  for (const [place, [holder, ...keys]] of Object.entries(places)) {
    for (const key of keys) {
      behaviours({
        [`the text of ${place}: ${key}, asked in four ways`]: () =>
          slots(holder(), key).map((own) => [
            asked(own),
            one(own.toString()),
            one(`${own}`),
            one(Reflect.apply(Function.prototype.toString, own, [])),
          ]),
        [`the attributes and the keys of ${place}: ${key}`]: ({ attributes }) => [
          attributes(holder(), key),
          ...slots(holder(), key).map((own) => [
            own.name,
            own.length,
            ...['name', 'length', 'prototype', 'caller', 'arguments'].map((each) => attributes(own, each)),
            Object.isExtensible(own),
            Object.prototype.toString.call(own),
            Object.getPrototypeOf(own) === Function.prototype || Object.getPrototypeOf(own) === EventTarget,
          ]),
        ],
        [`what ${place}: ${key} refuses`]: ({ thrown }) =>
          slots(holder(), key).map((own) => [
            thrown(() => Object.setPrototypeOf(own, own)),
            thrown(() => Object.setPrototypeOf(own, Object.create(own))),
            thrown(() => {
              own.__proto__ = own;
              return 'set';
            }),
            isClass(own) || thrown(() => own.caller).split(':')[0],
            isClass(own) || thrown(() => own.arguments).split(':')[0],
            thrown(() => typeof own() === 'object' && 'object'),
            thrown(() => new own().constructor.name),
            thrown(() => class extends own {}.name),
            thrown(() => ({}) instanceof own),
            thrown(() => structuredClone(own)).split(':')[0],
            thrown(() => JSON.stringify({ own })),
          ]),
      });
    }
  }

  /** The texts of all listed functions of a window, by the `toString` of another window. */
  const all = (inner, by) =>
    Object.values(places).flatMap(([holder, ...keys]) => {
      const path = holder.toString().replace('() => ', '');
      const found = path === 'window' ? inner : path.split('.').reduce((object, step) => object[step], inner);
      return keys.flatMap((key) => slots(found, key).map((own) => asked(own, by)));
    });

  for (const kind of ['blank', 'srcdoc', 'same', 'blob', 'javascript']) {
    behaviours({
      [`the texts by the toString of a ${kind} frame at once`]: ({ frame }) => {
        const { toString } = frame(kind).contentWindow.Function.prototype;
        return all(window, toString);
      },
      [`the texts of a ${kind} frame at once, by its own toString and ours`]: ({ frame }) => {
        const inner = frame(kind).contentWindow;
        return [all(inner, inner.Function.prototype.toString), all(inner)];
      },
      [`the texts by the toString of a ${kind} frame that has loaded`]: async ({ loaded }) => {
        const inner = (await loaded(kind)).contentWindow;
        const { toString } = inner.Function.prototype;
        return [all(window, toString), all(inner, toString), all(inner)];
      },
    });
  }
  behaviours({
    'the texts of one frame by the toString of another': async ({ loaded }) => {
      const [one, other] = [await loaded('same'), await loaded('srcdoc')].map((frame) => frame.contentWindow);
      return [all(one, other.Function.prototype.toString), all(other, one.Function.prototype.toString)];
    },
    'the texts by the toString of a frame reached by its document': ({ frame }) => {
      const { Function: inner } = frame('same').contentDocument.defaultView;
      return all(window, inner.prototype.toString);
    },
    'the texts by the toString of a popup': async ({ popup, next }) => {
      const begun = next(window, 'message');
      const inner = popup('opener.postMessage("begun", "*")');
      if (!inner) return 'no popup';
      await begun;
      return [all(window, inner.Function.prototype.toString), all(inner)];
    },
    'the texts by the toString of a frame that is gone': async ({ loaded }) => {
      const frame = await loaded('same');
      const { fetch: own, WebSocket: made } = frame.contentWindow;
      frame.remove();
      return [own.toString(), made.toString(), asked(own)].map(one);
    },
    'the text of a bound function, of a proxy of the page and of a class': () => [
      asked(fetch.bind(window)),
      asked(new Proxy(fetch, {})),
      asked(new Proxy(() => {}, {})),
      asked(class Own {}),
      asked(() => 1),
      asked(Promise.withResolvers().resolve),
    ],
    'toString rejects other values': ({ thrown }) => [
      ...[{}, null, undefined, 1, 'text', Symbol('s'), Object.create(fetch)].map((own) =>
        thrown(() => Function.prototype.toString.call(own)),
      ),
    ],
    'the text of a subclass and of a function that a page replaced': () => {
      class Own extends XMLHttpRequest {}
      const { open } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.open = function open(...args) {
        return Reflect.apply(open, this, args);
      };
      const text = asked(XMLHttpRequest.prototype.open);
      XMLHttpRequest.prototype.open = open;
      return [asked(Own), text, asked(XMLHttpRequest.prototype.open)];
    },
    'the test of error trackers for a browser’s own function': ({ frame }) => {
      const isNative = (own) =>
        own && /^function\s+\w+\(\)\s+\{\s+\[native code\]\s+\}$/.test(own.toString());
      const inner = frame('blank').contentWindow;
      return [
        isNative(fetch),
        isNative(inner.fetch),
        isNative(XMLHttpRequest),
        isNative(Object.getOwnPropertyDescriptor(inner, 'postMessage').value),
      ];
    },
    'the functions as they were when the first script ran': ({ atFirst }) => atFirst.texts.map(one),
    'the functions that a page stored in its first script': ({ atFirst }) =>
      atFirst.functions.map((own) => [asked(own), own.name, own.length]),
    'new.target, and the prototype of what a subclass makes': () => {
      class Own extends EventSource {}
      const made = Reflect.construct(MessageChannel, [], Own);
      return [Object.getPrototypeOf(made) === Own.prototype, made.constructor.name, made instanceof Own];
    },
  });
}
