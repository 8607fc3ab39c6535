import SockJS from 'sockjs-client';
import { api, ready, stackOfNow } from '../page/tools.js';

/** Connects by a socket; what was sent comes back. */
export async function page() {
  await ready;
  const told = [];
  const socket = new SockJS(`${api}/sockjs`, null, {
    transports: ['websocket'],
    server: '000',
    sessionId: () => 'session',
  });
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onclose = ({ reason }) => reject(new Error(reason));
  });
  told.push(
    socket.transport,
    socket._transport.ws instanceof WebSocket,
    socket._transport.ws.constructor === WebSocket,
  );
  const heard = new Promise((resolve) => {
    socket.onmessage = ({ data }) => resolve([data, stackOfNow()]);
  });
  socket.send('hello');
  told.push(await heard);
  socket.onclose = null;
  socket.close();
  // This socket has no server.
  const refused = new SockJS(`${api}/missing`, null, {
    transports: ['websocket'],
    server: '000',
    sessionId: () => 'session',
  });
  const { code, reason, wasClean } = await new Promise((resolve) => {
    refused.onclose = resolve;
  });
  return { seen: { told, refused: { code, reason, wasClean } }, ignores: ['t'] };
}
