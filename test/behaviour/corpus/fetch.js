// What fetch() does with its arguments, and when.

/** Records that many steps of several promises, in the order in which they occur. */
const ordered = async ({ turn, until }, count, work) => {
  const log = [];
  work(log);
  log.push('after');
  await until(() => log.length >= count);
  await turn();
  return log;
};
/** Counts the microtasks that pass before a promise settles. */
const microtasksOf = async (promise) => {
  let over = false;
  promise.then(
    () => (over = true),
    () => (over = true),
  );
  let count = 0;
  while (!over && count < 100) {
    await null;
    count++;
  }
  return count;
};
const streamOf = (log, ...parts) => {
  let next = 0;
  return new ReadableStream(
    {
      pull(controller) {
        log.push(`pull ${next}`);
        if (next < parts.length) controller.enqueue(new TextEncoder().encode(parts[next++]));
        else controller.close();
      },
      cancel: () => log.push('cancelled'),
    },
    { highWaterMark: 0 },
  );
};
const initKeys = {
  body: undefined,
  cache: 'no-store',
  credentials: 'omit',
  duplex: 'half',
  headers: {},
  integrity: '',
  keepalive: false,
  method: 'GET',
  mode: 'cors',
  priority: 'auto',
  redirect: 'follow',
  referrer: '',
  referrerPolicy: '',
  signal: null,
  window: null,
};

