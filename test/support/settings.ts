import type { StoredSettings } from '../../src/protocol/settings';

/** Script for a page of the extension: resolves once the background keeps these settings. */
export function changeSettings(change: Partial<StoredSettings>): string {
  const message = JSON.stringify({ type: 'change-settings', change });
  return `(globalThis.browser ?? chrome).runtime.sendMessage(${message})`;
}
