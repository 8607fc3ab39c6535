import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';

/** Socket.IO on `server`: it replies to each message. */
export function greetOn(server: HttpServer): Server {
  const io = new Server(server, {
    cors: {
      origin: '*',
      methods: ['GET', 'POST'],
    },
  });

  io.on('connection', (socket) => {
    socket.on('message', () => {
      socket.emit('message', 'Hello, Client!');
    });
  });
  return io;
}
