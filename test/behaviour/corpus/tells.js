// What a page can tell that looks for it: these are in docs/limits.md, and nothing else is.

const exact = (own) => Function.prototype.toString.call(own);
const exactly = (holder, key) => {
  const { value, get, set } = Object.getOwnPropertyDescriptor(holder, key);
  return [value, get, set].filter(Boolean).map(exact);
};

behaviours({
  'the exact text of postMessage': () => exactly(window, 'postMessage'),
  'the exact text of the accessors of window.name': () => exactly(window, 'name'),
  'the exact text of the accessors of MessageEvent': () =>
    ['data', 'origin', 'source', 'ports'].map((key) => exactly(MessageEvent.prototype, key)),
  'the exact text of addEventListener': () => exactly(EventTarget.prototype, 'addEventListener'),
  'the exact text of fetch': () => exactly(window, 'fetch'),
  // Firefox makes a function's own keys when they are first asked for, and bind() asks a Proxy for them.
  'the order of the keys of fetch once it was bound': () => [
    typeof fetch.bind(window),
    Reflect.ownKeys(fetch).map(String),
  ],
  'the exact text of XMLHttpRequest.prototype': () =>
    ['open', 'setRequestHeader', 'send'].map((key) => exactly(XMLHttpRequest.prototype, key)),
  'the exact text of sendBeacon': () => exactly(Navigator.prototype, 'sendBeacon'),
  'the exact text of the constructors': () =>
    ['EventSource', 'WebSocket', 'Worker', 'SharedWorker', 'MessageChannel'].map((key) =>
      exactly(window, key),
    ),
  'the exact text of what sends through channels': () => [
    exactly(WebSocket.prototype, 'send'),
    ...['MessagePort', 'BroadcastChannel', 'Worker'].map((key) =>
      exactly(window[key].prototype, 'postMessage'),
    ),
  ],
  'the exact text of the setters of onmessage': () =>
    ['WebSocket', 'MessagePort', 'BroadcastChannel', 'Worker'].map((key) =>
      exactly(window[key].prototype, 'onmessage'),
    ),
  'the exact text of pushState and replaceState': () =>
    ['pushState', 'replaceState'].map((key) => exactly(History.prototype, key)),
  'the exact text of the setter of location.hash': () => exactly(location, 'hash'),
  'a frame more in the stack of a rejection of fetch': async ({ stack }) =>
    stack(await fetch('http://').catch((error) => error)),
  'a frame more in a stack made inside an init of fetch': async ({ stack }) => {
    let seen;
    await fetch('/x', {
      get method() {
        seen = new Error('seen');
        return 'GET';
      },
    });
    return stack(seen);
  },
  'a frame more in a stack made inside an option of addEventListener': ({ stack }) => {
    let seen;
    const listener = () => {};
    addEventListener('message', listener, {
      get passive() {
        seen = new Error('seen');
        return true;
      },
    });
    removeEventListener('message', listener);
    return stack(seen);
  },
  'a line more in what is called asynchronous in a stack inside a listener': async ({ stack }) => {
    let seen;
    addEventListener('message', () => (seen = new Error('seen')), { once: true });
    postMessage('x', '*');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return stack(seen);
  },
  'the words of an error of a name that cannot be text': ({ thrown }) =>
    thrown(() => (window.name = Object.create(null))),
  'a frame more in a stack made while a name is made text': ({ stack }) => {
    let seen;
    name = {
      toString: () => {
        seen = new Error('seen');
        return '';
      },
    };
    return stack(seen);
  },
  'the reads of an init that is a Proxy': async () => {
    const log = [];
    const handler = new Proxy(
      {},
      {
        get:
          (_, trap) =>
          (target, ...rest) => {
            log.push(
              [trap, ...rest.map((each) => (typeof each === 'string' ? each : typeof each))].join(' '),
            );
            return Reflect[trap](target, ...rest);
          },
      },
    );
    await fetch('/x', new Proxy({ method: 'POST' }, handler));
    return log;
  },
});
