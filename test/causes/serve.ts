import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { listen } from '../../playground/listen';
import { selfSigned } from '../../playground/self-signed';
import type { CaseContext, CaseRequest, CauseCase, Variant } from './case';

/** A case that is being served. */
export interface ServedCase {
  /** The page to open. */
  readonly page: string;
  /** An empty page of the same origin. */
  readonly blank: string;
  /** The text with hosts and ports that are the same in every run. */
  stable(text: string): string;
  close(): Promise<void>;
}

/** What is needed of a case to serve it. */
export type ServableCase = Pick<
  CauseCase,
  'origins' | 'recordedPorts' | 'page' | 'servers' | 'upgrade' | 'isSecure'
> & {
  readonly cause: string;
  /** Starts servers of products on the third port and, behind it, on the fourth; both are free. */
  readonly start?: (context: CaseContext, port: number, behind: number) => Promise<Started>;
};

/** Processes that serve. */
export interface Started {
  close(): Promise<void>;
}

/** The ports in recordings, instead of those that were free. */
const usualPorts = [8000, 8001, 8002, 8003] as const;

const isUsedAsItIs = /(^|\.)localhost$|^\d+\.\d+\.\d+\.\d+$/;
const isNotTrustworthy = /\.test$/;
const { spkiHash, ...certificate } = selfSigned('app.localhost');
/** The hash of the key of the https servers, with which Chromium accepts their certificate. */
export const casesKey = spkiHash;
const webSocketGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Serves a variant of a case on two ports of this machine. Each run has hosts of its own, by `run`, because
 * the browser keeps cookies.
 */
export async function serveCase(
  definition: ServableCase,
  variant: Variant,
  run: string,
): Promise<ServedCase> {
  const ports: number[] = [];
  const origin = (name: string) => originOf(definition, name, `-${run}`, ports);
  const context: CaseContext = { variant, state: {}, origin, at: (name, path = '/') => origin(name) + path };
  const nameOf = (request: IncomingMessage) =>
    Object.keys(definition.origins).find(
      (name) => origin(name) === `${schemeOf(request)}://${request.headers.host}`,
    ) ?? '';

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { url: path = '/' } = request;
    const blank = path === '/__blank';
    if (blank) {
      response.setHeader('Content-Type', 'text/html');
      return response.end('<!doctype html><link rel="icon" href="data:,">');
    }
    const name = nameOf(request);
    const server = definition.servers[name];
    if (!server || path === '/favicon.ico') return response.writeHead(404).end();
    const { status = 200, headers = {}, body = '', delayMs = 0 } = server(await received(request), context);
    if (delayMs > 0) await delay(delayMs);
    const lines = Object.entries(headers).flatMap(([key, value]) =>
      [value].flat().flatMap((each) => [key, each]),
    );
    return response.writeHead(status, lines).end(body);
  };
  const sockets = new Set<Duplex>();
  const upgrade = (request: IncomingMessage, socket: Duplex) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const decided = definition.upgrade?.[nameOf(request)]?.(toRequest(request, ''), context);
    if (decided !== 'accept') {
      const { status } = decided ?? { status: 404 };
      socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const key = `${request.headers['sec-websocket-key']}${webSocketGuid}`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  };
  const respond = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
  const open = () => createServer(respond).on('upgrade', upgrade);
  const openSecure = () => createSecureServer(certificate, respond);
  const servers = [await listen(definition.isSecure ? openSecure : open, 0), await listen(open, 0)];
  ports.push(...servers.map(({ port }) => port));
  let started: Started | null = null;
  if (definition.start) {
    const [port, behind] = [await freePort(), await freePort()];
    ports.push(port, behind);
    started = await definition.start(context, port, behind);
  }

  const [pageOrigin = '', pagePath = '/'] = definition.page.split(/:(.*)/);
  return {
    page: context.at(pageOrigin, pagePath),
    blank: context.at(pageOrigin, '/__blank'),
    stable: (text) =>
      (definition.recordedPorts ?? usualPorts).reduce(
        (before, port, index) =>
          before.replaceAll(new RegExp(`(?<=[a-z1\\]])(:|%3A)${ports[index]}\\b`, 'gi'), `$1${port}`),
        text.replaceAll(`-${run}.localhost`, '.localhost').replaceAll(`-${run}.test`, '.test'),
      ),
    async close() {
      // Node does not count them as connections of the server.
      for (const socket of sockets) socket.destroy();
      for (const server of servers) await server.close();
      await started?.close();
    },
  };
}

async function freePort(): Promise<number> {
  const { port, close } = await listen(() => createServer(), 0);
  await close();
  return port;
}

/** The URL of an origin of a case, as it is in recordings. */
export function recordedOrigin(definition: ServableCase, name: string): string {
  return originOf(definition, name, '', definition.recordedPorts ?? usualPorts);
}

function originOf(
  { cause, origins, isSecure }: ServableCase,
  name: string,
  ending: string,
  ports: readonly number[],
) {
  const place = origins[name];
  if (place === undefined) throw new Error(`causes: "${cause}" has no origin "${name}"`);
  const { host, port } = typeof place === 'string' ? { host: place, port: 0 } : place;
  return `${isSecure && port === 0 ? 'https' : 'http'}://${hostIn(host, ending)}:${ports[port]}`;
}

function hostIn(host: string, ending: string): string {
  if (isUsedAsItIs.test(host)) return host;
  return isNotTrustworthy.test(host)
    ? host.replace(isNotTrustworthy, `${ending}.test`)
    : `${host}${ending}.localhost`;
}

function schemeOf({ socket }: IncomingMessage): 'http' | 'https' {
  return socket instanceof TLSSocket ? 'https' : 'http';
}

async function received(request: IncomingMessage): Promise<CaseRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return toRequest(request, Buffer.concat(chunks).toString());
}

function toRequest({ method = 'GET', url: path = '/', headers }: IncomingMessage, body: string): CaseRequest {
  return { method, path, headers, body };
}
