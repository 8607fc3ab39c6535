import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { listen } from '../../playground/listen';
import { answerTo } from './answers';
import { bundleOf, installed } from './bundle';
import { openSockets } from './sockets';
import { openWire, type WireEntry } from './wire';

/**
 * Each tab has hosts of its own, all of the same length, so that tabs share nothing. On those of `d`, an
 * extension with known mistakes runs before the page's first script.
 */
export type Host = 'a' | 'b' | 'c' | 'd';

/** Serves each library's case on an origin of its own, and records the requests of its pages. */
export interface Site {
  /**
   * The URL of the case's page in one of the tabs. If its script is cacheable, it comes from the cache from
   * the second load on.
   */
  page(library: string, host: Host, isCached?: boolean): string;
  /** How often that script was requested. */
  scriptsServed(library: string, host: Host): number;
  /** The URL of an empty page of that origin. */
  blank(library: string, host: Host): string;
  /** What the server has received from that page so far. */
  wire(library: string, host: Host): Promise<readonly WireEntry[]>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};
const mistakes = new URL('../behaviour/corpus/mistakes.js', import.meta.url);

/**
 * This server answers for every host `<library>-<a…d>.localhost`, with or without `api.` or `frame.` before
 * it:
 *
 * - `/` and `/child` a page with the case's script first; `/case.js` that script; `/blank` an empty page
 * - `/cached` the page with a cacheable script
 * - `/packages/…` a file of an installed package
 * - anything else is recorded and answered as in answers.ts
 */
export async function serveLibraries(): Promise<Site> {
  const wire = openWire();
  const sockets = openSockets(wire);
  const served = new Map<string, number>();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'Content-Type': types[type], 'Cache-Control': 'no-store' }).end(body);
    const [, library = '', host] = /([\w-]+)-([a-d])\.localhost/.exec(request.headers.host ?? '') ?? [];

    if (['/', '/child', '/cached'].includes(pathname)) {
      return send('.html', page(host === 'd', pathname === '/cached' ? '/cached.js' : '/case.js'));
    }
    if (pathname === '/cached.js') {
      const name = `${library}-${host}`;
      served.set(name, (served.get(name) ?? 0) + 1);
      const keep = { 'Content-Type': types['.js'], 'Cache-Control': 'max-age=3600' };
      return response.writeHead(200, keep).end(await bundleOf(library));
    }
    if (pathname === '/blank') return send('.html', '<!doctype html><link rel="icon" href="data:,">');
    if (pathname === '/case.js') return send('.js', await bundleOf(library));
    if (pathname === '/mistakes.js') return send('.js', readFileSync(mistakes));
    if (pathname.startsWith('/packages/')) {
      const file = fileOf(pathname.slice('/packages/'.length));
      const type = types[extname(pathname)] ?? 'text/plain';
      response.writeHead(file ? 200 : 404, { 'Content-Type': type, 'Service-Worker-Allowed': '/' });
      return file ? createReadStream(file).pipe(response) : response.end();
    }
    wire.see(request);
    const { status, headers, body } = answerTo(request);
    return response.writeHead(status, headers).end(body);
  };

  const open = (): Server => {
    const server = createServer((request, response) => {
      answer(request, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    });
    sockets.accept(server);
    return server;
  };
  const { port, close } = await listen(open, 0);

  return {
    page: (library, host, isCached = false) =>
      `http://${library}-${host}.localhost:${port}/${isCached ? 'cached' : ''}`,
    scriptsServed: (library, host) => served.get(`${library}-${host}`) ?? 0,
    blank: (library, host) => `http://${library}-${host}.localhost:${port}/blank`,
    wire: (library, host) => wire.of(`${library}-${host}.localhost:${port}`),
    async close() {
      sockets.close();
      await close();
    },
  };
}

/** Reads a file of an installed package from the folder that has it. */
function fileOf(path: string): string | null {
  const files = installed.map((folder) => join(folder, 'node_modules', path));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}

function page(isMistaken: boolean, script: string): string {
  const scripts = [...(isMistaken ? ['/mistakes.js'] : []), script];
  const tags = scripts.map((path) => `<script src="${path}"></script>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${tags}<title>Case</title></head>
<body><main id="main"><h1>Case</h1><p id="text">Text</p><button id="button" type="button">Press</button></main></body></html>`;
}
