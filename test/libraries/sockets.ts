import type { IncomingMessage, Server } from 'node:http';
import { Server as SocketIo } from 'socket.io';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Wire } from './wire';

/** The server for the sockets of the cases. */
export interface Sockets {
  accept(server: Server): void;
  close(): void;
}

/** The protocol of one kind of socket: its first message, and its answers. */
interface Talk {
  readonly hello?: string;
  answer(message: string): string;
}

const talks: readonly (readonly [path: RegExp, talk: Talk])[] = [
  [
    /^\/app\//,
    {
      hello: event('pusher:connection_established', { socket_id: '1.1', activity_timeout: 120 }),
      answer: () => event('pusher_internal:subscription_succeeded', {}, 'channel'),
    },
  ],
  [/^\/sockjs\//, { hello: 'o', answer: (message) => `a${message}` }],
  [/^/, { answer: (message) => message }],
];

/** A message in the format of Pusher's server, with data as JSON within JSON. */
function event(name: string, data: object, channel?: string): string {
  return JSON.stringify({ event: name, data: JSON.stringify(data), channel });
}

/**
 * Serves Socket.IO under its own path, the protocols of Pusher and SockJS under theirs, and echoes elsewhere.
 */
export function openSockets(wire: Wire): Sockets {
  const sockets = new WebSocketServer({ noServer: true });
  const io = new SocketIo({ cors: { origin: true, credentials: true } });
  io.on('connection', (socket) => {
    socket.onAny((name: string, ...args: readonly unknown[]) => {
      wire.hear(socket.request, JSON.stringify([name, ...args]));
      socket.emit(name, ...args);
    });
  });
  let hasEngine = false;

  const talk = (socket: WebSocket, request: IncomingMessage) => {
    const [, { hello, answer }] = talks.find(([path]) => path.test(request.url ?? '/')) as (typeof talks)[0];
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      wire.hear(request, String(data));
      socket.send(answer(String(data)));
    });
    if (hello !== undefined) socket.send(hello);
  };
  return {
    accept(server) {
      // One engine serves all servers, because a browser may send the next request to another one.
      if (hasEngine) io.engine.attach(server, { path: '/socket.io/' });
      else io.attach(server);
      hasEngine = true;
      server.on('request', (request: IncomingMessage) => {
        if (request.url?.startsWith('/socket.io/')) wire.see(request, false);
      });
      server.on('upgrade', (request, socket, head) => {
        wire.see(request);
        if (request.url?.startsWith('/socket.io/')) return;
        sockets.handleUpgrade(request, socket, head, (accepted) => talk(accepted, request));
      });
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      void io.close();
    },
  };
}
