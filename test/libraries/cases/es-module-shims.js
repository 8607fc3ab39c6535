import { api, fetched, ordinary, outcome, ready } from '../page/tools.js';

/** Loads modules by fetch, with an import map of its own. */
export async function page() {
  const asked = [];
  window.esmsInitOptions = {
    shimMode: true,
    fetch(url, options) {
      asked.push(url);
      return fetch(url, options);
    },
  };
  await import('es-module-shims');
  await ready;
  importShim.addImportMap({ imports: { mapped: `${api}/open/module.js` } });
  const loaded = await outcome(() => importShim('mapped').then(({ name }) => name));
  const blocked = await outcome(() => importShim(`${api}/closed/module.js`));
  return {
    seen: {
      loaded,
      blocked: blocked.message,
      asked,
      answers: await fetched(`${api}/open/a`),
      ordinary: await ordinary(),
    },
  };
}
