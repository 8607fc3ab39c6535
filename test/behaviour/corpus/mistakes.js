// Known mistakes of extensions, which the corpus must detect.

{
  const { postMessage: send, fetch: load } = window;
  window.postMessage = function postMessage(...args) {
    return send.apply(this, args);
  };
  window.fetch = async (input, init) => {
    new Request(input, init);
    const promise = load(input, init);
    promise.then(
      () => {},
      () => {},
    );
    return promise;
  };

  const { addEventListener: add } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const wrapped = typeof listener === 'function' ? (event) => listener.call(this, event) : listener;
    return add.call(this, type, wrapped, options);
  };
  for (const key of ['data', 'origin']) {
    const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, key);
    Object.defineProperty(MessageEvent.prototype, key, {
      get() {
        return get.call(this instanceof MessageEvent ? this : event);
      },
      enumerable: false,
    });
  }
  const name = Object.getOwnPropertyDescriptor(window, 'name');
  Object.defineProperty(window, 'name', {
    get: () => name.get.call(window),
    set: (value) => name.set.call(window, String(value).slice(0)),
    configurable: true,
  });

  const { open, send: sendRequest } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url) {
    this.seen = `${method} ${url}`;
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function (body) {
    this.upload.addEventListener('load', () => {});
    return sendRequest.call(this, body);
  };
  for (const key of ['EventSource', 'WebSocket', 'Worker', 'SharedWorker']) {
    const Native = window[key];
    window[key] = function (url, options) {
      return new Native(String(url), options);
    };
    window[key].prototype = Native.prototype;
  }
}
