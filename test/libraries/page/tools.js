// The tools of a case's page, taken from the page before the library loads.

const { setTimeout: later, addEventListener: listen, document: root, location: here } = globalThis;

/** The properties that libraries replace: the name, the object and the key of each. */
const watched = () => {
  const found = [];
  const on = (name, object, keys) => {
    for (const key of keys) if (object) found.push([name ? `${name}.${key}` : key, object, key]);
  };
  on('', globalThis, ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker']);
  on('', globalThis, [
    'postMessage',
    'addEventListener',
    'onerror',
    'onunhandledrejection',
    'open',
    'Request',
  ]);
  on('', globalThis, ['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'Promise']);
  on('', globalThis, [
    'MutationObserver',
    'MessageChannel',
    'FileReader',
    'localStorage',
    'name',
    'onmessage',
  ]);
  const methods = {
    XMLHttpRequest: [
      'open',
      'send',
      'setRequestHeader',
      'abort',
      'addEventListener',
      'onload',
      'responseText',
    ],
    EventTarget: ['addEventListener', 'removeEventListener', 'dispatchEvent'],
    MessagePort: ['postMessage', 'onmessage'],
    MessageEvent: ['data', 'origin', 'source'],
    WebSocket: ['send', 'onmessage'],
    Worker: ['postMessage', 'onmessage'],
    Navigator: ['sendBeacon'],
    History: ['pushState', 'replaceState'],
    Response: ['text', 'json', 'clone'],
    Element: ['attachShadow', 'setAttribute', 'innerHTML'],
    Node: ['appendChild', 'insertBefore'],
    Document: ['createElement', 'cookie'],
    HTMLIFrameElement: ['contentWindow', 'contentDocument'],
    HTMLCanvasElement: ['toDataURL', 'getContext'],
    CanvasRenderingContext2D: ['drawImage', 'fillRect', 'getImageData'],
    CSSStyleSheet: ['insertRule'],
    Storage: ['setItem'],
    IDBFactory: ['open'],
    Error: ['toString'],
  };
  for (const [name, keys] of Object.entries(methods)) on(name, globalThis[name]?.prototype, keys);
  on('Function.prototype', Function.prototype, ['toString', 'call', 'apply', 'bind']);
  on('navigator', globalThis.navigator, ['sendBeacon', 'serviceWorker']);
  on('history', globalThis.history, ['pushState', 'replaceState']);
  on('console', globalThis.console, ['log', 'warn', 'error', 'debug']);
  return found;
};

const { getOwnPropertyDescriptor: describe } = Object;
const before = watched().map((place) => [...place, describe(place[1], place[2])]);

/** The names of properties whose value, getter or setter has changed since the start. */
export function patched() {
  const isOther = ([, object, key, old]) => {
    const now = describe(object, key);
    return ['value', 'get', 'set'].some((part) => now?.[part] !== old?.[part]);
  };
  return before.filter(isOther).map(([name]) => name);
}

/** Uncaught errors and rejections, as the page's own reporter would record them. */
export const errors = [];
listen('error', ({ message, filename, lineno, colno, error }) => {
  if (message) errors.push({ message, filename, lineno, colno, stack: error?.stack });
});
listen('unhandledrejection', ({ reason }) => {
  errors.push({ rejection: String(reason), stack: reason?.stack });
});

// Whether a window has the focus depends on other windows, and so on timing, so focus events are hidden here.
for (const type of ['focus', 'blur']) {
  const hide = (event) => {
    if (event.isTrusted && [globalThis, root].includes(event.target)) event.stopImmediatePropagation();
  };
  listen(type, hide, true);
}

/** The result of a promise or a function; an error with its stack trace. */
export async function outcome(work) {
  try {
    return { value: await (typeof work === 'function' ? work() : work) };
  } catch (error) {
    return failure(error);
  }
}

/** An error as a reporter records it. */
export const failure = ({ name, message, stack, fileName, lineNumber, cause }) => ({
  name,
  message,
  stack,
  fileName,
  lineNumber,
  cause: cause?.stack,
});

/** The stack trace at this call. */
export const stackHere = () => new Error('here').stack;

/** The lines of a stack trace up to Firefox's asynchronous part, which depends on timing. */
export const stackOfNow = () => new Error('now').stack.replace(/\n\S*\*[\s\S]*/, '');

/** Resolves with the first truthy result of `ask`; after a while it fails and names what it waited for. */
export async function until(ask, patienceMs = 20_000) {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited in vain for ${ask}`);
    await new Promise((resolve) => later.call(globalThis, resolve, 10));
  }
}

/** A promise and its resolver. */
export function once() {
  const made = {};
  made.promise = new Promise((resolve) => {
    made.resolve = resolve;
  });
  return made;
}

/** The next event of that type. */
export const next = (target, type) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));

/**
 * Resolves when the document has been parsed. In Chromium a trap of the extension is on the stack until the
 * background has answered (docs/limits.md), so it waits for that too.
 */
export const ready = root && whenRead().then(whenFrameless);

async function whenRead() {
  if (root.readyState === 'loading') await next(root, 'DOMContentLoaded');
}

async function whenFrameless() {
  while (isTrapOnStack()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function isTrapOnStack() {
  try {
    new XMLHttpRequest().open('TRACE', '/');
  } catch ({ stack }) {
    return /\bx:\d/.test(stack);
  }
  return false;
}

/** This page's server under another name: another origin. */
const sibling = (name) => `${here.protocol}//${name}.${here.host.replace(/^(api|frame)\./, '')}`;

/** A cross-origin server without pages; see answers.ts for its answers. */
export const api = sibling('api');

/** An origin whose `/child` runs the case's `child`. */
export const frameOrigin = sibling('frame');

/** This page's own origin, as a cross-origin frame must name it. */
export const pageOrigin = `${here.protocol}//${here.host.replace(/^(api|frame)\./, '')}`;

/** Adds a frame to the page; resolves when it has loaded. */
export async function addFrame(src, parent = root.body) {
  const frame = root.createElement('iframe');
  const loaded = next(frame, 'load');
  frame.src = src;
  parent.append(frame);
  await loaded;
  return frame;
}

/** Makes a request by XMLHttpRequest: its status and text, or its error. */
export const xhr = (url, { method = 'GET', headers = {}, body = null } = {}) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    for (const type of ['load', 'error', 'abort', 'timeout']) {
      request.addEventListener(type, () =>
        resolve({ end: type, status: request.status, text: request.responseText }),
      );
    }
    request.send(body);
  });

/** Makes a request by fetch: its status and text, or its error. */
export const fetched = (url, init) =>
  outcome(() =>
    fetch(url, init).then(async (answer) => ({ status: answer.status, text: await answer.text() })),
  );

/**
 * Returns a value with its numbers as texts, so that they are compared, except those with the names in
 * `except`.
 */
export const exact = (value, ...except) =>
  JSON.parse(
    JSON.stringify(value, (key, field) =>
      typeof field === 'number' && !except.includes(key) ? `#${field}` : field,
    ) ?? 'null',
  );

/**
 * The results of a client for answers, for a 404, for a call that CORS blocks, and for a method that no page
 * may use.
 */
export const tries = async (call) => ({
  got: await outcome(() => call(`${api}/open/a`, {})),
  posted: await outcome(() =>
    call(`${api}/open/b`, { method: 'POST', body: '{"a":1}', headers: { 'X-A': 'a' } }),
  ),
  missing: await outcome(() => call(`${api}/open/missing`, {})),
  blocked: await outcome(() => call(`${api}/plain/a`, { headers: { 'X-A': 'a' } })),
  forbidden: await outcome(() => call(`${api}/open/a`, { method: 'TRACE' })),
});

/** What a page does itself beside a library, with the stack traces of what it runs. */
export async function ordinary() {
  const received = once();
  const listener = () => received.resolve(stackHere());
  addEventListener('message', listener, { once: true });
  postMessage('ordinary', '*');
  const message = await received.promise;
  const blocked = await outcome(() => fetch(`${api}/closed/ordinary`));
  const forbidden = await outcome(() => new XMLHttpRequest().open('TRACE', api));
  return { message, blocked, forbidden };
}

/** Sorts a list, so that its order does not depend on timing. */
export const sorted = (list) =>
  [...list].sort((first, second) => (JSON.stringify(first) < JSON.stringify(second) ? -1 : 1));
