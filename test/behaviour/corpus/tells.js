// How a page can detect the extension: only the ways listed in docs/limits.md.

behaviours({
  // Firefox creates a function's own keys when they are first read, and bind() reads them from a Proxy.
  'the order of the keys of fetch after bind()': () => [
    typeof fetch.bind(window),
    Reflect.ownKeys(fetch).map(String),
  ],
  'the result of Reflect.setPrototypeOf for a function as its own prototype': ({ thrown }) => [
    thrown(() => Reflect.setPrototypeOf(fetch, Object.create(fetch))),
  ],
  'the file of the error for such a prototype': () => {
    try {
      return Object.setPrototypeOf(fetch, fetch);
    } catch (error) {
      return [error.fileName, error.lineNumber];
    }
  },
  'the messages of errors about the caller of a function and about cloning it': ({ thrown }) => [
    thrown(() => fetch.caller),
    thrown(() => WebSocket.caller),
    thrown(() => structuredClone(fetch)),
  ],
  'the message of the error for a name that cannot become text': ({ thrown }) =>
    thrown(() => (window.name = Object.create(null))),
  'an additional line in the stack trace of an error of document.domain': ({ stack }) => {
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
  'an additional line in the asynchronous part of a stack trace inside a listener': async ({
    stack,
    until,
  }) => {
    let seen;
    addEventListener('message', () => (seen = new Error('seen')), { once: true });
    postMessage('x', '*');
    await until(() => seen);
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
