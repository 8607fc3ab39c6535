import { isOwnPage } from '../platform/own-page';
import { kindOf } from '../platform/tab-kind';
import { openChannel } from '../protocol/channel';
import { documentPort } from '../protocol/content';
import { cookiesPort } from '../protocol/cookies';
import { type FromWatcher, type ToWatcher, watchPort } from '../protocol/messages';
import { parseFromWatcher } from '../protocol/parse-from-watcher';
import { openPermitPage } from './permit-page';
import { type CookiesBrowser, serveCookies } from './serve-cookies';
import type { Watchers } from './watchers';

/** Serves the ports of the extension's own pages, and closes all others except those of documents. */
export function servePorts(
  browser: CookiesBrowser,
  watchers: Pick<Watchers, 'watch' | 'setData' | 'flush'>,
): void {
  browser.runtime.onConnect.addListener((port) => {
    // The name proves nothing: any content script, and so any compromised renderer, can use it.
    const isOwn = isOwnPage(port.sender, browser.runtime);
    const { tab } = port.sender ?? {};
    // The window of undocked DevTools is no tab.
    const kind = tab && tab.id !== -1 ? kindOf(tab) : null;
    if (!isOwn && port.name === documentPort) return;
    if (isOwn && port.name === cookiesPort) return serveCookies(browser, port, kind);
    if (!isOwn || port.name !== watchPort) return port.disconnect();
    const watcher = openChannel<FromWatcher, ToWatcher>(port, parseFromWatcher);
    watcher.onMessage((message) => {
      if (message.type === 'watch') watchers.watch(watcher, message, kind);
      if (message.type === 'data') watchers.setData(watcher, message.on);
      if (message.type === 'permit') openPermitPage(browser, 'hosts');
      if (message.type === 'flush') void watchers.flush(watcher);
    });
  });
}
