import Pusher from 'pusher-js';
import { api, failure, ready } from '../page/tools.js';

/**
 * Connects by a socket and subscribes to channels. A private channel requires a request, which the server
 * does not allow.
 */
export async function page() {
  await ready;
  const { hostname, port } = new URL(api);
  const states = [];
  const pusher = new Pusher('key', {
    cluster: 'none',
    wsHost: hostname,
    wsPort: Number(port),
    forceTLS: false,
    enabledTransports: ['ws'],
    enableStats: false,
    channelAuthorization: { endpoint: `${api}/plain/auth`, headers: { 'X-A': 'a' } },
  });
  pusher.connection.bind('state_change', ({ current }) => current !== 'connecting' && states.push(current));
  const channel = pusher.subscribe('channel');
  await new Promise((resolve) => channel.bind('pusher:subscription_succeeded', resolve));
  const secret = pusher.subscribe('private-channel');
  const refused = await new Promise((resolve) => secret.bind('pusher:subscription_error', resolve));
  const { socket } = pusher.connection.connection.transport;
  const kinds = [socket instanceof WebSocket, socket.constructor === WebSocket];
  pusher.disconnect();
  return { seen: { states, refused: refused.stack ? failure(refused) : refused, kinds } };
}