behaviours({
  'it has its name, its length and no keys': ({ attributes, isNative }) => [
    fetch.name,
    fetch.length,
    Reflect.ownKeys(fetch).map(String),
    attributes(window, 'fetch'),
    'prototype' in fetch,
    isNative(fetch),
    Object.getPrototypeOf(fetch) === Function.prototype,
  ],
  'it is not a constructor': ({ thrown }) => [
    thrown(() => new fetch('/x')),
    thrown(() => Reflect.construct(fetch, ['/x'])),
    thrown(() => class extends fetch {}),
  ],
  'it returns a promise of this realm without own properties': async () => {
    const promise = fetch('/x');
    const facts = [
      promise instanceof Promise,
      promise.constructor === Promise,
      Reflect.ownKeys(promise).length,
      Object.getPrototypeOf(promise) === Promise.prototype,
    ];
    await promise;
    return facts;
  },
  'unusual receivers': async ({ settled, realm }) => {
    const other = realm();
    return Promise.all([
      settled(() => fetch.call(undefined, '/x')),
      settled(() => fetch.call(null, '/x')),
      settled(() => fetch.call({}, '/x')),
      settled(() => fetch.call(document, '/x')),
      settled(() => fetch.call(other, '/x')),
      settled(() => (0, fetch)('/x')),
      settled(() => fetch.bind(null)('/x')),
      settled(() => fetch.apply(window, ['/x'])),
      settled(() => Reflect.apply(fetch, window, ['/x'])),
      settled(() => Object.create(window).fetch('/x')),
    ]);
  },
  'a missing or invalid argument rejects and does not throw': ({ settled }) =>
    Promise.all([
      settled(() => fetch()),
      settled(() => fetch('http://')),
      settled(() => fetch('http://user:pass@www.a.localhost/')),
      settled(() => fetch('/x', 5)),
      settled(() => fetch('/x', 'text')),
      settled(() => fetch('/x', null)),
      settled(() => fetch('/x', undefined)),
      settled(() => fetch('/x', () => {})),
      settled(() => fetch(Symbol('s'))),
    ]),
  'an invalid member of init rejects': ({ settled }) =>
    Promise.all(
      [
        { mode: 'nonsense' },
        { mode: 'navigate' },
        { method: 'TRACE' },
        { method: 'b a d' },
        { body: 'x' },
        { credentials: 'x' },
        { redirect: 'x' },
        { cache: 'only-if-cached' },
        { headers: { 'b a d': '1' } },
        { headers: [['one']] },
        { headers: 5 },
        { signal: {} },
        { integrity: Symbol('s') },
        { referrer: 'http://' },
        { window: {} },
        { duplex: 'full', body: 'x', method: 'POST' },
        { priority: 'x' },
        { mode: 'no-cors', method: 'PUT' },
      ].map((init) => settled(() => fetch('/x', init))),
    ),
  'an invalid argument is rejected before a microtask passes': async () => [
    await microtasksOf(fetch()),
    await microtasksOf(fetch('/x', { mode: 'nonsense' })),
    await microtasksOf(fetch('http://')),
  ],
  'members of init are read once, in order': async ({ noting }) => {
    const log = [];
    await fetch('/x', noting(initKeys, log)).catch((error) => log.push(error.name));
    return log;
  },
  'a throwing member rejects with its exception, and the others are not read': async () => {
    const log = [];
    const own = new RangeError('own');
    const init = {
      get cache() {
        log.push('cache');
        return 'default';
      },
      get method() {
        log.push('method');
        throw own;
      },
      get mode() {
        log.push('mode');
        return 'cors';
      },
    };
    await fetch('/x', init).catch((error) => log.push(error === own));
    return log;
  },
  'a stack trace inside a member has no frame of the extension': async ({ namesExtension, filesOf }) => {
    let seen;
    await fetch('/x', {
      get method() {
        seen = new Error('seen');
        return 'GET';
      },
    });
    return [namesExtension(seen), filesOf(seen).length];
  },
  'inherited members count': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    class Init {
      get method() {
        return 'PUT';
      }
    }
    await fetch(url, Object.create({ method: 'DELETE' }));
    await fetch(url, new Init());
    return seen();
  },
  'an init that is a Proxy works': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    await fetch(url, new Proxy({ method: 'PUT', body: 'proxied' }, {}));
    await fetch(url, new Proxy({}, { get: (_, key) => (key === 'method' ? 'DELETE' : undefined) }));
    return seen();
  },
  'an init whose Proxy throws on descriptors still works': async ({ settled, endpoint }) => {
    const { url, seen } = endpoint();
    const init = new Proxy(
      { method: 'PUT' },
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('no');
        },
        getPrototypeOf: () => {
          throw new Error('no');
        },
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    return [await settled(() => fetch(url, init)), await seen()];
  },
  'a revoked Proxy as init rejects': ({ settled }) => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return settled(() => fetch('/x', proxy));
  },
  'an init with an endless prototype chain of a Proxy ends': ({ settled }) => {
    const init = new Proxy({}, { getPrototypeOf: () => init });
    return settled(() => fetch('/x', init));
  },
  'a URL object works, and other values are converted to text once': async ({ text, settled }) => {
    const log = [];
    log.push(await settled(() => fetch(new URL('/x', location.href))));
    log.push(await settled(() => fetch(text('/x?c=text', log))));
    log.push(
      await settled(() =>
        fetch({
          toString: () => {
            throw new RangeError('own');
          },
        }),
      ),
    );
    log.push(await settled(() => fetch({ [Symbol.toPrimitive]: (hint) => `/x?${log.push(hint)}` })));
    return log;
  },
  'a URL is resolved against the page, at the call': async () => {
    const got = [];
    for (const url of ['/x', 'x', './x', `//${location.host}/x`, '', '?c=1', '#f'])
      got.push((await fetch(url)).url.replace(location.origin, ''));
    return got;
  },
  'headers are iterated once': async ({ endpoint }) => {
    const log = [];
    const headers = {
      *[Symbol.iterator]() {
        log.push('walked');
        yield ['X-One', '1'];
        yield ['Content-Type', 'text/own'];
      },
    };
    const { url, seen } = endpoint();
    await fetch(url, { method: 'POST', body: 'b', headers });
    return [log, await seen()];
  },
  'headers of a record are read once': async ({ noting }) => {
    const log = [];
    await fetch('/x', { headers: noting({ 'X-One': '1', 'X-Two': '2' }, log) });
    return log;
  },
  'a generator of headers can be used once': async ({ settled, endpoint }) => {
    const headers = (function* () {
      yield ['Content-Type', 'text/own'];
    })();
    const { url, seen } = endpoint();
    await settled(() => fetch(url, { method: 'POST', headers }));
    await settled(() => fetch(url, { method: 'POST', headers }));
    return seen();
  },
  'a body is converted to text once': async ({ text, endpoint }) => {
    const log = [];
    const { url, seen } = endpoint();
    await fetch(url, { method: 'POST', body: text('the body', log) });
    return [log, await seen()];
  },
  'bodies of every kind arrive': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    const form = new FormData();
    form.append('a', 'b');
    const bodies = [
      'text',
      new URLSearchParams({ a: 'b' }),
      new Blob(['blob'], { type: 'text/own' }),
      new TextEncoder().encode('bytes'),
      new TextEncoder().encode('view').buffer,
      new DataView(new ArrayBuffer(2)),
      form,
    ];
    for (const body of bodies) await fetch(url, { method: 'POST', body });
    return (await seen()).map(([method, type, body]) => [
      method,
      type?.split(';')[0],
      form && type?.startsWith('multipart') ? /name="a"\s+b/.test(body) : body,
    ]);
  },
  'a streaming body is only pulled by the browser': async ({ settled }) => {
    const log = [];
    const body = streamOf(log, 'one', 'two');
    const init = { method: 'POST', body, duplex: 'half' };
    log.push(await settled(() => fetch('/x', { method: 'POST', body, duplex: undefined })));
    log.push(body.locked);
    const request = settled(() => fetch('data:text/plain,', init));
    log.push(body.locked, await request);
    log.push(await settled(() => fetch('/x', init)));
    return log;
  },
  'a Request whose body is used rejects': async ({ settled, endpoint }) => {
    const { url, seen } = endpoint();
    const request = new Request(url, { method: 'POST', body: 'once' });
    const log = [
      request.bodyUsed,
      await settled(() => fetch(request)),
      request.bodyUsed,
      await settled(() => fetch(request)),
      await settled(() => request.text()),
    ];
    return [log, await seen()];
  },
  'a Request without a body can be used again': async ({ settled }) => {
    const request = new Request('/x');
    return [await settled(() => fetch(request)), await settled(() => fetch(request)), request.bodyUsed];
  },
  'a clone and its Request both work': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    const request = new Request(url, { method: 'POST', body: 'twice' });
    const clone = request.clone();
    await fetch(request);
    const between = [request.bodyUsed, clone.bodyUsed];
    await fetch(clone);
    return [between, await seen()];
  },
  'an init overrides a Request': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    const request = new Request(url, { method: 'POST', body: 'first' });
    await fetch(request, { body: 'second', method: 'PUT' });
    return [request.bodyUsed, await seen()];
  },
  'getters of a subclass of Request are not called': async ({ endpoint }) => {
    const log = [];
    class Own extends Request {
      get method() {
        log.push('method');
        return 'OWN';
      }
      get url() {
        log.push('url');
        return 'http://own.example';
      }
      get credentials() {
        log.push('credentials');
        return 'omit';
      }
      get mode() {
        log.push('mode');
        return 'no-cors';
      }
      get headers() {
        log.push('headers');
        return new Headers();
      }
    }
    const { url, seen } = endpoint();
    await fetch(new Own(url, { method: 'PUT' }));
    return [log, await seen()];
  },
  "the page's accessors of Request are called by the page alone": async ({ during }) => {
    const log = [];
    const own = (key) => [
      Request.prototype,
      key,
      {
        get() {
          log.push(key);
          return undefined;
        },
      },
    ];
    const request = new Request('/x', { credentials: 'include' });
    await during(
      [
        'url',
        'method',
        'mode',
        'credentials',
        'headers',
        'redirect',
        'integrity',
        'keepalive',
        'signal',
        'body',
        'bodyUsed',
        'destination',
        'duplex',
      ]
        .filter((key) => key in Request.prototype)
        .map(own),
      () => fetch(request),
    );
    return log;
  },
  'a Proxy of a Request is converted to text': ({ settled }) =>
    settled(() => fetch(new Proxy(new Request('/x'), {}))).then((text) => text.slice(0, 30)),
  'a Request of another realm': async ({ realm, settled, endpoint }) => {
    const { url, seen } = endpoint();
    const other = realm();
    return [await settled(() => fetch(new other.Request(url, { method: 'PUT', body: 'b' }))), await seen()];
  },
  'an aborted signal rejects with its reason': async ({ settled }) => {
    const reason = { own: 'reason' };
    const signal = AbortSignal.abort(reason);
    const got = await fetch('/x', { signal }).catch((error) => error);
    return [got === reason, await settled(() => fetch('/x', { signal: AbortSignal.abort() }))];
  },
  'an abort is reported in order': (tools) => {
    const controller = new AbortController();
    return ordered(tools, 8, (log) => {
      controller.signal.addEventListener('abort', () => log.push('abort event'));
      fetch('/x?act=hang', { signal: controller.signal }).catch((error) => log.push(`fetch ${error.name}`));
      Promise.resolve().then(() => log.push('microtask before'));
      controller.abort();
      log.push('aborted');
      Promise.resolve()
        .then(() => log.push('microtask 1'))
        .then(() => log.push('microtask 2'))
        .then(() => log.push('microtask 3'));
    });
  },
  'an aborted signal is reported in order': (tools) =>
    ordered(tools, 6, (log) => {
      Promise.resolve().then(() => log.push('microtask before'));
      fetch('/x', { signal: AbortSignal.abort() }).catch(() => log.push('fetch'));
      Promise.resolve()
        .then(() => log.push('microtask 1'))
        .then(() => log.push('microtask 2'))
        .then(() => log.push('microtask 3'));
    }),
  'an await of a rejection continues in order': (tools) =>
    ordered(tools, 7, async (log) => {
      const waiting = (async () => {
        try {
          await fetch('/x', { mode: 'nonsense' });
        } catch {
          log.push('caught');
        }
      })();
      for (const n of [1, 2, 3, 4, 5]) await Promise.resolve().then(() => log.push(n));
      return waiting;
    }),
  'only the browser adds listeners to a signal': async ({ during }) => {
    const log = [];
    const { addEventListener: native } = EventTarget.prototype;
    const own = {
      writable: true,
      value: function (...args) {
        log.push(args[0]);
        return Reflect.apply(native, this, args);
      },
    };
    await during([[EventTarget.prototype, 'addEventListener', own]], () =>
      fetch('/x', { signal: new AbortController().signal }),
    );
    return log;
  },
  'an abort after the end does nothing': async () => {
    const controller = new AbortController();
    const response = await fetch('/x', { signal: controller.signal });
    const text = await response.text();
    controller.abort();
    return [text, response.bodyUsed];
  },
  'an abort while the body comes': async ({ settled }) => {
    const controller = new AbortController();
    const response = await fetch('/x?k=es', { signal: controller.signal });
    const text = settled(() => response.text());
    controller.abort();
    return text;
  },
  'an unhandled rejection is reported once': ({ unhandled }) =>
    unhandled(() => void fetch('/x', { mode: 'nonsense' })),
  'an unhandled failure is reported once': ({ unhandled, next }) =>
    unhandled(() => {
      fetch('/x?act=reset');
      return next(window, 'unhandledrejection');
    }),
  'a handled rejection is not reported': ({ unhandled }) =>
    unhandled(() => void fetch('/x', { mode: 'nonsense' }).catch(() => {})),
  'an unhandled derived promise is reported once': ({ unhandled }) =>
    unhandled(() => void fetch('/x', { mode: 'nonsense' }).then(() => {})),
  'the event of an unhandled rejection has the same promise': async ({ next }) => {
    const told = next(window, 'unhandledrejection');
    const promise = fetch('http://');
    const event = await told;
    event.preventDefault();
    return [event.promise === promise, event.reason instanceof TypeError];
  },
  'a rejection that is handled late is reported and then withdrawn': ({ unhandled, next, turn }) =>
    unhandled(async () => {
      const reported = next(window, 'unhandledrejection');
      const promise = fetch('http://');
      await reported;
      await turn();
      promise.catch(() => {});
    }),
  'it resolves with a Response of this realm': async () => {
    const response = await fetch('/x');
    return [
      response instanceof Response,
      response.type,
      response.status,
      response.ok,
      response.redirected,
      response.bodyUsed,
      Reflect.ownKeys(response).length,
    ];
  },
  'a body is read once': async ({ settled }) => {
    const response = await fetch('/x');
    return [
      await settled(() => response.text()),
      response.bodyUsed,
      await settled(() => response.text()),
      await settled(() => response.json()),
    ];
  },
  'a response can be cloned': async ({ settled }) => {
    const response = await fetch('/x');
    const clone = response.clone();
    return [await response.text(), await clone.text(), await settled(async () => response.clone())];
  },
  'a body is a stream, unlocked': async () => {
    const { body } = await fetch('/x');
    const reader = body.getReader();
    const { value } = await reader.read();
    return [body.locked, new TextDecoder().decode(value), (await reader.read()).done];
  },
  'other origins: allowed, blocked, opaque': async ({ origins, settled }) => {
    const opaque = await fetch(`${origins.api}/x`, { mode: 'no-cors' });
    return [
      (await fetch(`${origins.api}/x?ok=1`)).type,
      await settled(() => fetch(`${origins.api}/x`)),
      opaque.type,
      opaque.status,
      opaque.url,
      await opaque.text(),
    ];
  },
  'redirects: followed, manual, rejected': async ({ settled }) => {
    const [followed, manual] = [await fetch('/x?loc=/x'), await fetch('/x?loc=/x', { redirect: 'manual' })];
    return [
      followed.redirected,
      followed.status,
      manual.type,
      manual.status,
      await settled(() => fetch('/x?loc=/x', { redirect: 'error' })),
    ];
  },
  'failing requests fail in the same way': ({ settled, origins }) =>
    Promise.all(
      [
        '/x?act=reset',
        `${origins.closed}/`,
        'nonsense:x',
        'about:blank',
        'ftp://x.example/',
        'file:///x',
        'http://www.a.localhost:1/',
      ].map((url) => settled(() => fetch(url))),
    ),
  'integrity that does not match rejects': ({ settled }) =>
    settled(() => fetch('/x', { integrity: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' })),
  'data: and blob: URLs': async () => [
    await (await fetch('data:text/plain,data')).text(),
    await (await fetch(URL.createObjectURL(new Blob(['blob'])))).text(),
  ],
  'keepalive, and one that is too large': async ({ settled }) => [
    await settled(() => fetch('/x', { keepalive: true, method: 'POST', body: 'small' })),
    await settled(() => fetch('/x', { keepalive: true, method: 'POST', body: 'x'.repeat(70_000) })),
  ],
  "a frame's fetch is of the frame's realm": async ({ realm }) => {
    const other = realm();
    const promise = other.fetch('/x');
    const error = await other.fetch('http://').catch((reason) => reason);
    const response = await promise;
    return [
      promise instanceof other.Promise,
      promise instanceof Promise,
      error instanceof other.TypeError,
      error instanceof TypeError,
      response instanceof other.Response,
      response instanceof Response,
      other.fetch === fetch,
    ];
  },
  "a frame's fetch on our window, and ours on the frame's": async ({ realm, settled }) => {
    const other = realm();
    const promise = other.fetch.call(window, '/x');
    return [
      promise instanceof other.Promise,
      promise instanceof Promise,
      await settled(() => promise),
      await settled(() => fetch.call(other, '/x')),
    ];
  },
  'a fetch of a frame that is gone': async ({ loaded, settled, turn }) => {
    const child = await loaded('same');
    const { fetch: own } = child.contentWindow;
    const { contentWindow } = child;
    child.remove();
    return Promise.race([
      settled(() => own.call(contentWindow, '/x')),
      // By then, a request that began later has ended.
      fetch('/x')
        .then((response) => response.text())
        .then(turn)
        .then(() => 'never settled'),
    ]);
  },
  'fetches of a sandboxed frame': async ({ frame, next }) => {
    const told = next(window, 'message');
    const code = `fetch('${location.origin}/x?ok=1').then((r) => r.type, (e) => e.name).then((type) => parent.postMessage([type, origin], '*'))`;
    frame('sandboxed', code);
    return (await told).data;
  },
  'errors are of this realm, and their stack traces have no frame of the extension': async ({
    namesExtension,
    filesOf,
  }) => {
    const errors = await Promise.all(
      [fetch('http://'), fetch('/x', { mode: 'nonsense' }), fetch('/x?act=reset')].map((promise) =>
        promise.catch((error) => error),
      ),
    );
    return errors.map((error) => [
      error instanceof TypeError,
      namesExtension(error),
      filesOf(error).length,
      Reflect.ownKeys(error).map(String),
    ]);
  },
  'errors after an await have no frame of the extension in their stack traces': async ({
    namesExtension,
    filesOf,
  }) => {
    try {
      await fetch('/x?act=reset');
    } catch (error) {
      return [namesExtension(error), filesOf(error).length];
    }
  },
  "a page's wrapper is called as it calls": async ({ during }) => {
    const log = [];
    const native = window.fetch;
    const own = {
      writable: true,
      enumerable: true,
      value: function (...args) {
        log.push(args.length, this === window || this === undefined);
        return Reflect.apply(native, this, args);
      },
    };
    const text = await during([[window, 'fetch', own]], async () => (await fetch('/x')).text());
    return [log, text, window.fetch === native];
  },
  "a page's Proxy of it": async () => {
    const log = [];
    const own = new Proxy(fetch, {
      apply: (...all) => {
        log.push(all[2].length);
        return Reflect.apply(...all);
      },
      get: (target, key) => {
        log.push(`get ${String(key)}`);
        return target[key];
      },
    });
    return [await (await own('/x')).text(), log];
  },
  'it can be replaced, deleted and extended': ({ realm }) => {
    const other = realm();
    other.fetch.own = 1;
    const log = [other.fetch.own];
    other.fetch = 5;
    log.push(other.fetch, delete other.fetch, typeof other.fetch);
    return log;
  },
  'from a module, eval and a timer': async ({ frame, gather }) => {
    const messages = gather(window, 'message', 3, ({ data }) => data);
    frame('same', () => {
      const tell = (word) => (response) => parent.postMessage([word, response.status], '*');
      (0, eval)('fetch("/x")')
        .then(tell('eval'))
        .then(() => {
          setTimeout(() =>
            fetch('/x')
              .then(tell('timer'))
              .then(() => {
                const script = document.createElement('script');
                script.type = 'module';
                script.textContent =
                  'const response = await fetch("/x"); parent.postMessage(["module", response.status], "*");';
                document.documentElement.append(script);
              }),
          );
        });
    });
    return messages;
  },
  'fifty requests at once all end': async () => {
    const responses = await Promise.all(
      Array.from({ length: 50 }, () => fetch('/x').then((response) => response.text())),
    );
    return [responses.length, new Set(responses).size];
  },
  'simple requests stay simple': async ({ endpoint, origins }) => {
    const { url, seen } = endpoint('ok=1', origins.api);
    await fetch(url, { method: 'POST', body: 'simple' });
    return seen();
  },
  'Request and Headers are unchanged': ({ thrown, attributes }) => [
    thrown(() => new Request('http://')),
    thrown(() => new Request('/x', { mode: 'nonsense' })),
    thrown(() => Request('/x')),
    new Request('/x').constructor === Request,
    attributes(window, 'Request'),
    thrown(() => new Headers({ 'b a d': '1' })),
  ],
});
