import type { BrowserInfo } from '../protocol/messages';
import { browser } from './browser-api';

/** The browser that this extension runs in. */
export function browserInfo(): BrowserInfo {
  const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
  const version = /(?:Firefox|Chrome)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '';
  return { name: isFirefox ? 'firefox' : 'chrome', version };
}
