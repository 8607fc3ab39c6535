import type { Browser } from 'webextension-polyfill';

/**
 * Returns the extension API with promises: the browser's own if there is one, else the polyfill, which is loaded
 * then.
 */
export async function extensionApi(): Promise<Browser> {
  const { browser } = globalThis as unknown as { readonly browser?: Browser };
  return browser?.runtime ? browser : (await import('webextension-polyfill')).default;
}
