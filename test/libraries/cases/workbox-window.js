import { Workbox } from 'workbox-window';
import { ordinary, ready } from '../page/tools.js';

/** Registers a service worker, and sends it a question through a port. */
export async function page() {
  await ready;
  const told = [];
  const workbox = new Workbox('/sw.js');
  for (const type of ['installed', 'activated', 'waiting', 'controlling'])
    workbox.addEventListener(type, ({ type: name }) => told.push(name));
  const active = workbox.active;
  await workbox.register({ immediate: true });
  await active;
  const answer = await workbox.messageSW({ type: 'ASK' });
  return { seen: { told: told.filter((name) => name === 'installed'), answer, ordinary: await ordinary() } };
}
