// The properties of a MessageEvent.

const one = async (data = { hello: 'world' }) => {
  const message = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
  postMessage(data, '*');
  return message;
};
const accessors = ['data', 'origin', 'lastEventId', 'source', 'ports'];

behaviours({
  "a page's own accessor is called by the page alone": async ({ during, quiet }) => {
    const counts = {};
    const own = (key) => {
      const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, key);
      const counted = function () {
        counts[key] = (counts[key] ?? 0) + 1;
        return Reflect.apply(get, this, []);
      };
      return [MessageEvent.prototype, key, { get: counted, enumerable: true }];
    };
    await during(accessors.map(own), async () => {
      const event = await one();
      void [event.data, event.data, event.origin];
      await quiet();
    });
    return counts;
  },
  'it can be read by one listener and later by another': async ({ quiet }) => {
    const seen = [];
    const undo = new AbortController();
    const note = (event) => seen.push(event.data, event.origin === location.origin, event.source === window);
    for (const wait of [0, 10]) {
      addEventListener('message', (event) => setTimeout(note, wait, event), { signal: undo.signal });
    }
    await one(7);
    await quiet();
    undo.abort();
    return seen;
  },
  'the legacy static properties of RegExp are unchanged': async ({ quiet }) => {
    /a(b)c/.exec('abc');
    addEventListener('message', () => {}, { once: true });
    postMessage('x', '*');
    const soon = [RegExp.$1, RegExp.lastMatch, RegExp.input];
    await quiet();
    return [soon, RegExp.$1, RegExp.lastMatch, RegExp.input];
  },
  'the keys of its prototype are unchanged': ({ attributes }) =>
    Reflect.ownKeys(MessageEvent.prototype).map((key) => attributes(MessageEvent.prototype, key)),
  'its accessors are named, without setters, and pass for native': ({ isNative }) =>
    accessors.map((key) => {
      const { get, set } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, key);
      return [
        get.name,
        get.length,
        set,
        isNative(get),
        Reflect.ownKeys(get).map(String),
        'prototype' in get,
        Object.getPrototypeOf(get) === Function.prototype,
      ];
    }),
  'its accessors throw for other objects': ({ thrown }) =>
    accessors.flatMap((key) => {
      const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, key);
      return [
        thrown(() => MessageEvent.prototype[key]),
        thrown(() => get.call({})),
        thrown(() => get.call(undefined)),
        thrown(() => new get()),
      ];
    }),
  'its accessors work on events of any realm': async ({ realm }) => {
    const event = await one();
    const other = realm();
    return accessors.map((key) => {
      const { get } = Object.getOwnPropertyDescriptor(other.MessageEvent.prototype, key);
      return get.call(event) === event[key];
    });
  },
  'its values stay the same': async () => {
    const event = await one();
    return [
      ...accessors.map((key) => event[key] === event[key]),
      Object.isFrozen(event.ports),
      Reflect.get(event, 'data', event) === event.data,
    ];
  },
  'its JSON contains only isTrusted': async () => {
    const event = await one();
    return [
      JSON.stringify(event),
      Object.keys(event),
      JSON.stringify({ ...event }),
      Reflect.ownKeys(event).map(String),
    ];
  },
  'a copy with for in has all its parts': async () => {
    const event = await one();
    const keys = [];
    for (const key in event) keys.push(key);
    return keys;
  },
  'it cannot be cloned': async ({ thrown }) => {
    const event = await one();
    return thrown(() => structuredClone(event));
  },
  'a constructed event has the given values': ({ thrown }) => {
    const { port1 } = new MessageChannel();
    const event = new MessageEvent('message', {
      data: 5,
      origin: 'o',
      lastEventId: 'l',
      source: window,
      ports: [port1],
    });
    return [
      event.data,
      event.origin,
      event.lastEventId,
      event.source === window,
      event.ports[0] === port1,
      event.isTrusted,
      thrown(() => new MessageEvent()),
      thrown(() => MessageEvent('message')),
      thrown(() => new MessageEvent('message', { source: {} })),
    ];
  },
  'an empty event has default values': () => {
    const event = new MessageEvent('message');
    return [event.data, event.origin, event.lastEventId, event.source, event.ports.length, event.bubbles];
  },
  initMessageEvent: () => {
    const event = document.createEvent('MessageEvent');
    event.initMessageEvent('message', true, true, 'data', 'origin', 'id', window, []);
    return [
      event.type,
      event.data,
      event.origin,
      event.source === window,
      MessageEvent.prototype.initMessageEvent.length,
    ];
  },
  'a subclass can hide its data': () => {
    class Own extends MessageEvent {
      get data() {
        return `own ${super.data}`;
      }
    }
    const event = new Own('message', { data: 5 });
    return [event.data, event instanceof MessageEvent, event.constructor.name];
  },
  'a source of another realm is accepted': ({ loaded }) =>
    loaded('same').then(
      ({ contentWindow }) => new MessageEvent('x', { source: contentWindow }).source === contentWindow,
    ),
  'it can be destructured in any order': async () => {
    const { source, data, origin, ports, lastEventId, isTrusted, type } = await one();
    return [source === window, data, origin === location.origin, ports.length, lastEventId, isTrusted, type];
  },
  'it can be read after an await and after a timer': async ({ delay }) => {
    const event = await one();
    await null;
    const soon = [
      event.data,
      event.origin === location.origin,
      event.currentTarget === window,
      event.eventPhase,
    ];
    await delay(0);
    return [...soon, event.source === window, event.data, event.target === window];
  },
  'its path is the window': async () => {
    let path;
    const listener = (event) => (path = event.composedPath());
    addEventListener('message', listener, { once: true });
    const event = await one();
    return [
      path.length,
      path[0] === window,
      event.composedPath().length,
      event.bubbles,
      event.cancelable,
      event.composed,
    ];
  },
  'an accessor called on another event reads that event': async () => {
    const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    const [first, second] = [await one(1), await one(2)];
    return [
      get.call(first),
      Reflect.apply(get, second, []),
      Reflect.get(MessageEvent.prototype, 'data', first),
    ];
  },
  'a deleted accessor is gone': ({ realm }) => {
    const { MessageEvent: Own } = realm();
    return [
      delete Own.prototype.data,
      new Own('x', { data: 1 }).data,
      Reflect.ownKeys(Own.prototype).map(String),
    ];
  },
  'the page can wrap an accessor': async ({ during }) => {
    const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    const wrapped = {
      get() {
        return ['wrapped', Reflect.apply(get, this, [])];
      },
      enumerable: true,
    };
    return during([[MessageEvent.prototype, 'data', wrapped]], async () => (await one(5)).data);
  },
  'each message has its own data object': async () => {
    const data = { list: [1] };
    const [first, second] = [await one(data), await one(data)];
    first.data.list.push(2);
    return [first.data, second.data, first.data === second.data];
  },
  'errors in data keep their kind': async () => {
    const { data } = await one(new RangeError('own', { cause: 'a cause' }));
    return [data instanceof RangeError, data.name, data.message, data.cause];
  },
  'a message that cannot be read is a messageerror': async ({ frame, turn, until }) => {
    const log = [];
    for (const type of ['message', 'messageerror']) {
      addEventListener(type, (event) => log.push(type, event.data), { once: true });
    }
    frame('sandboxed', () => {
      try {
        parent.postMessage(new SharedArrayBuffer(8), '*');
      } catch (error) {
        parent.postMessage(`refused ${error.name}`, '*');
      }
    });
    await until(() => log.length >= 2);
    await turn();
    return log;
  },
  'a message runs no other listeners': async ({ during }) => {
    const log = [];
    const own = {
      value: new Proxy(MessageEvent, {
        construct: (...all) => {
          log.push('made');
          return Reflect.construct(...all);
        },
      }),
      writable: true,
    };
    await during([[window, 'MessageEvent', own]], () => one());
    return log;
  },
});
