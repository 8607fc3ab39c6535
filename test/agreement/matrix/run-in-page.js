// Makes the requests of many cases at once, in a page, its worker and its sandboxed frame. Plain JavaScript,
// handed over as it is: the expression is a function of the steps by place and of
// the worker, and comes to what was seen of each.

(steps, worker) =>
  new Promise((resolve) => {
    const seen = {};
    const count = Object.values(steps).reduce((sum, { length }) => sum + length, 0);
    const note = (result) => {
      seen[result.c] = result;
      if (Object.keys(seen).length === count) resolve(seen);
    };
    const failed = () => ({ resolved: false, name: 'error' });
    const loaded = () => ({ resolved: true, type: 'load' });
    const added = (element, properties) =>
      new Promise((resolve) => {
        const ends = { onload: () => resolve(loaded()), onerror: () => resolve(failed()) };
        document.body.append(Object.assign(document.createElement(element), ends, properties));
      });
    const scriptOf = ({ url, integrity, crossOrigin = null }, type = '') =>
      added('script', { src: url, type, crossOrigin, ...(integrity && { integrity }) });
    /** What the playground's steps do not make requests with. */
    const more = {
      script: (step) => scriptOf(step),
      module: (step) => scriptOf(step, 'module'),
      stylesheet: ({ url, integrity, crossOrigin = null }) =>
        added('link', { rel: 'stylesheet', href: url, crossOrigin, ...(integrity && { integrity }) }),
      font({ c, url }) {
        const style = document.createElement('style');
        style.textContent = `@font-face { font-family: "${c}"; src: url("${url}") }`;
        document.head.append(style);
        return document.fonts.load(`1em "${c}"`).then(
          ([face]) => (face ? loaded() : failed()),
          () => failed(),
        );
      },
      'event-source': ({ url, credentials }) =>
        new Promise((resolve) => {
          const source = new EventSource(url, { withCredentials: credentials === 'include' });
          const end = (result) => {
            source.close();
            resolve(result);
          };
          source.onopen = () => end(loaded());
          source.onerror = () => end(failed());
        }),
      'web-socket': ({ url }) =>
        new Promise((resolve) => {
          const socket = new WebSocket(url.replace(/^http/, 'ws'));
          socket.onopen = () => resolve(loaded());
          socket.onerror = () => resolve(failed());
        }),
      // How it ends, no page is told.
      async beacon({ url, body, headers = {} }) {
        navigator.sendBeacon(url, new Blob([body ?? ''], { type: headers['Content-Type'] ?? 'text/plain' }));
        return { resolved: null };
      },
    };
    const runOne = (step) => {
      const run = more[step.via];
      if (!run) return globalThis.runSteps([step], (_, result) => note(result));
      return run(step).then(
        (result) => note({ c: step.c, ...result }),
        ({ name }) => note({ c: step.c, resolved: false, name }),
      );
    };
    const serve = (kind, body) => `/x?k=${kind}&b=${encodeURIComponent(body)}`;

    const script = document.createElement('script');
    script.src = '/run-steps.js';
    script.onload = () => {
      for (const step of steps.document) runOne(step);
    };
    document.body.append(script);

    worker.onmessage = ({ data }) => note(data);
    worker.postMessage(steps['dedicated-worker']);

    const inFrame = (place, change, policy = '') => {
      if (steps[place].length === 0) return;
      const frame = document.createElement('iframe');
      change(frame);
      frame.src = serve(
        'html',
        `<!doctype html>${policy}<script src="/run-steps.js"></script>
        <script>
          onmessage = ({ data }) => {
            for (const step of data) runSteps([step], (_, result) => parent.postMessage(result, '*'));
          };
        </script>`,
      );
      frame.onload = () => frame.contentWindow.postMessage(steps[place], '*');
      addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) note(data);
      });
      document.body.append(frame);
    };
    inFrame('sandboxed-frame', (frame) => frame.sandbox.add('allow-scripts'));
    inFrame(
      'csp-frame',
      () => {},
      `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'; img-src 'self'">`,
    );
  });
