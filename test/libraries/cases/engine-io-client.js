import { Socket } from 'engine.io-client';
import { api, ready, stackOfNow } from '../page/tools.js';

/** Opens by polling and upgrades to a socket. */
export async function page() {
  await ready;
  const socket = new Socket(api, { path: '/socket.io/', transports: ['polling', 'websocket'] });
  const told = [];
  const upgraded = new Promise((resolve) => socket.on('upgrade', resolve));
  const opened = new Promise((resolve) => socket.on('open', () => resolve(stackOfNow())));
  told.push(await opened, socket.transport.name);
  await upgraded;
  const { ws, name } = socket.transport;
  told.push(name, ws instanceof WebSocket, ws.constructor === WebSocket);
  socket.close();
  return { seen: { told }, ignores: ['sid', 't'], varies: ['//api/socket.io/'] };
}
