// EventSource, WebSocket, beacons, workers.

const socketUrl = (query = '') => `${location.origin.replace('http', 'ws')}/socket${query}`;
const once = (target, type) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
/** The properties of a class. */
const looks = (Own, name, isNative, attributes) => [
  Own.name,
  Own.length,
  isNative(Own),
  attributes(window, name),
  attributes(Own, 'prototype'),
  Own.prototype.constructor === Own,
  Reflect.ownKeys(Own).map(String),
  Object.getPrototypeOf(Own) ===
    (name.endsWith('Worker') || name === 'EventSource' || name === 'WebSocket' ? EventTarget : null),
  Object.isExtensible(Own),
];
/** Records every event of these types on a target. */
const noted = (target, types, log) => {
  for (const type of types)
    target.addEventListener(type, (event) =>
      log.push([type, target.readyState ?? null, event.isTrusted, event.constructor.name]),
    );
};
const classes = {
  EventSource: ['/x?k=es'],
  WebSocket: [socketUrl()],
  Worker: ['/script?code='],
  SharedWorker: ['/script?code='],
};
const close = (made) => (made.close ?? made.terminate ?? (() => made.port.close())).call(made);

behaviours({
  ...Object.fromEntries(
    Object.entries(classes).flatMap(([name, [url]]) => [
      [
        `${name} looks as it does`,
        ({ isNative, attributes }) => looks(globalThis[name], name, isNative, attributes),
      ],
      [
        `${name} is called with new, and with arguments`,
        ({ thrown }) => [
          thrown(() => globalThis[name](url)),
          thrown(() => new globalThis[name]()),
          thrown(() => Reflect.apply(globalThis[name], undefined, [url])),
        ],
      ],
      [
        `${name} refuses a bad URL`,
        ({ thrown }) => [
          thrown(() => new globalThis[name]('http://')),
          thrown(() => new globalThis[name](Symbol('s'))),
        ],
      ],
      [
        `${name} has subclasses`,
        () => {
          const log = [];
          class Own extends globalThis[name] {
            constructor(...args) {
              super(...args);
              log.push(new.target === Own);
            }
            own() {
              return 'own';
            }
          }
          const made = new Own(url);
          log.push(
            made instanceof Own,
            made instanceof globalThis[name],
            made.own(),
            made.constructor === Own,
            Object.getPrototypeOf(made) === Own.prototype,
          );
          close(made);
          return log;
        },
      ],
      [
        `${name} made for another class by Reflect.construct`,
        () => {
          const log = [];
          const Target = new Proxy(function Other() {}, {
            get: (target, key) => {
              log.push(String(key));
              return target[key];
            },
          });
          const made = Reflect.construct(globalThis[name], [url], Target);
          log.push(made instanceof Target, made instanceof globalThis[name]);
          Reflect.apply(
            globalThis[name].prototype.close ?? globalThis[name].prototype.terminate ?? (() => {}),
            made,
            [],
          );
          return log;
        },
      ],
      [
        `${name} makes its URL text once`,
        ({ text }) => {
          const log = [];
          close(new globalThis[name](text(url, log)));
          return log;
        },
      ],
      [
        `${name} throws what its URL throws`,
        ({ namesExtension }) => {
          const own = new RangeError('own');
          let inside;
          try {
            new globalThis[name]({
              toString: () => {
                inside = new Error('inside');
                throw own;
              },
            });
          } catch (error) {
            return [error === own, namesExtension(inside)];
          }
        },
      ],
      [
        `${name} of a frame is of the frame's realm`,
        ({ realm }) => {
          const other = realm();
          const made = new other[name](new URL(url, location.href).href);
          const facts = [
            made instanceof other[name],
            made instanceof globalThis[name],
            other[name] === globalThis[name],
          ];
          close(made);
          return facts;
        },
      ],
      [
        `an instance of ${name} has no keys`,
        () => {
          const made = new globalThis[name](url);
          const keys = [];
          for (const key in made) keys.push(key);
          const facts = [
            Reflect.ownKeys(made).map(String),
            JSON.stringify(made),
            keys,
            Object.prototype.toString.call(made),
          ];
          close(made);
          return facts;
        },
      ],
      [
        `${name} may be replaced by the page`,
        ({ realm }) => {
          const other = realm();
          const native = other[name];
          class Own {}
          other[name] = Own;
          const replaced = other[name] === Own;
          other[name] = native;
          return [
            replaced,
            new other[name](new URL(url, location.href).href).constructor === native,
            delete other[name],
            typeof other[name],
          ];
        },
      ],
    ]),
  ),

  'an EventSource fires its events in order': async () => {
    const log = [];
    const source = new EventSource('/x?k=es');
    noted(source, ['open', 'message', 'error'], log);
    log.push(source.readyState, source.withCredentials, source.url.replace(location.origin, ''));
    await once(source, 'message');
    source.close();
    return [...log, source.readyState];
  },
  'an EventSource that is blocked fires one error': async ({ origins }) => {
    const log = [];
    const source = new EventSource(`${origins.api}/x?k=es`);
    noted(source, ['open', 'message', 'error'], log);
    await once(source, 'error');
    // By the error of another source, a second one of this source would have come.
    await once(new EventSource(source.url), 'error');
    source.close();
    return [...log, source.readyState];
  },
  'an EventSource without a stream fires one error': async () => {
    const log = [];
    const source = new EventSource('/x');
    source.onerror = function (event) {
      log.push(this === source, event.target === source, event.type);
    };
    await once(source, 'error');
    // By the error of another source, a second one of this source would have come.
    await once(new EventSource(source.url), 'error');
    return [...log, source.readyState];
  },
  'an EventSource reads its init once': ({ noting }) => {
    const log = [];
    const source = new EventSource('/x?k=es', noting({ withCredentials: true }, log));
    log.push(source.withCredentials);
    source.close();
    return log;
  },
  'an EventSource runs its handlers': async () => {
    const log = [];
    const source = new EventSource('/x?k=es');
    source.onopen = () => log.push('handler');
    source.addEventListener('open', () => log.push('listener'));
    const event = await once(source, 'message');
    source.close();
    return [log, event.data, event.origin === location.origin, event.lastEventId, event.source];
  },
  'the constants of EventSource and WebSocket are unchanged': () =>
    [EventSource, WebSocket].map((Own) =>
      ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'].map((key) => [Own[key], Own.prototype[key]]),
    ),
  'an EventSource rejects invalid inits': ({ thrown }) =>
    [5, 'text', null, undefined, () => {}].map((init) =>
      thrown(() => new EventSource('/x?k=es', init).close()),
    ),

  'a WebSocket fires its events in order': async () => {
    const log = [];
    const socket = new WebSocket(socketUrl());
    noted(socket, ['open', 'message', 'error', 'close'], log);
    log.push(socket.readyState);
    await once(socket, 'open');
    socket.send('hello');
    const { data, origin } = await once(socket, 'message');
    socket.close(1000, 'done');
    log.push(socket.readyState);
    const event = await once(socket, 'close');
    return [
      log,
      data,
      origin === location.origin.replace('http', 'ws'),
      event.code,
      event.wasClean,
      socket.readyState,
    ];
  },
  'a WebSocket that fails fires its events in order': async () => {
    const log = [];
    const socket = new WebSocket(socketUrl('?st=403'));
    noted(socket, ['open', 'error', 'close'], log);
    const { code, reason, wasClean } = await once(socket, 'close');
    return [log, code, reason, wasClean, socket.readyState];
  },
  'a WebSocket carries bytes': async () => {
    const socket = new WebSocket(socketUrl());
    socket.binaryType = 'arraybuffer';
    await once(socket, 'open');
    socket.send(new Uint8Array([1, 2, 3]));
    socket.send(new Blob(['blob']));
    const first = await once(socket, 'message');
    const second = await once(socket, 'message');
    socket.close();
    return [first.data.byteLength, second.data.byteLength, socket.bufferedAmount];
  },
  'a WebSocket rejects invalid arguments': ({ thrown }) => {
    const socket = new WebSocket(socketUrl());
    const refused = [
      thrown(() => socket.send('early')),
      thrown(() => socket.close(5)),
      thrown(() => socket.close(1000, 'r'.repeat(200))),
      thrown(() => new WebSocket(socketUrl(), ['a', 'a'])),
      thrown(() => new WebSocket(socketUrl(), 'b a d')),
      thrown(() => new WebSocket('ftp://x')),
      thrown(() => new WebSocket(`${socketUrl()}#fragment`)),
    ];
    socket.close();
    return refused;
  },
  'the protocols of a WebSocket are iterated once': () => {
    const log = [];
    const protocols = {
      *[Symbol.iterator]() {
        log.push('walked');
        yield 'one';
      },
      toString: () => {
        log.push('text');
        return 'text';
      },
    };
    const socket = new WebSocket(socketUrl(), protocols);
    socket.close();
    return log;
  },
  'a WebSocket resolves a relative URL': ({ thrown }) =>
    thrown(() => {
      const socket = new WebSocket('/socket');
      const { url } = socket;
      socket.close();
      return url.replace(/:\d+/, '');
    }),
  'errors of a WebSocket are of this realm': ({ namesExtension }) => {
    try {
      new WebSocket('http://');
    } catch (error) {
      return [error instanceof DOMException, error.name, namesExtension(error)];
    }
  },

  'a beacon is sent, and sendBeacon has its properties': async ({
    endpoint,
    attributes,
    isNative,
    until,
  }) => {
    const { url, seen } = endpoint();
    const { sendBeacon } = Navigator.prototype;
    const sent = [
      navigator.sendBeacon(url, 'text'),
      navigator.sendBeacon(url),
      navigator.sendBeacon(url, new Blob(['blob'], { type: 'text/plain' })),
    ];
    await until(async () => (await seen()).length >= 3);
    return [
      sent,
      sendBeacon.name,
      sendBeacon.length,
      isNative(sendBeacon),
      attributes(Navigator.prototype, 'sendBeacon'),
      Object.hasOwn(navigator, 'sendBeacon'),
      (await seen()).map(([, type, body]) => [type, body]).sort(),
    ];
  },
  'a beacon rejects invalid arguments': ({ thrown }) => [
    thrown(() => navigator.sendBeacon()),
    thrown(() => navigator.sendBeacon('http://')),
    thrown(() => navigator.sendBeacon('ftp://x')),
    thrown(() => navigator.sendBeacon.call({}, '/x')),
    thrown(() => navigator.sendBeacon.call(undefined, '/x')),
    thrown(() => new navigator.sendBeacon('/x')),
    thrown(() => navigator.sendBeacon('/x', 'x'.repeat(100_000))),
    thrown(() => navigator.sendBeacon(Symbol('s'))),
  ],
  'a beacon converts its arguments to text once': ({ text }) => {
    const log = [];
    navigator.sendBeacon(text('/x', log), text('body', log));
    return log;
  },
  'a beacon still rejects a stream': ({ thrown }) => {
    const body = new ReadableStream();
    return [thrown(() => navigator.sendBeacon('/x', body)), body.locked];
  },

  'a worker sends messages, and its scope is unchanged': async () => {
    const code = `const native = (own) => Function.prototype.toString.call(own);
      postMessage([native(fetch), native(postMessage), native(addEventListener), native(XMLHttpRequest.prototype.open), Reflect.ownKeys(self).map(String).sort()]);`;
    const worker = new Worker(`/script?code=${encodeURIComponent(code)}`);
    const { data, source, origin } = await once(worker, 'message');
    worker.terminate();
    return [data, source, origin];
  },
  'a worker answers a message': async () => {
    const code =
      'onmessage = ({ data, ports }) => { postMessage([data, ports.length, location.pathname, name]); };';
    const worker = new Worker(`/script?code=${encodeURIComponent(code)}`, { name: 'called' });
    const { port1 } = new MessageChannel();
    worker.postMessage({ hello: 'worker' }, [port1]);
    const { data, isTrusted } = await once(worker, 'message');
    worker.terminate();
    return [data, isTrusted];
  },
  'a worker runs from a blob, from a data URL and as a module': async ({ settled }) => {
    const blob = URL.createObjectURL(new Blob(['postMessage(location.protocol)']));
    const made = [
      new Worker(blob),
      new Worker('data:text/javascript,postMessage(location.protocol)'),
      new Worker('/script?code=postMessage(import.meta.url.length > 0)', { type: 'module' }),
    ];
    return Promise.all(
      made.map((worker) =>
        settled(() =>
          Promise.race([
            once(worker, 'message').then(({ data }) => data),
            once(worker, 'error').then(({ type }) => type),
          ]),
        ),
      ),
    );
  },
  'a worker whose script is missing or throws fires an error': async ({ withoutPorts }) => {
    const missing = await once(new Worker('/missing'), 'error');
    const throwing = await once(
      new Worker(`/script?code=${encodeURIComponent('throw new RangeError("own")')}`),
      'error',
    );
    throwing.preventDefault();
    return [
      missing.type,
      missing.constructor.name,
      throwing.message,
      withoutPorts(throwing.filename),
      throwing.lineno,
    ];
  },
  'a cross-origin worker is rejected': async ({ origins, thrown }) => {
    let worker;
    const made = thrown(() => {
      worker = new Worker(`${origins.api}/script?code=`);
      return 'made';
    });
    return [made.split(':')[0], worker ? (await once(worker, 'error')).type : 'none'];
  },
  'a worker reads its options once': ({ noting }) => {
    const log = [];
    new Worker('/script?code=', noting({ credentials: 'omit', name: 'n', type: 'classic' }, log)).terminate();
    return log;
  },
  'a worker rejects invalid arguments': ({ thrown }) => [
    thrown(() => new Worker('/script', 5)),
    thrown(() => new Worker('/script', { type: 'nonsense' })),
    thrown(() => new Worker('/script', { credentials: 'nonsense' })),
    thrown(() => Worker.prototype.postMessage.call({}, 'x')),
    thrown(() => new Worker('/script?code=').postMessage(() => {})),
  ],
  'a shared worker is shared': async () => {
    const code = 'let n = 0; onconnect = ({ ports: [port] }) => port.postMessage(++n);';
    const url = `/script?code=${encodeURIComponent(code)}&n=${Math.random()}`;
    const counts = [];
    for (let turn = 0; turn < 2; turn++) {
      const { port } = new SharedWorker(url);
      counts.push((await new Promise((resolve) => (port.onmessage = resolve))).data);
    }
    return counts;
  },
  'the properties of ports and channels are unchanged': ({ attributes, isNative }) =>
    [MessagePort, BroadcastChannel, Worker].map(({ prototype }) => [
      attributes(prototype, 'postMessage'),
      prototype.postMessage.name,
      prototype.postMessage.length,
      isNative(prototype.postMessage),
    ]),
  'ports send in order, and close': async ({ turn, until }) => {
    const log = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data, isTrusted, source, origin }) => log.push([data, isTrusted, source, origin]);
    for (const n of [1, 2, 3]) port2.postMessage(n);
    queueMicrotask(() => log.push('microtask'));
    await until(() => log.length >= 4);
    port1.close();
    port2.postMessage('late');
    await turn();
    return log;
  },
});
