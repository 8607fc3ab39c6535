import type { Browser } from 'webextension-polyfill';
import type { BrowserInfo } from '../protocol/messages';

/** Returns the browser in which this extension runs. */
export function browserInfo(browser: Pick<Browser, 'runtime'>): BrowserInfo {
  const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
  const version = /(?:Firefox|Chrome)\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '';
  return { name: isFirefox ? 'firefox' : 'chrome', version };
}
