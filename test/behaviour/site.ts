import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerScenario } from '../../playground/endpoint';
import { openHolds } from '../../playground/holds';
import { listen } from '../../playground/listen';
import { type Origins, originsOf } from '../../playground/origins';
import { openWebSockets } from '../../playground/web-sockets';

/** The pages of the corpus on several origins, and an endpoint that remembers its requests. */
export interface Site {
  readonly origins: Origins;
  /** The URL of a page whose script is `code`. */
  frame(origin: string, code: string): string;
  /** Whether `/x?c=` was requested under that name. */
  wasAsked(name: string): boolean;
  close(): Promise<void>;
}

/** A recorded request, as `/seen?c=` returns it. */
type Seen = readonly [method: string, contentType: string | null, body: string];

const folder = new URL('./corpus/', import.meta.url);
const html = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
const js = { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' };

/** A policy that only allows this origin's own files to run. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";

/**
 * Serves the pages:
 *
 * - `/group?name=` the corpus's tools and one of its files; `strict` adds a policy, `mistakes` an extension
 *   with known mistakes
 * - `/frame?code=` a script in a page; `/script?code=` a script; `/seen?c=` the requests of `/x?c=`
 * - `/x` the playground's endpoint
 */
export async function serveSite(): Promise<Site> {
  const seen = new Map<string, Promise<Seen>[]>();
  const holds = openHolds();
  const webSockets = openWebSockets(() => {});
  let origins: Origins;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://site');
    const code = query.get('code') ?? '';
    if (pathname === '/group') {
      const policy = query.has('strict') ? { 'Content-Security-Policy': strictPolicy } : {};
      return response.writeHead(200, { ...html, ...policy }).end(groupPage(query));
    }
    if (pathname === '/frame') return response.writeHead(200, html).end(framePage(code));
    if (pathname === '/script') return response.writeHead(200, js).end(code);
    if (pathname === '/origins.js') {
      return response.writeHead(200, js).end(`globalThis.origins = ${JSON.stringify(origins)};`);
    }
    if (pathname.startsWith('/corpus/')) {
      const name = pathname.split('/').at(-1) ?? '';
      return response.writeHead(200, js).end(readFileSync(new URL(name, folder)));
    }
    const name = query.get('c') ?? '';
    if (pathname === '/seen') {
      const list = await Promise.all(seen.get(name) ?? []);
      return response.writeHead(200, js).end(JSON.stringify(list));
    }
    if (pathname !== '/x') return response.writeHead(404, html).end('<!doctype html>nothing here');
    seen.set(name, [...(seen.get(name) ?? []), whole(request)]);
    await answerScenario(request, response, query, holds);
  };

  const open = (): Server => {
    const server = createServer((request, response) => {
      answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    webSockets.accept(server);
    return server;
  };
  const [main, other] = [await listen(open, 0), await listen(open, 0)];
  const closed = await listen(open, 0);
  await closed.close();
  // These servers do not use TLS.
  origins = originsOf([main.port, other.port], closed.port, closed.port);

  return {
    origins,
    frame: (origin, code) => `${origin}/frame?code=${encodeURIComponent(code)}`,
    wasAsked: (name) => seen.has(name),
    async close() {
      webSockets.close();
      await Promise.all([main.close(), other.close()]);
    },
  };
}

async function whole(request: IncomingMessage): Promise<Seen> {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  // A body that is cut off ends as well.
  await new Promise((resolve) => request.once('close', resolve));
  const { method = '', headers } = request;
  return [method, headers['content-type'] ?? null, Buffer.concat(parts).toString('latin1')];
}

function groupPage(query: URLSearchParams): string {
  const files = [...(query.has('mistakes') ? ['mistakes'] : []), 'tools', query.get('name') ?? ''];
  const scripts = ['/origins.js', ...files.map((file) => `/corpus/${encodeURIComponent(file)}.js`)];
  const tags = scripts.map((path) => `<script src="${path}"></script>`).join('');
  return `<!doctype html><html lang="en"><link rel="icon" href="data:,">${tags}<title>Group</title><body></body></html>`;
}

function framePage(code: string): string {
  return `<!doctype html><link rel="icon" href="data:,"><script>${code.replaceAll('</script', '<\\/script')}</script>`;
}
