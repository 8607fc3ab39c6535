// Which listeners are called for a message, in what order, with what.

/** Sends one message to this window and returns `log` after it. */
const afterMessage = async (log, data = 'x') => {
  postMessage(data, '*');
  await turn();
  return log;
};
/** Adds listeners for the duration of one message. */
const withListeners = async (...added) => {
  const log = added[0];
  const undo = new AbortController();
  for (const [listener, options] of added.slice(1)) {
    addEventListener('message', listener, { ...options, signal: undo.signal });
  }
  await afterMessage(log);
  undo.abort();
  return log;
};

behaviours({
  "the page's own wrapper of addEventListener is called by the page alone": async ({ during, quiet }) => {
    const log = [];
    const { addEventListener: native } = EventTarget.prototype;
    const own = function (type, ...rest) {
      log.push(`${type} ${Object.prototype.toString.call(this ?? window)}`);
      return Reflect.apply(native, this, [type, ...rest]);
    };
    await during([[EventTarget.prototype, 'addEventListener', { value: own, writable: true }]], async () => {
      addEventListener('message', () => log.push('ran'), { once: true });
      postMessage('x', '*');
      await quiet();
    });
    return log;
  },
  'the method of an object is only read for a message': async ({ quiet }) => {
    const log = [];
    const object = {
      get handleEvent() {
        log.push('asked');
        return () => log.push('ran');
      },
    };
    addEventListener('message', object);
    await afterMessage(log);
    await quiet();
    removeEventListener('message', object);
    return log;
  },
  'the text of a function is not read': async ({ quiet }) => {
    const log = [];
    const listener = () => log.push('ran');
    listener.toString = () => log.push('asked');
    listener.toJSON = () => log.push('asked');
    addEventListener('message', listener);
    await afterMessage(log);
    await quiet();
    removeEventListener('message', listener);
    return log;
  },
  'run in the order in which they were added': () => {
    const log = [];
    const note = (word) => [() => log.push(word)];
    return withListeners(
      log,
      note('first'),
      note('second'),
      [() => log.push('capture'), { capture: true }],
      note('third'),
    );
  },
  'a once listener runs once': async () => {
    const log = [];
    addEventListener('message', () => log.push('once'), { once: true });
    await afterMessage(log);
    return afterMessage(log);
  },
  'a once listener can be removed before': () => {
    const log = [];
    const listener = () => log.push('ran');
    addEventListener('message', listener, { once: true });
    removeEventListener('message', listener);
    return afterMessage(log);
  },
  'a function added twice runs once': async () => {
    const log = [];
    const listener = () => log.push('ran');
    addEventListener('message', listener);
    addEventListener('message', listener, { passive: true });
    addEventListener('message', listener, false);
    await afterMessage(log);
    removeEventListener('message', listener);
    return afterMessage(log);
  },
  'capturing and non-capturing listeners are separate': async () => {
    const log = [];
    const listener = ({ eventPhase }) => log.push(eventPhase);
    addEventListener('message', listener, true);
    addEventListener('message', listener);
    removeEventListener('message', listener);
    await afterMessage(log);
    removeEventListener('message', listener, { capture: true });
    return afterMessage(log);
  },
  'a signal removes a listener': async () => {
    const log = [];
    const controller = new AbortController();
    addEventListener('message', () => log.push('ran'), { signal: controller.signal });
    await afterMessage(log);
    controller.abort();
    addEventListener('message', () => log.push('never'), { signal: controller.signal });
    return afterMessage(log);
  },
  'a passive listener cannot cancel an event': () => {
    const log = [];
    return withListeners(log, [
      (event) => {
        event.preventDefault();
        log.push(event.defaultPrevented, event.cancelable);
      },
      { passive: true },
    ]);
  },
  'handleEvent is called on its object and looked up at the call': async () => {
    const log = [];
    const object = {
      handleEvent(event) {
        log.push(this === object, event.type, arguments.length);
      },
    };
    addEventListener('message', object);
    await afterMessage(log);
    object.handleEvent = () => log.push('replaced');
    await afterMessage(log);
    removeEventListener('message', object);
    return afterMessage(log);
  },
  'a handleEvent getter is read once for each message': async () => {
    const log = [];
    const object = {
      get handleEvent() {
        log.push('read');
        return () => log.push('ran');
      },
    };
    addEventListener('message', object);
    log.push('added');
    await afterMessage(log);
    removeEventListener('message', object);
    return log;
  },
  'an object without handleEvent is an error, reported': ({ unhandled }) =>
    unhandled(async () => {
      const object = {};
      addEventListener('message', object, { once: true });
      await afterMessage([]);
    }),
  'null is not a listener and not an error': ({ thrown }) => [
    thrown(() => addEventListener('message', null)),
    thrown(() => addEventListener('message', undefined)),
    thrown(() => removeEventListener('message', null)),
  ],
  'a value that is not a listener is rejected': ({ thrown }) => [
    thrown(() => addEventListener('message', 5)),
    thrown(() => addEventListener('message', 'code')),
    thrown(() => addEventListener('message', Symbol('s'))),
    thrown(() => addEventListener('message')),
    thrown(() => addEventListener()),
    thrown(() => addEventListener(Symbol('s'), () => {})),
    thrown(() => addEventListener('message', () => {}, { signal: 5 })),
  ],
  'unusual receivers': ({ thrown }) => [
    thrown(() => EventTarget.prototype.addEventListener.call({}, 'message', () => {})),
    thrown(() => EventTarget.prototype.addEventListener.call(undefined, 'message', null)),
    thrown(() => EventTarget.prototype.addEventListener.call(null, 'message', null)),
    thrown(() => EventTarget.prototype.removeEventListener.call({}, 'message', () => {})),
    thrown(() => Reflect.apply(addEventListener, document, ['message', null])),
    thrown(() => (0, EventTarget.prototype.addEventListener)('message', null)),
  ],
  'adding and removing return nothing': () => {
    const listener = () => {};
    return [addEventListener('message', listener), removeEventListener('message', listener)].map(String);
  },
  'the properties of the functions are unchanged': ({ attributes, isNative }) =>
    ['addEventListener', 'removeEventListener', 'dispatchEvent'].map((name) => {
      const { [name]: own } = EventTarget.prototype;
      return [
        attributes(EventTarget.prototype, name),
        own.name,
        own.length,
        Reflect.ownKeys(own).map(String),
        isNative(own),
        'prototype' in own,
        Object.getPrototypeOf(own) === Function.prototype,
      ];
    }),
  'the functions are inherited, not own': () =>
    ['addEventListener', 'removeEventListener', 'dispatchEvent'].map((name) => [
      Object.hasOwn(window, name),
      window[name] === EventTarget.prototype[name],
      document[name] === window[name],
    ]),
  'the functions are not constructors': ({ thrown }) => [
    thrown(() => new EventTarget.prototype.addEventListener('x', null)),
    thrown(() => class extends EventTarget.prototype.addEventListener {}),
  ],
  'options are read once, in order': ({ noting, text }) => {
    const log = [];
    const { signal } = new AbortController();
    const listener = () => {};
    addEventListener(
      text('message', log),
      listener,
      noting({ capture: false, once: true, passive: false, signal }, log),
    );
    removeEventListener(text('message', log), listener, noting({ capture: false, once: true }, log));
    return log;
  },
  'options in a Proxy are read as usual': () => {
    const log = [];
    const options = new Proxy(
      {},
      {
        get: (_, key) => void log.push(`get ${String(key)}`),
        has: (_, key) => void log.push(`has ${String(key)}`),
      },
    );
    const listener = () => {};
    addEventListener('message', listener, options);
    removeEventListener('message', listener);
    return log;
  },
  'a type that throws throws': () => {
    const own = new RangeError('own');
    try {
      addEventListener(
        {
          toString: () => {
            throw own;
          },
        },
        () => {},
      );
    } catch (error) {
      return error === own;
    }
  },
  'an option that throws throws, and adds nothing': async () => {
    const own = new RangeError('own');
    const log = [];
    try {
      addEventListener('message', () => log.push('ran'), {
        get once() {
          throw own;
        },
      });
    } catch (error) {
      log.push(error === own);
    }
    return afterMessage(log);
  },
  'a stack trace inside an option is unchanged': ({ namesExtension, filesOf }) => {
    let seen;
    addEventListener('message', () => {}, {
      get once() {
        seen = new Error('seen');
        return true;
      },
    });
    return [namesExtension(seen), filesOf(seen).length];
  },
  'unusual options keep their meaning': async () => {
    const log = [];
    const options = [undefined, null, 0, 1, '', 'text', {}, [], Number.NaN];
    const listeners = options.map(
      (_, index) =>
        ({ eventPhase }) =>
          log.push(index * 10 + eventPhase),
    );
    listeners.forEach((listener, index) => addEventListener('message', listener, options[index]));
    await afterMessage(log);
    listeners.forEach((listener, index) => removeEventListener('message', listener, options[index]));
    return afterMessage(log);
  },
  'this is the window, or that of an arrow function': () => {
    const log = [];
    return withListeners(
      log,
      [
        function () {
          log.push(this === window);
        },
      ],
      [
        function () {
          log.push(this === window);
        },
      ],
      [(() => log.push(this === window)).bind({})],
      [
        function () {
          log.push(this.own);
        }.bind({ own: 'bound' }),
      ],
    );
  },
  'every listener gets the same event as its only argument': () => {
    const log = [];
    let first;
    return withListeners(
      log,
      [
        function (event) {
          first = event;
          log.push(arguments.length, event instanceof MessageEvent, window.event === event);
        },
      ],
      [
        (event) =>
          log.push(
            event === first,
            event.eventPhase,
            event.currentTarget === window,
            event.target === window,
          ),
      ],
    );
  },
  'an exception of a listener is reported once, and the others run': async ({ unhandled }) => {
    const log = [];
    const seen = await unhandled(() =>
      withListeners(
        log,
        [
          () => {
            throw new RangeError('own');
          },
        ],
        [() => log.push('ran')],
      ),
    );
    return [log, seen];
  },
  'the report of a listener’s exception contains its file and the error': async ({
    next,
    withoutPorts,
    stack,
  }) => {
    const reported = next(window, 'error');
    const own = new RangeError('own');
    addEventListener(
      'message',
      () => {
        throw own;
      },
      { once: true },
    );
    await afterMessage([]);
    const event = await reported;
    return [event.error === own, withoutPorts(event.filename), event.lineno, event.colno, stack(event.error)];
  },
  'an exception of an async listener is one unhandled rejection': ({ unhandled }) =>
    unhandled(() =>
      withListeners(
        [],
        [
          async () => {
            throw new RangeError('own');
          },
        ],
      ),
    ),
  'a stack trace inside a listener has only its own frames': async ({ stack }) => {
    const log = [];
    await withListeners(log, [
      function named() {
        // This keeps only the frames of the call. The asynchronous part is in tells.js.
        const asynchronous = /^at async|^[^@]*\*/;
        const lines = stack(new Error('here'));
        const end = lines.findIndex((line) => asynchronous.test(line));
        log.push(end === -1 ? lines : lines.slice(0, end));
      },
    ]);
    return log;
  },
  'stopImmediatePropagation stops later listeners only': () => {
    const log = [];
    return withListeners(
      log,
      [() => log.push('first')],
      [(event) => event.stopImmediatePropagation()],
      [() => log.push('never')],
    );
  },
  'stopPropagation does not stop other listeners on the window': () => {
    const log = [];
    return withListeners(
      log,
      [(event) => event.stopPropagation(), { capture: true }],
      [() => log.push('ran')],
    );
  },
  'a listener added during a message runs from the next one on': async () => {
    const log = [];
    const late = () => log.push('late');
    addEventListener(
      'message',
      () => {
        log.push('first');
        addEventListener('message', late);
      },
      { once: true },
    );
    await afterMessage(log);
    await afterMessage(log);
    removeEventListener('message', late);
    return log;
  },
  'a listener removed during a message does not run': () => {
    const log = [];
    const gone = () => log.push('never');
    return withListeners(log, [() => removeEventListener('message', gone)], [gone], [() => log.push('ran')]);
  },
  'onmessage accepts and returns functions and objects, and drops other values': () => {
    const own = () => {};
    const object = {};
    const given = [own, object, 5, 'code', undefined, null];
    const got = given.map((value) => {
      window.onmessage = value;
      return window.onmessage === value ? 'kept' : String(window.onmessage);
    });
    window.onmessage = null;
    return got;
  },
  'onmessage keeps its place when replaced': async () => {
    const log = [];
    window.onmessage = () => log.push('replaced');
    const listener = () => log.push('listener');
    addEventListener('message', listener);
    window.onmessage = () => log.push('handler');
    await afterMessage(log);
    window.onmessage = null;
    removeEventListener('message', listener);
    return log;
  },
  'the properties of onmessage are unchanged': ({ attributes }) => {
    const { get, set } = Object.getOwnPropertyDescriptor(window, 'onmessage');
    return [attributes(window, 'onmessage'), get.name, set.name, get.length, set.length];
  },
  'onmessage of a body is that of its window': () => {
    const own = () => {};
    document.body.onmessage = own;
    const same = window.onmessage === own;
    window.onmessage = null;
    return [same, document.body.onmessage];
  },
  'a message dispatched by the page differs from a real one': async () => {
    const log = [];
    const listener = (event) => log.push(event.isTrusted, event.data, event.origin, event.source);
    addEventListener('message', listener);
    const returned = dispatchEvent(
      new MessageEvent('message', { data: 'own', origin: 'http://forged.example' }),
    );
    removeEventListener('message', listener);
    return [returned, log];
  },
  'a dispatched message can be cancelled': () => {
    const listener = (event) => event.preventDefault();
    addEventListener('message', listener);
    const event = new MessageEvent('message', { cancelable: true });
    const returned = dispatchEvent(event);
    removeEventListener('message', listener);
    return [returned, event.defaultPrevented];
  },
  'an event dispatched twice runs its listeners twice': ({ thrown }) => {
    const log = [];
    const event = new MessageEvent('message', { data: 1 });
    const listener = () => log.push(thrown(() => dispatchEvent(event)));
    addEventListener('message', listener);
    dispatchEvent(event);
    dispatchEvent(event);
    removeEventListener('message', listener);
    return log;
  },
  'a Proxy of a function and a bound function are listeners': () => {
    const log = [];
    const proxied = new Proxy(() => log.push('proxied'), {
      apply: (target, self, args) => {
        log.push(self === window, args.length);
        return Reflect.apply(target, self, args);
      },
    });
    return withListeners(log, [proxied], [((word) => log.push(word)).bind(null, 'bound')]);
  },
  'a class as a listener is an error, reported': ({ unhandled }) =>
    unhandled(() => withListeners([], [class Own {}])),
  'a listener of another realm': async ({ realm }) => {
    const other = realm();
    other.log = [];
    const listener = other.Function(
      'event',
      'log.push(this === parent, event instanceof parent.MessageEvent, event instanceof MessageEvent)',
    );
    addEventListener('message', listener);
    await afterMessage([]);
    removeEventListener('message', listener);
    return other.log;
  },
  'addEventListener of another realm': async ({ realm }) => {
    const other = realm();
    const log = [];
    const listener = (event) => log.push(event.source === window, event.target === window);
    other.EventTarget.prototype.addEventListener.call(window, 'message', listener);
    await afterMessage(log);
    other.EventTarget.prototype.removeEventListener.call(window, 'message', listener);
    return afterMessage(log);
  },
  'other targets have listeners of their own': async ({ turn, until }) => {
    const log = [];
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => log.push(`listener ${data}`));
    port2.postMessage('early');
    await turn();
    log.push('not started');
    port1.start();
    await until(() => log.length >= 2);
    const target = new EventTarget();
    target.addEventListener('message', ({ type, isTrusted }) => log.push(type, isTrusted));
    target.dispatchEvent(new Event('message'));
    return log;
  },
  'a channel sends to the others of its name': async ({ next }) => {
    const [one, two] = [new BroadcastChannel('corpus'), new BroadcastChannel('corpus')];
    const message = next(two, 'message');
    one.postMessage({ hello: 'all' });
    const event = await message;
    one.close();
    two.close();
    return [event.data, event.source, event.origin === location.origin, event.target === two];
  },
  'a subclass of EventTarget': () => {
    const log = [];
    class Own extends EventTarget {
      addEventListener(...args) {
        log.push(args.length);
        return super.addEventListener(...args);
      }
    }
    const own = new Own();
    own.addEventListener('message', () => log.push('ran'), { once: true });
    return [own.dispatchEvent(new Event('message')), own.dispatchEvent(new Event('message')), log];
  },
  'a wrapper as in jQuery can be removed': async () => {
    const log = [];
    const wrappers = new Map();
    const on = (own) => {
      const wrapper = (event) => own.call(window, Object.create(event, { originalEvent: { value: event } }));
      wrappers.set(own, wrapper);
      addEventListener('message', wrapper);
    };
    const off = (own) => removeEventListener('message', wrappers.get(own));
    const listener = ({ originalEvent }) => log.push(originalEvent.data);
    on(listener);
    await afterMessage(log);
    off(listener);
    return afterMessage(log);
  },
  'a hundred listeners all run, in order': async () => {
    const log = [];
    const undo = new AbortController();
    for (let n = 0; n < 100; n++) addEventListener('message', () => log.push(n), { signal: undo.signal });
    await afterMessage(log);
    undo.abort();
    return [log.length, log.every((n, index) => n === index)];
  },
  'a listener whose signal was aborted can be added and removed again': async () => {
    const log = [];
    const listener = () => log.push('ran');
    const undo = new AbortController();
    addEventListener('message', listener, { signal: undo.signal });
    addEventListener('message', listener);
    undo.abort();
    await afterMessage(log);
    addEventListener('message', listener);
    await afterMessage(log);
    removeEventListener('message', listener);
    return afterMessage(log);
  },
});
