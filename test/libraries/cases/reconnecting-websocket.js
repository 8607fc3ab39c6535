import ReconnectingWebSocket from 'reconnecting-websocket';
import { api, next, ready, stackOfNow } from '../page/tools.js';

/** Opens a socket, sends before it is open, and reconnects. */
export async function page() {
  await ready;
  const stacks = [];
  const socket = new ReconnectingWebSocket(`${api.replace('http', 'ws')}/socket`, [], {
    minReconnectionDelay: 1,
  });
  socket.send('early');
  socket.addEventListener('open', () => stacks.push(stackOfNow()));
  const first = (await next(socket, 'message')).data;
  socket.reconnect();
  await next(socket, 'open');
  socket.send('again');
  const second = (await next(socket, 'message')).data;
  const kinds = [socket._ws instanceof WebSocket, socket._ws.constructor === WebSocket];
  socket.close();
  return { seen: { first, second, stacks, kinds } };
}
