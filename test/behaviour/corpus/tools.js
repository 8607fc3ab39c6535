// The tools of the behaviours, and their runner. Plain JavaScript, served as it is.

/**
 * Resolves after the messages that this page has already sent, because a port's message comes behind them. It
 * runs no listener of a window. It is global for helpers that get no tools.
 */
const turn = async () => {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  port1.close();
};

{
  const table = {};
  /** Adds named behaviours. Each is a function that gets the tools and returns a value for JSON. */
  globalThis.behaviours = (more) => Object.assign(table, more);

  /** The state of the page when its first script ran. */
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
  /**
   * Resolves as soon as the condition is true. It gives up before the runner does, so that the behaviour still
   * returns what it has seen.
   */
  const until = async (condition, patienceMs = 25_000) => {
    const endMs = performance.now() + patienceMs;
    while (!(await condition()) && performance.now() < endMs) await delay(2);
  };

  const markup = (code) => `<!doctype html><script>${sourceOf(code)}</script>`;
  const sourceOf = (code) => (typeof code === 'function' ? `(${code})();` : code);
  const frameUrl = (origin, code) => `${origin}/frame?code=${encodeURIComponent(sourceOf(code))}`;

  /** Fills a frame whose document's first script is `code`, in one way for each kind. */
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
    turn,
    until,

    /**
     * Resolves after the extension has sent what it collected, which no page can see. It does so 150 ms after an
     * event, with a timer of this thread, so a busy machine delays both timers. It waits longer after several
     * messages at once: behaviours that use this come before those that send many.
     */
    quiet: () => delay(250),

    /** An attached frame of that kind, whose first script is `code`. */
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

    /** A popup window. */
    popup(code, name = '') {
      const popup = window.open(frameUrl(location.origin, code), name);
      if (popup) attached.push({ remove: () => popup.close() });
      return popup;
    },

    next: (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true })),

    /** Resolves with that many events, in order, and those that follow at once. */
    async gather(target, type, count, look = (event) => event) {
      const seen = [];
      const listener = (event) => seen.push(look(event));
      target.addEventListener(type, listener);
      attached.push({ remove: () => target.removeEventListener(type, listener) });
      await until(() => seen.length >= count);
      // No marker can be queued behind what a frame in another process sends.
      await delay(20);
      return seen;
    },

    /** The exception of a call, as text. */
    thrown(call) {
      try {
        return `returned ${show(call())}`;
      } catch (error) {
        return named(error);
      }
    },

    /** The exception of a call or the result of its promise, as text. */
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

    /** The attributes of a property, and the type of its value. */
    attributes(object, key) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      if (!descriptor) return 'absent';
      const flags = ['writable', 'enumerable', 'configurable'].filter((flag) => descriptor[flag]);
      const held = ['value', 'get', 'set'].filter((slot) => slot in descriptor);
      return [key.toString(), ...flags, ...held.map((slot) => `${slot}: ${typeof descriptor[slot]}`)].join(
        ' ',
      );
    },

    /** The test with which sites recognise a browser's own function. */
    isNative: (value) =>
      /^function[^(]*\(\)\{\[nativecode\]\}$/.test(toString.call(value).replace(/\s/g, '')),

    /** A stack trace without ports, but with columns. */
    stack: (error) =>
      String(error?.stack ?? 'none')
        .split('\n')
        .map((line) => withoutPorts(line.trim())),

    /** The owners of the files in a stack trace. */
    filesOf: (error) => [
      ...new Set(
        String(error?.stack)
          .match(/[\w-]+:\/\/[^\s)]*?(?=[:?]\d|[:?])/g)
          ?.map(withoutPorts) ?? [],
      ),
    ],
    namesExtension: (error) => /(chrome|moz|web)-extension|isolated|main\.iife/.test(String(error?.stack)),

    /** Replaces properties while `work` runs. */
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

    /** An object that records each property read. */
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

    /** A value that records its conversions to text. */
    text: (value, log) => ({
      toString() {
        log.push(`toString ${value.replace(/\?.*/, '')}`);
        return value;
      },
    }),

    /**
     * A URL of the endpoint with a unique name, and a function that returns what reached the server under it.
     */
    endpoint(query = '', origin = location.origin) {
      const c = `b${Math.random()}`;
      const url = `${origin}/x?c=${c}&${query}`;
      return { url, seen: () => fetchNow(`/seen?c=${c}`).then((response) => response.json()) };
    },

    /** The reasons of the unhandled rejections and errors of `work`, as text. */
    async unhandled(work) {
      const seen = [];
      const marker = Symbol('marker');
      const markers = [];
      const note = (event) => {
        if (event.reason === marker) markers.push(event.type);
        else seen.push(`${event.type} ${event.reason === undefined ? event.message : named(event.reason)}`);
        event.preventDefault();
      };
      for (const type of ['unhandledrejection', 'rejectionhandled', 'error']) addEventListener(type, note);
      await work();
      await turn();
      // Rejections are reported in order, and so is what is handled late.
      const rejected = Promise.reject(marker);
      await until(() => markers.includes('unhandledrejection'));
      rejected.catch(() => {});
      await until(() => markers.includes('rejectionhandled'));
      for (const type of ['unhandledrejection', 'rejectionhandled', 'error']) removeEventListener(type, note);
      return seen;
    },
  };
  const { toString } = Function.prototype;
  const native = fetch;
  const fetchNow = (url) => native.call(window, url);

  /** Runs all of them, one after the other. */
  globalThis.observe = async (patienceMs = 30_000) => {
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
      // Late events of a behaviour must arrive before the next one begins.
      await turn();
    }
    return observations;
  };
}
