// The behaviour of an XMLHttpRequest, and its order.

const types = ['readystatechange', 'loadstart', 'progress', 'load', 'error', 'abort', 'timeout', 'loadend'];
/** A request that records all its events. */
const noting = (log, request = new XMLHttpRequest()) => {
  for (const type of types)
    request.addEventListener(type, ({ isTrusted }) =>
      log.push(`${type} ${request.readyState}${isTrusted ? '' : ' own'}`),
    );
  return request;
};
const ended = (request) =>
  new Promise((resolve) => request.addEventListener('loadend', resolve, { once: true }));
/** Runs a request to its end and returns its events, with repeated progress once. */
const run = async (url, prepare = () => {}, body = null, method = 'GET') => {
  const log = [];
  const request = noting(log);
  request.open(method, url);
  prepare(request, log);
  const end = ended(request);
  request.send(body);
  log.push('sent');
  await end;
  return [...log.filter((word, index) => word !== log[index - 1]), request.status, request.readyState];
};
const methods = [
  'open',
  'setRequestHeader',
  'send',
  'abort',
  'getResponseHeader',
  'getAllResponseHeaders',
  'overrideMimeType',
];

behaviours({
  'a request fires its events in order': () => run('/x'),
  'a request with a body': () => run('/x', undefined, 'body', 'POST'),
  'a request that fails': ({ origins }) => run(`${origins.closed}/`),
  'a request that CORS blocks': ({ origins }) => run(`${origins.api}/x`),
  'a request whose connection is reset': () => run('/x?act=reset'),
  'a request that is aborted': () => run('/x?act=hang', (request) => setTimeout(() => request.abort())),
  'a request that is aborted at once': async () => {
    const log = [];
    const request = noting(log);
    request.open('GET', '/x');
    request.send();
    request.abort();
    log.push('aborted', request.readyState);
    // By the end of another request, late events would have come.
    await run('/x');
    return log;
  },
  'a request that is aborted in an event': () => {
    const log = [];
    const request = noting(log);
    request.open('GET', '/x');
    request.addEventListener('readystatechange', () => request.readyState === 2 && request.abort());
    const end = ended(request);
    request.send();
    return end.then(() => log);
  },
  'a request that times out': () => run('/x?act=hang', (request) => (request.timeout = 30)),
  'a redirect is followed': async () => {
    const request = new XMLHttpRequest();
    request.open('GET', '/x?loc=/x');
    const end = ended(request);
    request.send();
    await end;
    return [request.status, request.responseURL.replace(location.origin, '')];
  },
  'handlers and listeners run in the order in which they were set': async () => {
    const log = [];
    const request = new XMLHttpRequest();
    request.addEventListener('loadend', () => log.push('listener before'));
    request.onloadend = () => log.push('handler');
    request.open('GET', '/x');
    request.addEventListener('loadend', () => log.push('listener after open'));
    request.send();
    request.addEventListener('loadend', () => log.push('listener after send'));
    await ended(request);
    return log;
  },
  'microtasks run between its events': async () => {
    const log = [];
    const request = new XMLHttpRequest();
    for (const type of ['load', 'loadend']) {
      request.addEventListener(type, () => {
        log.push(type);
        queueMicrotask(() => log.push(`microtask of ${type}`));
      });
    }
    request.open('GET', '/x');
    request.send();
    await ended(request);
    await null;
    return log;
  },
  'this in a handler is the request': async () => {
    const log = [];
    const request = new XMLHttpRequest();
    request.onload = function (event) {
      log.push(
        this === request,
        event.target === request,
        event.currentTarget === request,
        event instanceof ProgressEvent,
        event.loaded,
        event.total,
        event.lengthComputable,
      );
    };
    request.open('GET', '/x');
    request.send();
    await ended(request);
    return log;
  },
  'stopImmediatePropagation hides the end from later listeners': async ({ turn }) => {
    const log = [];
    const request = new XMLHttpRequest();
    request.addEventListener('loadend', (event) => {
      log.push('first');
      event.stopImmediatePropagation();
    });
    request.open('GET', '/x');
    request.addEventListener('loadend', () => log.push('second'));
    const load = new Promise((resolve) => request.addEventListener('load', resolve));
    request.send();
    await load;
    await turn();
    return log;
  },
  'an exception of a listener is reported, and the others run': async ({ unhandled }) => {
    const log = [];
    const seen = await unhandled(async () => {
      const request = new XMLHttpRequest();
      request.onload = () => {
        throw new RangeError('own');
      };
      request.addEventListener('loadend', () => log.push('ran'));
      request.open('GET', '/x');
      const end = ended(request);
      request.send();
      await end;
    });
    return [log, seen];
  },
  'a synchronous request': () => {
    const log = [];
    const request = noting(log);
    request.open('GET', '/x', false);
    request.send();
    return [...log, request.status, request.responseText];
  },
  'a synchronous request that fails throws': ({ thrown, origins }) => {
    const log = [];
    const request = noting(log);
    request.open('GET', `${origins.api}/x`, false);
    return [thrown(() => request.send()), log];
  },
  'a synchronous request rejects a timeout and a response type': ({ thrown }) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/x', false);
    return [thrown(() => (request.timeout = 5)), thrown(() => (request.responseType = 'json'))];
  },
  'errors of a synchronous request have no frame of the extension in their stack traces': ({
    namesExtension,
    filesOf,
    origins,
  }) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${origins.closed}/`, false);
    try {
      request.send();
    } catch (error) {
      return [namesExtension(error), filesOf(error).length, error instanceof DOMException, error.code];
    }
  },
  'open rejects invalid arguments': ({ thrown }) => {
    const request = new XMLHttpRequest();
    return [
      thrown(() => request.open()),
      thrown(() => request.open('GET')),
      thrown(() => request.open('b a d', '/x')),
      thrown(() => request.open('TRACE', '/x')),
      thrown(() => request.open('GET', 'http://')),
      thrown(() => request.open(Symbol('s'), '/x')),
      thrown(() => request.open('GET', Symbol('s'))),
      thrown(() => request.open('get', '/x')),
      request.readyState,
    ];
  },
  'setRequestHeader and send reject invalid arguments': ({ thrown }) => {
    const request = new XMLHttpRequest();
    const early = [thrown(() => request.setRequestHeader('X-Own', '1')), thrown(() => request.send())];
    request.open('GET', '/x');
    const late = [
      thrown(() => request.setRequestHeader('b a d', '1')),
      thrown(() => request.setRequestHeader('X-Own', 'é😀')),
      thrown(() => request.setRequestHeader('X-Own')),
      thrown(() => request.setRequestHeader('Host', 'forbidden')),
    ];
    request.send();
    return [
      early,
      late,
      thrown(() => request.send()),
      thrown(() => request.setRequestHeader('X-Own', '1')),
      thrown(() => (request.withCredentials = true)),
      request.abort(),
    ];
  },
  'arguments are converted to text once, in order': async ({ text }) => {
    const log = [];
    const request = new XMLHttpRequest();
    request.open(text('GET', log), text('/x', log), true, text('user', log), text('password', log));
    request.setRequestHeader(text('X-Own', log), text('value', log));
    request.send(text('a body', log));
    await ended(request);
    return log;
  },
  'an exception of a conversion is unchanged': () => {
    const own = new RangeError('own');
    const bad = {
      toString: () => {
        throw own;
      },
    };
    const request = new XMLHttpRequest();
    const log = [];
    for (const call of [
      () => request.open(bad, '/x'),
      () => request.open('GET', bad),
      () => {
        request.open('POST', '/x');
        request.setRequestHeader(bad, '1');
      },
      () => request.setRequestHeader('a', bad),
      () => request.send(bad),
    ]) {
      try {
        call();
        log.push('nothing');
      } catch (error) {
        log.push(error === own);
      }
    }
    request.abort();
    return log;
  },
  'a stack trace inside a conversion has no frame of the extension': ({ namesExtension }) => {
    const seen = [];
    const note = (value) => ({
      toString: () => {
        seen.push(namesExtension(new Error('seen')));
        return value;
      },
    });
    const request = new XMLHttpRequest();
    request.open(note('POST'), note('/x'));
    request.setRequestHeader(note('X-Own'), note('1'));
    request.send(note('body'));
    return seen;
  },
  'bodies of every kind arrive': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    for (const body of [
      'text',
      new URLSearchParams({ a: 'b' }),
      new Blob(['blob'], { type: 'text/own' }),
      new TextEncoder().encode('bytes').buffer,
      null,
      undefined,
    ]) {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      const end = ended(request);
      request.send(body);
      await end;
    }
    return seen();
  },
  'headers are combined in order': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'text/one');
    request.setRequestHeader('content-type', 'text/two');
    const end = ended(request);
    request.send('b');
    await end;
    return seen();
  },
  'a simple request stays simple, because the extension adds no upload listener': async ({
    endpoint,
    origins,
  }) => {
    const { url, seen } = endpoint('ok=1', origins.api);
    const request = new XMLHttpRequest();
    request.open('POST', url);
    const end = ended(request);
    request.send('simple');
    await end;
    return [request.status, await seen()];
  },
  'a request with an upload listener is preflighted': async ({ endpoint, origins }) => {
    const { url, seen } = endpoint('ok=1', origins.api);
    const log = [];
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const type of types) request.upload.addEventListener(type, () => log.push(type));
    const end = ended(request);
    request.send('listened');
    await end;
    return [[...new Set(log)], await seen()];
  },
  'the upload object is not used by the extension': async ({ during }) => {
    const log = [];
    const { get } = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'upload');
    await during(
      [
        [
          XMLHttpRequest.prototype,
          'upload',
          {
            get() {
              log.push('read');
              return get.call(this);
            },
          },
        ],
      ],
      () => run('/x'),
    );
    return log;
  },
  'credentials are sent if included': async ({ endpoint, origins }) => {
    const { url, seen } = endpoint('okc=1', origins.api);
    const request = new XMLHttpRequest();
    request.withCredentials = true;
    request.open('GET', url);
    const end = ended(request);
    request.send();
    await end;
    return [request.withCredentials, request.status, await seen()];
  },
  "the page's accessors are called by the page alone": async ({ during }) => {
    const log = [];
    const keys = [
      'withCredentials',
      'readyState',
      'status',
      'statusText',
      'responseURL',
      'response',
      'responseText',
      'responseType',
      'timeout',
      'upload',
    ];
    const own = (key) => {
      const { get, set } = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, key);
      return [
        XMLHttpRequest.prototype,
        key,
        {
          get() {
            log.push(key);
            return get.call(this);
          },
          ...(set
            ? {
                set(value) {
                  set.call(this, value);
                },
              }
            : {}),
        },
      ];
    };
    const request = new XMLHttpRequest();
    await during(keys.map(own), async () => {
      request.open('GET', '/x');
      request.send();
      await ended(request);
    });
    return log;
  },
  'own properties of a request do not affect the browser': async ({ endpoint }) => {
    const { url, seen } = endpoint();
    const request = new XMLHttpRequest();
    Object.defineProperty(request, 'withCredentials', {
      get: () => {
        throw new Error('no');
      },
    });
    Object.defineProperty(request, 'addEventListener', {
      value: () => {
        throw new Error('no');
      },
    });
    const end = new Promise((resolve) => (request.onloadend = resolve));
    request.open('PUT', url);
    request.send();
    await end;
    return [request.status, await seen()];
  },
  'one object makes three requests': async () => {
    const log = [];
    const request = noting(log);
    for (const url of ['/x', '/x?st=404', '/x?k=json']) {
      request.open('GET', url);
      const end = ended(request);
      request.send();
      await end;
      log.push(request.status);
    }
    return log.filter((word, index) => word !== log[index - 1]);
  },
  'a request that is opened again while it runs': async () => {
    const log = [];
    const request = noting(log);
    request.open('GET', '/x?act=hang');
    request.send();
    request.open('GET', '/x');
    log.push('opened again');
    const end = ended(request);
    request.send();
    await end;
    return log.filter((word, index) => word !== log[index - 1]);
  },
  'a request that is sent again from its own end': async ({ until }) => {
    const log = [];
    const request = new XMLHttpRequest();
    request.onload = () => {
      log.push(request.responseURL.replace(location.origin, ''));
      if (log.length < 3) {
        request.open('GET', `/x?n=${log.length}`);
        request.send();
      }
    };
    request.onloadend = () => log.push('end');
    request.open('GET', '/x');
    request.send();
    await until(() => log.length >= 4);
    return log;
  },
  'responses of every type': async () => {
    const got = [];
    for (const [type, url] of [
      ['', '/x'],
      ['text', '/x'],
      ['json', '/x?k=json'],
      ['arraybuffer', '/x'],
      ['blob', '/x'],
      ['document', '/x?k=html'],
    ]) {
      const request = new XMLHttpRequest();
      request.responseType = type;
      request.open('GET', url);
      const end = ended(request);
      request.send();
      await end;
      got.push([
        type,
        Object.prototype.toString.call(request.response),
        request.response === request.response,
      ]);
    }
    return got;
  },
  'response headers': async () => {
    const request = new XMLHttpRequest();
    request.open('GET', '/x?h=X-Own: 1');
    const end = ended(request);
    request.send();
    await end;
    return [
      request.getResponseHeader('x-own'),
      request.getResponseHeader('none'),
      request
        .getAllResponseHeaders()
        .split('\r\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ];
  },
  'it has no keys and an empty JSON': () => {
    const request = new XMLHttpRequest();
    request.open('GET', '/x');
    const keys = [];
    for (const key in request) keys.push(key);
    return [Reflect.ownKeys(request).length, JSON.stringify(request), keys];
  },
  'its constants': () =>
    ['UNSENT', 'OPENED', 'HEADERS_RECEIVED', 'LOADING', 'DONE'].map((key) => [
      XMLHttpRequest[key],
      XMLHttpRequest.prototype[key],
      new XMLHttpRequest()[key],
    ]),
  'the properties of its functions are unchanged': ({ attributes, isNative }) =>
    methods.map((key) => {
      const { [key]: own } = XMLHttpRequest.prototype;
      return [
        attributes(XMLHttpRequest.prototype, key),
        own.name,
        own.length,
        Reflect.ownKeys(own).map(String),
        isNative(own),
        'prototype' in own,
      ];
    }),
  'its functions work with unusual receivers': ({ thrown }) =>
    methods
      .slice(0, 4)
      .flatMap((key) =>
        [{}, undefined, null, XMLHttpRequest.prototype].map((self) =>
          thrown(() => XMLHttpRequest.prototype[key].call(self, 'GET', '/x')),
        ),
      ),
  'its functions are not constructors': ({ thrown }) =>
    methods.slice(0, 3).map((key) => thrown(() => new XMLHttpRequest.prototype[key]('GET', '/x'))),
  'its constructor': ({ thrown, isNative, attributes }) => [
    thrown(() => XMLHttpRequest()),
    XMLHttpRequest.name,
    XMLHttpRequest.length,
    isNative(XMLHttpRequest),
    attributes(window, 'XMLHttpRequest'),
    new XMLHttpRequest().constructor === XMLHttpRequest,
    Object.getPrototypeOf(XMLHttpRequest) === XMLHttpRequestEventTarget,
  ],
  'a subclass': async () => {
    const log = [];
    class Own extends XMLHttpRequest {
      constructor() {
        super();
        log.push(new.target === Own);
      }
      open(...args) {
        log.push(args.length);
        return super.open(...args);
      }
    }
    const own = new Own();
    log.push(own.open('GET', '/x') === undefined, own instanceof XMLHttpRequest);
    own.send();
    await ended(own);
    return [...log, own.status];
  },
  'a request made by Reflect.construct for another class': () => {
    class Own {}
    const own = Reflect.construct(XMLHttpRequest, [], Own);
    return [
      own instanceof Own,
      own instanceof XMLHttpRequest,
      (() => {
        XMLHttpRequest.prototype.open.call(own, 'GET', '/x');
        return Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, 'readyState').get.call(own);
      })(),
    ];
  },
  'a request of another realm': async ({ realm }) => {
    const other = realm();
    const request = new other.XMLHttpRequest();
    XMLHttpRequest.prototype.open.call(request, 'GET', '/x');
    XMLHttpRequest.prototype.setRequestHeader.call(request, 'X-Own', '1');
    XMLHttpRequest.prototype.send.call(request);
    await ended(request);
    return [request.status, request instanceof other.XMLHttpRequest, request instanceof XMLHttpRequest];
  },
  "the page's wrappers, as instrumenting libraries make them": async () => {
    const log = [];
    const { open, send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (...args) {
      log.push(`open ${args.length}`);
      return open.apply(this, args);
    };
    XMLHttpRequest.prototype.send = function (...args) {
      log.push(`send ${args.length}`);
      return send.apply(this, args);
    };
    await run('/x');
    Object.assign(XMLHttpRequest.prototype, { open, send });
    return [log, XMLHttpRequest.prototype.open === open];
  },
  'errors have no frame of the extension in their stack traces': ({ namesExtension, filesOf }) => {
    const request = new XMLHttpRequest();
    const seen = [
      () => request.open('GET', 'http://'),
      () => request.send(),
      () => request.setRequestHeader('a', 'b'),
    ].map((call) => {
      try {
        call();
      } catch (error) {
        return [namesExtension(error), filesOf(error).length, error instanceof DOMException];
      }
    });
    return seen;
  },
  'a synthetic loadend is only an event': async () => {
    const log = [];
    const request = noting(log);
    request.open('GET', '/x');
    request.dispatchEvent(new ProgressEvent('loadend'));
    request.send();
    await ended(request);
    return log.filter((word, index) => word !== log[index - 1]);
  },
});
