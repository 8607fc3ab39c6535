import { io } from 'socket.io-client';
import { api, ready, stackOfNow } from '../page/tools.js';

/** Connects by polling, by a socket, and from one to the other; what was sent comes back. */
export async function page() {
  await ready;
  const seen = {};
  for (const transports of [['polling'], ['websocket'], ['polling', 'websocket']]) {
    const socket = io(api, {
      transports,
      forceNew: true,
      withCredentials: true,
      extraHeaders: { 'X-A': 'a' },
    });
    const told = [];
    const { engine } = socket.io;
    const upgraded = new Promise((resolve) => engine.once('upgrade', resolve));
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    if (transports.length === 2) await upgraded;
    const echoed = new Promise((resolve) =>
      socket.on('echo', (...args) => {
        told.push([args, stackOfNow()]);
        resolve();
      }),
    );
    socket.emit('echo', { a: 'b' }, ['c']);
    await echoed;
    const { ws } = engine.transport;
    told.push(engine.transport.name, ws && [ws.constructor === WebSocket, ws instanceof WebSocket]);
    socket.close();
    seen[transports.join()] = told;
  }
  return { seen, ignores: ['sid', 't', 'cookie'], varies: ['//api/socket.io/'] };
}
