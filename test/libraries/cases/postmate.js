import Postmate from 'postmate';
import { frameOrigin, ordinary, pageOrigin, ready } from '../page/tools.js';

/** Does a handshake with a cross-origin frame, and reads values from it. */
export async function page() {
  await ready;
  const told = [];
  const handshake = new Postmate({
    container: document.querySelector('#main'),
    url: `${frameOrigin}/child`,
    name: 'named',
  });
  const child = await handshake;
  const event = new Promise((resolve) => child.on('event', (data) => resolve(told.push(data))));
  child.call('go', 'from the page');
  await event;
  const value = await child.get('value');
  child.destroy();
  return { seen: { told, value, origin: child.childOrigin, ordinary: await ordinary() } };
}

/** In the frame. */
export async function child() {
  const handshake = new Postmate.Model({
    value: () => `value of ${window.name}`,
    go: (data) =>
      handshake.then((parent) => parent.emit('event', [data, parent.parentOrigin === pageOrigin])),
  });
  await handshake;
  return {};
}
