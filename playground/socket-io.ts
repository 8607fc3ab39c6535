import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { greetOn } from './servers/socket-io';

/** Socket.IO on all servers of one playground. */
export interface SocketIo {
  /** Whether a request is for it: its transports, and the client's script. */
  owns(request: IncomingMessage): boolean;
  answer(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** Socket.IO supports one server only: this one never listens, and receives what the others get. */
export function openSocketIo(): SocketIo {
  const server = createServer();
  const io = greetOn(server);
  return {
    owns: ({ url }) => url?.startsWith('/socket.io/') ?? false,
    answer: (request, response) => void server.emit('request', request, response),
    upgrade: (request, socket, head) => void server.emit('upgrade', request, socket, head),
    close() {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
