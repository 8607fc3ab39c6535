// Cookies and storage.

const accessors = {
  cookie: () => Document.prototype,
  localStorage: () => window,
  sessionStorage: () => window,
};
const methods = {
  open: () => IDBFactory.prototype,
  requestStorageAccess: () => Document.prototype,
  hasStorageAccess: () => Document.prototype,
};
const forget = () => {
  document.cookie = 'corpus=; Max-Age=0';
  localStorage.removeItem('corpus');
};

behaviours({
  ...Object.fromEntries(
    Object.entries(accessors).map(([name, of]) => [
      `${name} looks as it does`,
      ({ isNative, attributes, thrown }) => {
        const holder = of();
        const { get, set } = Object.getOwnPropertyDescriptor(holder, name);
        return [
          attributes(holder, name),
          isNative(get),
          get.name,
          get.length,
          set ? [isNative(set), set.name, set.length] : typeof set,
          ...[null, {}, document.body].map((self) => thrown(() => Reflect.apply(get, self, []))),
          set ? thrown(() => Reflect.apply(set, {}, ['x'])) : null,
        ];
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(methods).map(([name, of]) => [
      `${name}() looks as it does`,
      async ({ isNative, attributes, settled }) => {
        const holder = of();
        return [
          attributes(holder, name),
          isNative(holder[name]),
          holder[name].name,
          holder[name].length,
          'prototype' in holder[name],
          await settled(() => Reflect.apply(holder[name], {}, ['x'])),
        ];
      },
    ]),
  ),

  'a cookie is written and read': () => {
    document.cookie = 'corpus=written; Path=/; SameSite=Lax';
    document.cookie = 'corpus=refused; HttpOnly';
    document.cookie = 'corpus=refused; Domain=other.test';
    const found = document.cookie.includes('corpus=written');
    document.cookie = 'corpus=; Max-Age=0; Path=/';
    return [found, document.cookie.includes('corpus')];
  },
  'a cookie is converted to text once': ({ text, thrown }) => {
    const log = [];
    document.cookie = text('corpus=made', log);
    log.push(
      document.cookie.includes('corpus=made'),
      thrown(() => {
        document.cookie = {
          toString: () => {
            throw new RangeError('own');
          },
        };
      }),
      thrown(() => {
        document.cookie = Symbol('s');
      }),
    );
    forget();
    return log;
  },
  'a document without a window has no cookies': () => {
    const other = document.implementation.createHTMLDocument('');
    other.cookie = 'corpus=1';
    return [other.cookie, document.cookie.includes('corpus')];
  },
  'storage is always the same object': () => {
    localStorage.corpus = 1;
    const found = [
      localStorage === window.localStorage,
      localStorage.corpus,
      Object.keys(localStorage).includes('corpus'),
    ];
    forget();
    return [...found, localStorage.corpus ?? null, sessionStorage === localStorage];
  },
  'storage is denied in a sandbox': async ({ frame, next }) => {
    const told = next(window, 'message');
    frame(
      'sandboxed',
      `const thrown = (call) => { try { return String(call()); } catch (error) { return [error.name, /extension/.test(error.stack)]; } };
      parent.postMessage([
        thrown(() => localStorage), thrown(() => sessionStorage), thrown(() => document.cookie),
        thrown(() => { document.cookie = 'x=1'; }), thrown(() => indexedDB.open('x')),
      ], '*');`,
    );
    return (await told).data;
  },
  'a change of storage fires an event in the other documents': async ({ loaded, until }) => {
    const log = [];
    addEventListener('storage', ({ key, newValue, isTrusted }) => log.push([key, newValue, isTrusted]), {
      once: true,
    });
    const { contentWindow } = await loaded('same');
    contentWindow.localStorage.corpus = 'changed';
    await until(() => log.length >= 1);
    forget();
    return log;
  },
  'a request for storage access returns a promise': async () => {
    const asked = document.hasStorageAccess();
    return [asked.constructor === Promise, await asked];
  },
});
