import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Origins } from '../origins';

/** Opens a WebSocket for pages of one origin, and rejects the handshake of all others, because no browser does that. */
export function openGreeting(
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { page }: Origins,
): void {
  if (request.headers.origin !== page) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  sockets.handleUpgrade(request, socket, head, (opened: WebSocket) => {
    opened.on('message', () => {
      opened.send('Hello, Client!');
    });
    opened.on('error', () => opened.terminate());
  });
}
