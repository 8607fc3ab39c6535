import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

/** The WebSockets of one playground. */
export interface WebSockets {
  /** Accepts those that `server` is asked for, under any path. */
  accept(server: Server): void;
  /** Ends them all: once upgraded, a socket is no longer its server's to close. */
  close(): void;
}

/** Takes an opening handshake over, if it is one of its own. */
export type TakeUpgrade = (
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) => boolean;

/**
 * WebSockets that echo what they are sent; `?st=403` refuses the opening handshake with that status. Those that
 * `take` takes do as it says.
 */
export function openWebSockets(
  see: (request: IncomingMessage) => void,
  take: TakeUpgrade = () => false,
): WebSockets {
  const sockets = new WebSocketServer({ noServer: true });
  sockets.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    socket.on('error', () => socket.terminate());
  });

  return {
    accept: (server) =>
      server.on('upgrade', (request, socket, head) => {
        see(request);
        if (take(sockets, request, socket, head)) return;
        const status = new URL(request.url ?? '/', 'http://playground').searchParams.get('st');
        if (status !== null) {
          const challenge = status === '401' ? 'WWW-Authenticate: Basic realm="playground"\r\n' : '';
          const lines = `Content-Length: 0\r\nConnection: close\r\n${challenge}`;
          socket.end(`HTTP/1.1 ${status} Refused\r\n${lines}\r\n`);
          return;
        }
        sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted));
      }),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}
