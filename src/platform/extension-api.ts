import type { Browser } from 'webextension-polyfill';

/** The extension's own API, with promises: the browser's where it has one, else the polyfill, loaded then. */
export async function extensionApi(): Promise<Browser> {
  const { browser } = globalThis as unknown as { readonly browser?: Browser };
  return browser?.runtime ? browser : (await import('webextension-polyfill')).default;
}
