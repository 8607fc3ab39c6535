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

const run = {
  async fetch({ url, abortAfterMs, ...init }) {
    const controller = new AbortController();
    if (abortAfterMs) setTimeout(() => controller.abort(), abortAfterMs);
    const response = await fetch(url, { ...init, signal: controller.signal });
    await response.arrayBuffer();
    return { type: response.type, status: response.status };
  },

  xhr: ({ url, method = 'GET', headers = {}, body, credentials }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.withCredentials = credentials === 'include';
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.onload = () => resolve({ type: 'load', status: request.status });
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
};
