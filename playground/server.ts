import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { answerScenario } from './endpoint';
import { type Holds, openHolds } from './holds';
import { listen, unusedPort } from './listen';
import { type Origins, originsOf, type Ports } from './origins';
import { page } from './pages';
import { selfSigned } from './self-signed';
import { type Bucket, openBucket } from './servers/bucket';
import { openGreeting } from './servers/web-socket';
import { openSocketIo } from './socket-io';
import { techniqueAnswer } from './technique-servers';
import { openWebSockets } from './web-sockets';

/** A request as it reached the server; a WebSocket's opening handshake is one too. */
export interface SeenRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
}

const { spkiHash, ...certificate } = selfSigned('www.a.localhost');
/** The hash of the public key of every playground of this process, on the origin with the other scheme. */
export const playgroundKey = spkiHash;

/** A running playground. */
export interface Playground {
  readonly ports: Ports;
  readonly origins: Origins;
  /** What has reached the server, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Resolves with the first request that `matches`, seen already or still to come. */
  seen(matches: (request: SeenRequest) => boolean): Promise<SeenRequest>;
  /** Resolves when a request waits under that name (`hold`). */
  held(name: string): Promise<void>;
  /** Releases the requests that wait under that name, now and later. */
  release(name: string): void;
  close(): Promise<void>;
}

/** Serves the playground on two ports of this machine, and on any free one by TLS; a port of 0 becomes a free one. */
export async function servePlayground(options: { readonly ports?: Ports } = {}): Promise<Playground> {
  const requests: SeenRequest[] = [];
  const listeners = new Set<(request: SeenRequest) => void>();
  const holds = openHolds();
  const context = { runs: 0, origins: originsOf([0, 0], 0, 0), holds, bucket: openBucket() };

  const see = (request: IncomingMessage) => {
    const { method = 'GET', url = '/', headers } = request;
    const seen: SeenRequest = { method, host: headers.host ?? '', path: url, headers };
    requests.push(seen);
    for (const listener of listeners) listener(seen);
  };
  const socketIo = openSocketIo();
  const webSockets = openWebSockets(see, (sockets, request, socket, head) => {
    if (socketIo.owns(request)) socketIo.upgrade(request, socket, head);
    else if (request.url === '/technique/web-socket/socket')
      openGreeting(sockets, request, socket, head, context.origins);
    else return false;
    return true;
  });
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    see(request);
    if (socketIo.owns(request)) return socketIo.answer(request, response);
    answer(request, response, context).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`playground: ${String(error)}`);
    });
  };
  const open = (): Server => {
    const server = createServer(onRequest);
    webSockets.accept(server);
    return server;
  };
  const openSecure = (): SecureServer => createSecureServer(certificate, onRequest);

  const [first, second] = options.ports ?? [8480, 8481];
  const main = await listen(open, first);
  const other = await listen(open, second).catch(async (error: unknown) => {
    await main.close();
    throw error;
  });
  const ports: Ports = [main.port, other.port];
  const secure = await listen(openSecure, 0);
  context.origins = originsOf(ports, secure.port, await unusedPort());

  return {
    ports,
    origins: context.origins,
    requests,
    seen: (matches) =>
      new Promise((resolve) => {
        const found = requests.find(matches);
        if (found) return resolve(found);
        const listener = (request: SeenRequest) => {
          if (!matches(request)) return;
          listeners.delete(listener);
          resolve(request);
        };
        listeners.add(listener);
      }),
    held: (name) => holds.held(name),
    release: (name) => holds.release(name),
    async close() {
      webSockets.close();
      socketIo.close();
      await Promise.all([main.close(), other.close(), secure.close()]);
    },
  };
}

interface Context {
  /** How many times scenarios have been run: part of every URL they ask for, so that no two runs share a preflight cache entry. */
  runs: number;
  origins: Origins;
  readonly holds: Holds;
  readonly bucket: Bucket;
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://playground');
  if (/\/x$|^\/api\//.test(url.pathname))
    return answerScenario(request, response, url.searchParams, context.holds);
  if (url.pathname.startsWith('/bucket/')) return context.bucket.answer(request, response, context.origins);
  if (url.pathname === '/setcookie') return setCookie(response, url.searchParams);
  const answerIt = techniqueAnswer(url.pathname);
  if (answerIt) return answerIt(request, response, context.origins);

  if (url.pathname.startsWith('/run/') || url.pathname === '/demo') context.runs += 1;
  const answered = page({
    url,
    acceptLanguage: request.headers['accept-language'] ?? '',
    origins: context.origins,
    run: url.searchParams.get('r') ?? String(context.runs),
  });
  response.writeHead(answered.status, {
    'Content-Type': answered.contentType,
    'Cache-Control': 'no-store',
    ...answered.headers,
  });
  response.end(answered.body);
}

/** `/setcookie?name=sid&value=1&attributes=SameSite=None;Secure` */
function setCookie(response: ServerResponse, query: URLSearchParams): void {
  const attributes = query.get('attributes');
  const cookie = `${query.get('name') ?? 'sid'}=${query.get('value') ?? '1'}; Path=/`;
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Set-Cookie': attributes ? `${cookie}; ${attributes}` : cookie,
  });
  response.end('<!doctype html><link rel="icon" href="data:,"><title>Cookie set</title>');
}
