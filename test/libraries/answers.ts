import type { IncomingMessage } from 'node:http';

/** The answers of the server for the cases. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The CORS headers, by the first part of a path. */
const sharing: Readonly<Record<string, (request: IncomingMessage) => Readonly<Record<string, string>>>> = {
  /**
   * Allows every origin, but no header that requires a preflight, so requests with the headers of a tracing
   * SDK fail.
   */
  plain: () => ({ 'Access-Control-Allow-Origin': '*' }),
  /** Allows no other origin. */
  closed: () => ({}),
};

/** Allows any origin and any headers. */
function open({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    'Access-Control-Allow-Methods': headers['access-control-request-method'] ?? '*',
    'Access-Control-Expose-Headers': 'X-Answer',
  };
}

const js = { 'Content-Type': 'text/javascript' };

/** The answers other than `{"ok":true}`, by the last part of the path. */
const special: Readonly<Record<string, Partial<Answer>>> = {
  missing: { status: 404, body: '{"ok":false}' },
  broken: { status: 500, body: 'Internal error' },
  events: {
    headers: { 'Content-Type': 'text/event-stream' },
    body: 'id: 1\ndata: first\n\nevent: named\ndata: second\n\n',
  },
  config: { body: '{}' },
  'config.js': { headers: js, body: '' },
  info: { body: '{"websocket":true,"origins":["*:*"],"cookie_needed":false,"entropy":1}' },
  'module.js': { headers: js, body: "export const name = 'module';" },
  'sw.js': { headers: js, body: 'onmessage = ({ ports, data }) => ports[0].postMessage([data]);' },
  'app.html': {
    headers: { 'Content-Type': 'text/html' },
    body: `<!doctype html><div id="app"></div><script>
      addEventListener('message', ({ data }) => { window.heard = data; });
      window.app = {
        bootstrap: async () => {},
        mount: async ({ container }) => { container.querySelector('#app').textContent = 'mounted'; },
        unmount: async () => {},
      };
    </script>`,
  },
  text: { headers: { 'Content-Type': 'text/plain' }, body: 'some text' },
  'loaded.js': {
    headers: js,
    body: 'globalThis.loadedScripts = (globalThis.loadedScripts ?? 0) + 1;',
  },
};

/**
 * The answer to a request of a case, by its path: `/plain/…` allows no header that requires a preflight,
 * `/closed/…` allows no other origin, all others allow everything; `…/missing` is a 404, and so on.
 */
export function answerTo(request: IncomingMessage): Answer {
  const [, first = '', ...others] = (request.url ?? '/').replace(/\?.*/, '').split('/');
  const cors = (sharing[first] ?? open)(request);
  const common = { 'Cache-Control': 'no-store', 'X-Answer': 'yes', ...cors };
  // No result may depend on the answer to an earlier preflight.
  const preflight = { ...common, 'Access-Control-Max-Age': '0' };
  if (request.method === 'OPTIONS') return { status: 204, headers: preflight, body: '' };
  const { status = 200, headers, body = '{"ok":true}' } = special[others.at(-1) ?? first] ?? {};
  return { status, headers: { 'Content-Type': 'application/json', ...common, ...headers }, body };
}
