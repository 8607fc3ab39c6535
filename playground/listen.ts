import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';

type Server = HttpServer | HttpsServer;

/** A server that listens on one port, on each loopback address of this machine. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Servers on 127.0.0.1 and, where this machine has it, on ::1: a browser may try either for *.localhost.
 * Port 0 becomes one that is free on both.
 */
export async function listen(open: () => Server, port: number): Promise<Listening> {
  const ipv4 = open();
  const used = await bind(ipv4, '127.0.0.1', port);
  const ipv6 = open();
  const error = await bind(ipv6, '::1', used).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
  if (error === null) return { port: used, close: () => closeAll([ipv4, ipv6]) };
  if (error.code !== 'EADDRINUSE') return { port: used, close: () => closeAll([ipv4]) };

  await closeAll([ipv4]);
  if (port === 0) return listen(open, 0);
  throw error;
}

/**
 * Returns a port on which nothing listens, and which no system gives to a server that asks for any port: those ports
 * are 32,768 and above.
 */
export async function unusedPort(): Promise<number> {
  const port = randomInt(20_000, 30_000);
  const listening = await listen(() => createServer(), port).catch(() => null);
  await listening?.close();
  return listening ? port : unusedPort();
}

async function bind(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`playground: no port on "${host}"`);
  return address.port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    }),
  );
}
