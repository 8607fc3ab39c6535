// What the behaviours share, and what runs them. Plain JavaScript, served as it is.

{
  const table = {};
  /** Adds named behaviours: each is a function of the tools, and comes back with what JSON can carry. */
  globalThis.behaviours = (more) => Object.assign(table, more);

  /** How the page was when its first script ran. */
  const atFirst = {
    html: document.documentElement.outerHTML,
    readyState: document.readyState,
    resources: performance.getEntriesByType('resource').map(({ name }) => name.replace(/:\d+\//, '/')),
    keys: Reflect.ownKeys(window).map(String),
    texts: [fetch, postMessage, addEventListener, XMLHttpRequest.prototype.open, WebSocket].map(String),
    functions: [fetch, postMessage, addEventListener, XMLHttpRequest.prototype.send, EventSource],
  };
  const violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  const errors = [];
  window.addEventListener('error', (event) => errors.push(event.message));

  const attached = [];
  const nothing = Symbol('nothing');

  const show = (value) => {
    if (value === nothing) return 'nothing';
    if (typeof value === 'function') return `function ${value.name}`;
    if (typeof value === 'object' && value !== null) return Object.prototype.toString.call(value);
    return String(value);
  };
  const named = (error) =>
    typeof error === 'object' && error !== null && 'message' in error
      ? `${error.constructor?.name} ${error.name}: ${withoutPorts(error.message)}`
      : `not an error: ${show(error)}`;
  const withoutPorts = (text) => String(text).replace(/localhost:\d+/g, 'localhost');
  const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  const markup = (code) => `<!doctype html><script>${sourceOf(code)}</script>`;
  const sourceOf = (code) => (typeof code === 'function' ? `(${code})();` : code);
  const frameUrl = (origin, code) => `${origin}/frame?code=${encodeURIComponent(sourceOf(code))}`;

  /** Fills a frame so that `code` is its document's first script, one way for each kind. */
  const fill = {
    same: (frame, code) => (frame.src = frameUrl(location.origin, code)),
    sameSite: (frame, code) => (frame.src = frameUrl(origins.sameSite, code)),
    cross: (frame, code) => (frame.src = frameUrl(origins.api, code)),
    srcdoc: (frame, code) => (frame.srcdoc = markup(code)),
    sandboxed: (frame, code) => {
      frame.sandbox = 'allow-scripts';
      frame.srcdoc = markup(code);
    },
    data: (frame, code) => (frame.src = `data:text/html,${encodeURIComponent(markup(code))}`),
    blob: (frame, code) => (frame.src = URL.createObjectURL(new Blob([markup(code)], { type: 'text/html' }))),
    javascript: (frame, code) => (frame.src = `javascript:${JSON.stringify(markup(code))}`),
    written: (frame, code) => {
      frame.after = () => {
        frame.contentDocument.open();
        frame.contentDocument.write(markup(code));
        frame.contentDocument.close();
      };
    },
    blank: (frame, code) => {
      frame.after = () => {
        if (code === '') return;
        const script = frame.contentDocument.createElement('script');
        script.textContent = sourceOf(code);
        frame.contentDocument.documentElement.append(script);
      };
    },
  };

  const tools = {
    origins: globalThis.origins,
    atFirst,
    violations,
    errors,
    show,
    named,
    withoutPorts,
    delay,

    /** A frame of that kind, attached; `code` is its first script. */
    frame(kind, code = '') {
      const frame = document.createElement('iframe');
      attached.push(frame);
      fill[kind](frame, code);
      document.body.append(frame);
      frame.after?.();
      return frame;
    },

    /** The same, once it has loaded. */
    async loaded(kind, code) {
      const frame = document.createElement('iframe');
      attached.push(frame);
      fill[kind](frame, code);
      const load = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      frame.after?.();
      await load;
      return frame;
    },

    /** Another realm of this origin. */
    realm: () => tools.frame('blank').contentWindow,

    /** A window of its own. */
    popup(code, name = '') {
      const popup = window.open(frameUrl(location.origin, code), name);
      if (popup) attached.push({ remove: () => popup.close() });
      return popup;
    },

    next: (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true })),

    /** As many events, in order; those that come within 50 ms of the last are counted too. */
    async gather(target, type, count, look = (event) => event) {
      const seen = [];
      await new Promise((resolve) => {
        const listener = (event) => {
          seen.push(look(event));
          if (seen.length === count) setTimeout(resolve, 50);
        };
        target.addEventListener(type, listener);
        setTimeout(resolve, 3000);
        attached.push({ remove: () => target.removeEventListener(type, listener) });
      });
      return seen;
    },

    /** What a call throws, as text. */
    thrown(call) {
      try {
        return `returned ${show(call())}`;
      } catch (error) {
        return named(error);
      }
    },

    /** What a call throws or its promise comes to, as text. */
    settled(call) {
      let promise;
      try {
        promise = call();
      } catch (error) {
        return Promise.resolve(`threw ${named(error)}`);
      }
      return promise.then(
        (value) => `fulfilled ${show(value)}`,
        (error) => `rejected ${named(error)}`,
      );
    },

    /** A property's attributes, and what kind of thing it holds. */
    attributes(object, key) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      if (!descriptor) return 'absent';
      const flags = ['writable', 'enumerable', 'configurable'].filter((flag) => descriptor[flag]);
      const held = ['value', 'get', 'set'].filter((slot) => slot in descriptor);
      return [key.toString(), ...flags, ...held.map((slot) => `${slot}: ${typeof descriptor[slot]}`)].join(
        ' ',
      );
    },

    /** The test by which sites tell a browser's own function from another. */
    isNative: (value) =>
      /^function[^(]*\(\)\{\[nativecode\]\}$/.test(toString.call(value).replace(/\s/g, '')),

    /** A stack without ports, columns kept. */
    stack: (error) =>
      String(error?.stack ?? 'none')
        .split('\n')
        .map((line) => withoutPorts(line.trim())),

    /** Whose files a stack names. */
    filesOf: (error) => [
      ...new Set(
        String(error?.stack)
          .match(/[\w-]+:\/\/[^\s)]*?(?=[:?]\d|[:?])/g)
          ?.map(withoutPorts) ?? [],
      ),
    ],
    namesExtension: (error) => /(chrome|moz|web)-extension|isolated|main\.iife/.test(String(error?.stack)),

    /** Replaces properties for as long as `work` takes. */
    async during(changes, work) {
      const before = changes.map(([object, key]) => Object.getOwnPropertyDescriptor(object, key));
      for (const [object, key, descriptor] of changes)
        Object.defineProperty(object, key, { configurable: true, ...descriptor });
      try {
        return await work();
      } finally {
        changes.forEach(([object, key], index) => {
          if (before[index]) Object.defineProperty(object, key, before[index]);
          else delete object[key];
        });
      }
    },

    /** An object that notes each property that is read of it. */
    noting(properties, log) {
      const object = {};
      for (const [key, value] of Object.entries(properties)) {
        Object.defineProperty(object, key, {
          enumerable: true,
          configurable: true,
          get() {
            log.push(key);
            return value;
          },
        });
      }
      return object;
    },

    /** A value whose conversion to text is noted. */
    text: (value, log) => ({
      toString() {
        log.push(`toString ${value.replace(/\?.*/, '')}`);
        return value;
      },
    }),

    /** A URL of the endpoint under a name that no other has, and what has reached the server under it. */
    endpoint(query = '', origin = location.origin) {
      const c = `b${Math.random()}`;
      const url = `${origin}/x?c=${c}&${query}`;
      return { url, seen: () => fetchNow(`/seen?c=${c}`).then((response) => response.json()) };
    },

    /** The unhandled rejections and errors of a while: their reasons as text. */
    async unhandled(work) {
      const seen = [];
      const note = (event) => {
        seen.push(`${event.type} ${event.reason === undefined ? event.message : named(event.reason)}`);
        event.preventDefault();
      };
      for (const type of ['unhandledrejection', 'rejectionhandled', 'error']) addEventListener(type, note);
      await work();
      await delay(100);
      for (const type of ['unhandledrejection', 'rejectionhandled', 'error']) removeEventListener(type, note);
      return seen;
    },
  };
  const { toString } = Function.prototype;
  const native = fetch;
  const fetchNow = (url) => native.call(window, url);

  /** Runs all of them, one after the other. */
  globalThis.observe = async (patienceMs = 6000) => {
    const observations = {};
    for (const [name, look] of Object.entries(table)) {
      const late = delay(patienceMs).then(() => Promise.reject(new Error('took too long')));
      late.catch(() => {});
      try {
        const seen = (await Promise.race([look(tools), late])) ?? 'nothing';
        observations[name] = JSON.parse(JSON.stringify(seen));
      } catch (error) {
        observations[name] = { threw: named(error), at: String(error?.stack) };
      }
      for (const frame of attached.splice(0)) frame.remove();
      // What it left behind arrives before the next begins.
      await delay(5);
    }
    return observations;
  };
}
