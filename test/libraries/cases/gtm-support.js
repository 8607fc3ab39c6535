import { loadScript } from '@gtm-support/core';
import { api, next, ordinary, ready } from '../page/tools.js';

/** Loads its container's script, and pushes to the layer that this reads. */
export async function page() {
  await ready;
  const script = loadScript('GTM-CASE', {
    source: `${api}/open/loaded.js`,
    queryParams: { gtm_auth: 'a' },
    defer: false,
    compatibility: false,
  });
  await next(script, 'load');
  window.dataLayer.push({ event: 'pushed' });
  const layer = window.dataLayer.map(({ event }) => event);
  return {
    seen: { layer, loaded: String(globalThis.loadedScripts), src: script.src, ordinary: await ordinary() },
    ignores: ['t'],
  };
}
