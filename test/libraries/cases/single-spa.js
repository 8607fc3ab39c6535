import { getMountedApps, navigateToUrl, registerApplication, start } from 'single-spa';
import { ordinary, ready, until } from '../page/tools.js';

/** Mounts applications by URL; it patches history and the listeners of its changes. */
export async function page() {
  await ready;
  const told = [];
  const application = (name) => ({
    name,
    app: {
      bootstrap: async () => void told.push(`bootstrap ${name}`),
      mount: async () => void told.push(`mount ${name}`),
      unmount: async () => void told.push(`unmount ${name}`),
    },
    activeWhen: `/${name}`,
  });
  registerApplication(application('one'));
  registerApplication(application('two'));
  for (const type of ['single-spa:routing-event', 'popstate']) addEventListener(type, () => told.push(type));
  start();
  navigateToUrl('/one');
  await until(() => getMountedApps().includes('one'));
  history.pushState(null, '', '/two');
  await until(() => getMountedApps().includes('two'));
  return { seen: { told, ordinary: await ordinary() } };
}
