// The properties and the behaviour of postMessage().

const kinds = [
  'same',
  'sameSite',
  'cross',
  'srcdoc',
  'sandboxed',
  'data',
  'blob',
  'javascript',
  'written',
  'blank',
];
const frameIs = (event, frame) => [
  event.source === frame.contentWindow,
  event.source === window,
  event.origin.replace(/:\d+$/, ''),
  event.isTrusted,
];

behaviours({
  ...Object.fromEntries(
    kinds.flatMap((kind) => [
      [
        `a message of a ${kind} frame has that frame as its source`,
        async ({ frame, gather }) => {
          const messages = gather(window, 'message', 1);
          const child = frame(kind, () => parent.postMessage({ hello: 'parent' }, '*'));
          const [event] = await messages;
          return [...frameIs(event, child), event.data, event.ports.length, event.lastEventId];
        },
      ],
      [
        `a reply through the source reaches a ${kind} frame, and its answer comes back`,
        async ({ frame, next }) => {
          const ready = next(window, 'message');
          const child = frame(kind, () => {
            addEventListener('message', (event) => {
              const from = [event.source === parent, event.source === window, event.isTrusted];
              event.source.postMessage(['answer', event.data, from], '*');
            });
            parent.postMessage('ready', '*');
          });
          const { source } = await ready;
          const answered = next(window, 'message');
          source.postMessage('question', '*');
          const event = await answered;
          return [...frameIs(event, child), event.data];
        },
      ],
    ]),
  ),

  'it returns nothing': () => [postMessage('x', '*'), postMessage('x'), postMessage('x', {})].map(String),
  'it has its name, its length and no keys of its own': () => [
    postMessage.name,
    postMessage.length,
    Reflect.ownKeys(postMessage).map(String),
    typeof postMessage,
  ],
  'it is an ordinary property of the window': ({ attributes }) => [
    attributes(window, 'postMessage'),
    window.postMessage === self.postMessage,
    window.postMessage === window.postMessage,
  ],
  'it is a function of this realm': ({ realm }) => [
    Object.getPrototypeOf(postMessage) === Function.prototype,
    postMessage instanceof Function,
    realm().postMessage instanceof Function,
    postMessage.constructor === Function,
    'prototype' in postMessage,
    Object.prototype.toString.call(postMessage),
    Object.isFrozen(postMessage),
    Object.isExtensible(postMessage),
  ],
  'it passes for native': ({ isNative }) => isNative(postMessage),
  'it is not a constructor': ({ thrown }) => [
    thrown(() => new postMessage('x')),
    thrown(() => Reflect.construct(postMessage, ['x'])),
    thrown(() => Reflect.construct(Object, [], postMessage)),
    thrown(() => class extends postMessage {}),
  ],
  'it requires an argument': ({ thrown }) => thrown(() => postMessage()),
  'it rejects an invalid target origin': ({ thrown }) => [
    thrown(() => postMessage('x', 'nonsense')),
    thrown(() => postMessage('x', '')),
    thrown(() => postMessage('x', { targetOrigin: 'http://' })),
    thrown(() => postMessage('x', 5)),
    thrown(() => postMessage('x', null)),
    thrown(() => postMessage('x', '*', 5)),
  ],
  'it rejects data that cannot be cloned': ({ thrown }) => [
    thrown(() => postMessage(() => {}, '*')),
    thrown(() => postMessage(Symbol('s'), '*')),
    thrown(() => postMessage(document.body, '*')),
    thrown(() => postMessage(new WeakMap(), '*')),
    thrown(() => postMessage(new Proxy({}, {}), '*')),
    thrown(() => postMessage(Promise.resolve(), '*')),
  ],
  'the error is a DOMException of this realm': () => {
    try {
      postMessage(() => {}, '*');
    } catch (error) {
      return [error instanceof DOMException, error.code, error.name, Reflect.ownKeys(error).map(String)];
    }
  },
  'the error has the stack trace of its call': ({ stack }) => {
    try {
      postMessage(() => {}, '*');
    } catch (error) {
      return stack(error);
    }
  },
  'an exception of a getter is unchanged': () => {
    const own = new RangeError('own');
    const value = {
      get a() {
        throw own;
      },
    };
    try {
      postMessage(value, '*');
    } catch (error) {
      return [error === own, error.message];
    }
  },
  'a getter sees the stack of its caller': ({ stack }) => {
    let seen;
    const value = {
      get a() {
        seen = new Error('seen');
        return 1;
      },
    };
    postMessage(value, '*');
    return stack(seen);
  },
  'getters and conversions run once, in order': ({ noting, text }) => {
    const log = [];
    const data = noting({ one: 1, two: 2 }, log);
    postMessage(
      data,
      noting({ includeUserActivation: false, targetOrigin: text('*', log), transfer: [] }, log),
    );
    postMessage(data, text('*', log), []);
    return log;
  },
  'a transfer list is iterated once': () => {
    const log = [];
    const { port1 } = new MessageChannel();
    const list = {
      *[Symbol.iterator]() {
        log.push('walked');
        yield port1;
      },
    };
    postMessage('x', '*', list);
    return log;
  },
  'a buffer is transferred': async ({ next }) => {
    const buffer = new ArrayBuffer(8);
    const message = next(window, 'message');
    postMessage(buffer, '*', [buffer]);
    const after = buffer.byteLength;
    return [after, (await message).data.byteLength, buffer.detached ?? null];
  },
  'a port is transferred and works': async ({ frame, next }) => {
    const { port1, port2 } = new MessageChannel();
    const child = frame('same', () => {
      addEventListener('message', ({ ports: [port], data }) => port.postMessage([data, 'through the port']));
      parent.postMessage('ready', '*');
    });
    await next(window, 'message');
    child.contentWindow.postMessage('for you', '*', [port2]);
    const answer = new Promise((resolve) => (port1.onmessage = resolve));
    const event = await answer;
    return [event.data, event.source, event.origin, event.target === port1, event.isTrusted];
  },
  'an object transferred twice is rejected': ({ thrown }) => {
    const buffer = new ArrayBuffer(8);
    return [
      thrown(() => postMessage('x', '*', [buffer, buffer])),
      thrown(() => postMessage('x', '*', [{}])),
      buffer.byteLength,
    ];
  },
  'data is cloned as in the standard': async ({ next, show }) => {
    const cyclic = {
      list: [1, undefined, 3],
      not: Number.NaN,
      zero: -0,
      date: new Date(5),
      re: /a/gi,
      big: 5n,
    };
    cyclic.self = cyclic;
    const message = next(window, 'message');
    postMessage(
      { cyclic, map: new Map([[1, new Set([2])]]), error: new TypeError('t'), nothing: undefined },
      '*',
    );
    const { data } = await message;
    const { cyclic: got } = data;
    return [
      got.self === got,
      got !== cyclic,
      1 in got.list,
      Object.is(got.zero, -0),
      [got.not, got.date, got.re, got.big].map(show),
      [...data.map.get(1)],
      data.error.name,
      Object.keys(data),
    ];
  },
  'an instance arrives as a plain object': async ({ next }) => {
    class Point {
      x = 1;
      get y() {
        return 2;
      }
    }
    const message = next(window, 'message');
    postMessage(new Point(), '*');
    const { data } = await message;
    return [data instanceof Point, data.constructor.name, Object.keys(data)];
  },
  'a message of a window to itself has that window as its source': async ({ next }) => {
    const message = next(window, 'message');
    postMessage('x', '/');
    const event = await message;
    return [event.source === window, event.origin === location.origin, event.data];
  },
  'another target origin drops the message, silently': async ({ gather, next, unhandled }) => {
    const messages = gather(window, 'message', 3);
    const seen = await unhandled(async () => {
      const arrived = next(window, 'message');
      postMessage('wrong', 'https://wrong.example');
      postMessage('right', location.origin);
      await arrived;
    });
    postMessage('last', '*');
    postMessage('last', '*');
    return [(await messages).map(({ data }) => data), seen];
  },
  'unusual receivers': ({ thrown }) => [
    thrown(() => postMessage.call(undefined, 'x', '*')),
    thrown(() => postMessage.call(null, 'x', '*')),
    thrown(() => postMessage.call({}, 'x', '*')),
    thrown(() => postMessage.call(document, 'x', '*')),
    thrown(() => postMessage.call(1, 'x', '*')),
    thrown(() => Reflect.apply(postMessage, window, ['x', '*'])),
    thrown(() => Object.create(window).postMessage('x', '*')),
  ],
  'the source is the same for call, apply, bind and Reflect': async ({ frame, gather }) => {
    const messages = gather(window, 'message', 5);
    const child = frame('same', () => {
      parent.postMessage.call(parent, 'call', '*');
      parent.postMessage.apply(parent, ['apply', '*']);
      parent.postMessage.bind(parent, 'bind')('*');
      Reflect.apply(parent.postMessage, parent, ['reflect', '*']);
      const { postMessage } = parent;
      postMessage('bare', '*');
    });
    return (await messages).map((event) => [event.data, ...frameIs(event, child)]);
  },
  'the source is the same for its own function on another window': async ({ frame, gather }) => {
    const messages = gather(window, 'message', 2);
    const child = frame('same', () => {
      postMessage.call(parent, 'own', '*');
      Reflect.apply(postMessage, parent, ['own', '*']);
    });
    return (await messages).map((event) => [event.data, ...frameIs(event, child)]);
  },
  'through the Reflect of another realm': async ({ realm, next }) => {
    const other = realm();
    const message = next(window, 'message');
    other.Reflect.apply(postMessage, window, ['x', '*']);
    const event = await message;
    return [event.source === window, event.source === other];
  },
  'bound and called by a timer of the frame': async ({ frame, next }) => {
    const message = next(window, 'message');
    const child = frame('same', () => setTimeout(parent.postMessage.bind(parent, 'timer', '*')));
    return frameIs(await message, child);
  },
  'from a promise reaction, an event handler, eval and new Function': async ({ frame, gather }) => {
    const messages = gather(window, 'message', 4);
    const child = frame('same', () => {
      Promise.resolve().then(() => parent.postMessage('promise', '*'));
      new EventTarget().addEventListener('x', () => {});
      document.addEventListener('x', () => parent.postMessage('handler', '*'));
      document.dispatchEvent(new Event('x'));
      (0, eval)('parent.postMessage("eval", "*")');
      new Function('parent.postMessage("function", "*")')();
    });
    return (await messages).map((event) => [event.data, ...frameIs(event, child)]);
  },
  'from a module script': async ({ frame, next }) => {
    const message = next(window, 'message');
    const child = frame('same', () => {
      const script = document.createElement('script');
      script.type = 'module';
      script.textContent = 'parent.postMessage("module", "*")';
      document.documentElement.append(script);
    });
    return frameIs(await message, child);
  },
  'a function of the parent called by its frame': async ({ frame, next }) => {
    const message = next(window, 'message');
    window.sendForFrame = () => postMessage('for the frame', '*');
    const child = frame('same', () => parent.sendForFrame());
    const event = await message;
    delete window.sendForFrame;
    return frameIs(event, child);
  },
  'a grandchild is the source': async ({ frame, next }) => {
    const message = next(window, 'message');
    frame('same', () => {
      const inner = document.createElement('iframe');
      inner.srcdoc = '<script>top.postMessage("deep", "*")</script>';
      document.documentElement.append(inner);
    });
    const event = await message;
    const last = frames.length - 1;
    return [
      event.source === frames[last].frames[0],
      event.source.parent === frames[last],
      event.source.top === top,
    ];
  },
  'a popup and its opener exchange messages with the right sources': async ({ popup, next }) => {
    const ready = next(window, 'message');
    const opened = popup(() => {
      addEventListener('message', (event) => {
        event.source.postMessage(['answer', event.source === opener, event.data], '*');
      });
      opener.postMessage('ready', '*');
    });
    const first = await ready;
    const answered = next(window, 'message');
    opened.postMessage('question', '*');
    const event = await answered;
    return [first.source === opened, event.source === opened, event.data];
  },
  'a removed frame receives nothing and throws nothing': async ({ loaded, thrown }) => {
    const child = await loaded('same');
    const { contentWindow } = child;
    child.remove();
    return [thrown(() => contentWindow.postMessage('x', '*')), contentWindow.closed];
  },
  'messages keep their order, and come after promises': async ({ turn, until }) => {
    const log = [];
    const listener = (event) => {
      log.push(event.data);
      Promise.resolve().then(() => log.push(`microtask of ${event.data}`));
    };
    addEventListener('message', listener);
    postMessage(1, '*');
    Promise.resolve().then(() => log.push('promise'));
    queueMicrotask(() => log.push('microtask'));
    postMessage(2, '*');
    log.push('after');
    await until(() => log.length >= 7);
    await turn();
    removeEventListener('message', listener);
    return log;
  },
  'microtasks run between the listeners of one message': async ({ turn, until }) => {
    const log = [];
    const listeners = [1, 2, 3].map((n) => () => {
      log.push(n);
      queueMicrotask(() => log.push(`microtask of ${n}`));
    });
    for (const listener of listeners) addEventListener('message', listener);
    postMessage('x', '*');
    await until(() => log.length >= 6);
    await turn();
    for (const listener of listeners) removeEventListener('message', listener);
    return log;
  },
  'data is read as it is at the call': async ({ next }) => {
    const data = { now: 1 };
    const message = next(window, 'message');
    postMessage(data, '*');
    data.now = 2;
    return (await message).data;
  },
  'a page can extend the function and replace it': ({ realm }) => {
    const other = realm();
    other.postMessage.own = 1;
    const kept = other.postMessage.own;
    const own = () => 'own';
    other.postMessage = own;
    const replaced = other.postMessage === own;
    return [kept, replaced, delete other.postMessage, typeof other.postMessage];
  },
  "a page's wrapper of it works as before": async ({ realm, gather }) => {
    const other = realm();
    const native = other.postMessage;
    const log = [];
    other.postMessage = function (...args) {
      log.push(args[0], this === other);
      return Reflect.apply(native, this, args);
    };
    const messages = gather(other, 'message', 1);
    other.postMessage('x', '*');
    return [(await messages).map(({ data }) => data), log];
  },
  'it can be frozen, and its prototype set': ({ realm }) => {
    const { postMessage: own } = realm();
    return [
      Object.isFrozen(Object.freeze(own)),
      Reflect.setPrototypeOf(own, null),
      Reflect.ownKeys(own).map(String),
    ];
  },
  'a thousand messages all arrive in order': async ({ gather }) => {
    const messages = gather(window, 'message', 1000, ({ data }) => data);
    for (let n = 0; n < 1000; n++) postMessage(n, '*');
    const data = await messages;
    return [data.length, data.every((n, index) => n === index)];
  },
  'ten megabytes arrive whole': async ({ next }) => {
    const message = next(window, 'message');
    postMessage('x'.repeat(10_000_000), '*');
    return (await message).data.length;
  },
});
