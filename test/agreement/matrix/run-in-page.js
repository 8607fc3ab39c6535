// Makes the requests of many cases at once, in a page, its worker and its sandboxed frame. Plain JavaScript,
// handed over as it is: the expression is a function of the steps by place and of
// the worker, and comes to what was seen of each.

(steps, worker) =>
  new Promise((resolve, reject) => {
    const seen = {};
    const all = Object.values(steps).flat();
    const note = (result) => {
      seen[result.c] = result;
      if (Object.keys(seen).length === all.length) resolve(seen);
    };
    setTimeout(() => {
      const open = all.map(({ c }) => c).filter((c) => !(c in seen));
      reject(new Error(`agreement: the page was told nothing of ${open.join(', ')}`));
    }, 30_000);
    /** Returns a function that makes the request of one step and tells its result; each frame gets a copy. */
    const openRunner = (note) => {
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
        // Only the first of two requests of one URL is compared.
        async pair({ url, method, headers, mode, credentials, twin }) {
          const first = fetch(url, { method, headers, mode, credentials });
          const second = fetch(url, twin).catch(() => {});
          try {
            const { type, status } = await first;
            return { resolved: true, type, status };
          } finally {
            await second;
          }
        },
        // From a script of the page, whose imports these are then.
        import: ({ c, url }) =>
          new Promise((resolve) => {
            addEventListener(c, ({ detail }) => resolve(detail ? loaded() : failed()), { once: true });
            const script = document.createElement('script');
            script.textContent = `{
              const end = (detail) => dispatchEvent(new CustomEvent(${JSON.stringify(c)}, { detail }));
              import(${JSON.stringify(url)}).then(() => end(true), () => end(false));
            }`;
            document.body.append(script);
          }),
        // An object that must not be shown fires error in Firefox, and nothing or load in Chromium.
        async object({ url }) {
          document.body.append(Object.assign(document.createElement('object'), { data: url }));
          return { resolved: null };
        },
        // How these end, no page is told: a frame loads even where it may not be shown.
        async frame({ url }) {
          document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
          return { resolved: null };
        },
        // With a listener for its progress, which sets the use-CORS-preflight flag.
        upload: ({ url, method, body }) =>
          new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.open(method, url);
            request.upload.onprogress = () => {};
            request.onload = () => resolve(loaded());
            request.onerror = () => resolve(failed());
            request.send(body);
          }),
        space: ({ url, targetAddressSpace }) => fetch(url, { targetAddressSpace }).then(loaded, failed),
        async 'sync-xhr'({ url }) {
          const request = new XMLHttpRequest();
          request.open('GET', url, false);
          request.send();
          return loaded();
        },
        async beacon({ url, body, headers = {} }) {
          navigator.sendBeacon(
            url,
            new Blob([body ?? ''], { type: headers['Content-Type'] ?? 'text/plain' }),
          );
          return { resolved: null };
        },
      };
      return (step) => {
        const run = step.targetAddressSpace ? more.space : more[step.via];
        if (!run) return globalThis.runSteps([step], (_, result) => note(result));
        return run(step).then(
          (result) => note({ c: step.c, ...result }),
          ({ name }) => note({ c: step.c, resolved: false, name }),
        );
      };
    };
    const runOne = openRunner(note);
    /** Resolves when a service worker answers for the pages below /served/, each request as its URL says. */
    const served = async () => {
      const parameters = new URLSearchParams({
        k: 'js',
        b: `onfetch = (event) => {
          const { request } = event;
          const way = new URL(request.url).searchParams.get('way');
          // What it asks for itself is no case's request, and named so.
          const url = request.url.replace('c=', 'for=');
          if (way === 'own') event.respondWith(new Response('hello'));
          if (way === 'on') event.respondWith(fetch(url));
          if (way === 'opaque') event.respondWith(fetch(url, { mode: 'no-cors' }));
        };`,
        h: 'Service-Worker-Allowed: /served/',
      });
      const { installing, waiting, active } = await navigator.serviceWorker.register(`/x?${parameters}`, {
        scope: '/served/',
      });
      const worker = installing ?? waiting ?? active;
      if (worker.state !== 'activated') {
        await new Promise((resolve) => {
          worker.onstatechange = () => worker.state === 'activated' && resolve();
        });
      }
    };

    document.body.append(Object.assign(document.createElement('div'), { className: 'pictures' }));
    const script = document.createElement('script');
    script.src = '/run-steps.js';
    script.onload = () => {
      for (const step of steps.document) runOne(step);
    };
    document.body.append(script);

    worker.onmessage = ({ data }) => note(data);
    worker.postMessage(steps['dedicated-worker']);

    const inFrame = (place, { policy, sandbox, path = '/x' }) => {
      if (steps[place].length === 0) return;
      const frame = document.createElement('iframe');
      if (sandbox !== undefined) frame.sandbox.add(sandbox);
      const parameters = new URLSearchParams({
        k: 'html',
        b: `<!doctype html><body><script src="/run-steps.js"></script>
          <script>
            const tell = (result) => parent.postMessage(result, '*');
            const runOne = (${openRunner})(tell);
            onmessage = ({ data }) => data.forEach(runOne);
          </script>`,
        ...(policy && { h: policy }),
      });
      frame.src = `${path}?${parameters}`;
      frame.onload = () => frame.contentWindow.postMessage(steps[place], '*');
      addEventListener('message', ({ source, data }) => {
        if (source === frame.contentWindow) note(data);
      });
      document.body.append(frame);
    };
    inFrame('sandboxed-frame', { sandbox: 'allow-scripts' });
    inFrame('csp-frame', { policy: "Content-Security-Policy: connect-src 'self'; img-src 'self'" });
    inFrame('embedder-frame', { policy: 'Cross-Origin-Embedder-Policy: require-corp' });
    inFrame('isolated-frame', { policy: 'Document-Isolation-Policy: isolate-and-require-corp' });
    inFrame('allowlist-frame', { policy: 'Connection-Allowlist: (response-origin)' });
    inFrame('list-frame', {
      policy: 'Connection-Allowlist: (response-origin "http://*.b.localhost:*");redirects=allow',
    });
    inFrame('report-only-frame', { policy: 'Connection-Allowlist-Report-Only: (response-origin)' });
    inFrame('integrity-frame', { policy: 'Integrity-Policy: blocked-destinations=(script)' });
    inFrame('quiet-frame', { policy: 'Permissions-Policy: sync-xhr=()' });
    inFrame('public-frame', { policy: 'Content-Security-Policy: treat-as-public-address' });
    if (steps['served-frame'].length > 0) {
      served().then(() => inFrame('served-frame', { path: '/served/x' }), reject);
    }
  });
