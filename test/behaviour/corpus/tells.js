// What a page can tell that looks for it: these are in docs/limits.md, and nothing else is.

behaviours({
  // Firefox makes a function's own keys when they are first asked for, and bind() asks a Proxy for them.
  'the order of the keys of fetch once it was bound': () => [
    typeof fetch.bind(window),
    Reflect.ownKeys(fetch).map(String),
  ],
  'what Reflect.setPrototypeOf comes to where a function is to be its own prototype': ({ thrown }) => [
    thrown(() => Reflect.setPrototypeOf(fetch, Object.create(fetch))),
  ],
  'the file of the error of such a prototype': () => {
    try {
      return Object.setPrototypeOf(fetch, fetch);
    } catch (error) {
      return [error.fileName, error.lineNumber];
    }
  },
  'the words of errors about the caller of a function, and about cloning it': ({ thrown }) => [
    thrown(() => fetch.caller),
    thrown(() => WebSocket.caller),
    thrown(() => structuredClone(fetch)),
  ],
  'the words of an error of a name that cannot be text': ({ thrown }) =>
    thrown(() => (window.name = Object.create(null))),
  'a line more in the stack of an error of document.domain': ({ stack }) => {
    try {
      return (document.domain = 'other.example');
    } catch (error) {
      return stack(error);
    }
  },
  'the text of fetch by a frame that is loading, reached by its number': ({ frame }) => {
    frame('same');
    return window[window.length - 1].Function.prototype.toString.call(fetch);
  },
  'the text of fetch by a popup that is loading': ({ popup }) =>
    popup('')?.Function.prototype.toString.call(fetch) ?? 'no popup',
  'a line more in what is called asynchronous in a stack inside a listener': async ({ stack }) => {
    let seen;
    addEventListener('message', () => (seen = new Error('seen')), { once: true });
    postMessage('x', '*');
    await new Promise((resolve) => setTimeout(resolve, 50));
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
