// Runs a scenario's steps, in a page, a frame or a worker. Plain JavaScript, served as it is.

/** Runs them one after the other; each result is what the page itself saw. */
globalThis.runSteps = async (steps, onResult) => {
  const results = [];
  for (const step of steps) {
    const result = await run[step.via](step).then(
      (seen) => ({ c: step.c, resolved: true, ...seen }),
      (error) => ({ c: step.c, resolved: false, name: error.name }),
    );
    onResult(results.length, result);
    results.push(result);
  }
  return results;
};

const readOf = (names = [], get) => ({ read: names.map((name) => `${name}: ${get(name)}`) });

// The page goes elsewhere as soon as it has loaded, and sees nothing more.
const leave = (go) => new Promise(() => addEventListener('load', () => setTimeout(go)));

const added = (name, properties) => {
  const element = Object.assign(document.createElement(name), properties);
  document.body.append(element);
  return element;
};

const loaded = (name, properties) =>
  new Promise((resolve, reject) => {
    added(name, {
      onload: () => resolve({ type: 'load' }),
      onerror: () => reject({ name: 'error' }),
      ...properties,
    });
  });

const run = {
  async fetch({ url, abortAfterMs, reads, ...init }) {
    const controller = new AbortController();
    if (abortAfterMs) setTimeout(() => controller.abort(), abortAfterMs);
    const response = await fetch(url, { ...init, signal: controller.signal });
    await response.arrayBuffer();
    const { type, status, headers } = response;
    return { type, status, ...readOf(reads, (name) => headers.get(name)) };
  },

  xhr: ({ url, method = 'GET', headers = {}, body, credentials, reads }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.withCredentials = credentials === 'include';
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.onload = () =>
        resolve({
          type: 'load',
          status: request.status,
          ...readOf(reads, (name) => request.getResponseHeader(name)),
        });
      request.onerror = () => reject({ name: 'error' });
      request.onabort = () => reject({ name: 'abort' });
      request.send(body);
    }),

  img: ({ url, crossOrigin }) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      if (crossOrigin) image.crossOrigin = crossOrigin;
      image.onload = () => resolve({ type: 'load' });
      image.onerror = () => reject({ name: 'error' });
      image.src = url;
      document.querySelector('.pictures')?.append(image);
    }),

  // A script can take longer: what its `pending` resolves with is what the page saw.
  async script({ url }) {
    globalThis.pending = null;
    const seen = await loaded('script', { src: url });
    const type = await globalThis.pending;
    return type === null ? seen : { type: String(type) };
  },

  async iframe({ url, touches }) {
    const seen = await loaded('iframe', { src: url });
    if (touches) void frames[frames.length - 1][touches];
    return seen;
  },

  link: ({ url }) => leave(() => added('a', { href: url }).click()),

  form: ({ url }) => leave(() => added('form', { method: 'post', action: url }).submit()),
};
