import type { Browser, Permissions, Runtime } from 'webextension-polyfill';
import { storedCookies } from '../platform/cookie-store';
import { isSameWindowKind, kindOfTab, type TabKind } from '../platform/tab-kind';
import { openChannel } from '../protocol/channel';
import type { FromCookieAsker, ToCookieAsker } from '../protocol/cookies';
import { parseFromCookieAsker } from '../protocol/parse-from-cookie-asker';
import { openPermitPage } from './permit-page';

/** The part of the extension API that answering takes. */
export type CookiesBrowser = Pick<Browser, 'cookies' | 'permissions' | 'runtime' | 'tabs'>;

/**
 * Answers a panel's questions about stored cookies until its port closes. A panel in Firefox's toolbox cannot
 * read cookies or request the permission itself. `own`: the kind of the panel's tab; null in DevTools.
 */
export function serveCookies(browser: CookiesBrowser, port: Runtime.Port, own: TabKind | null): void {
  const asker = openChannel<FromCookieAsker, ToCookieAsker>(port, parseFromCookieAsker);
  const onGranted = ({ permissions }: Permissions.Permissions) => {
    if (permissions?.includes('cookies')) asker.post({ type: 'permitted' });
  };
  asker.onMessage((message) => {
    if (message.type === 'permit') {
      browser.permissions.onAdded.addListener(onGranted);
      asker.onClose(() => browser.permissions.onAdded.removeListener(onGranted));
      openPermitPage(browser, 'cookies');
      return;
    }
    cookiesFor(browser, message.tabId, message.hosts, own)
      .catch(() => null)
      .then((cookies) => asker.post({ type: 'kept', cookies }), console.error);
  });
}

/** null without the permission, and for a tab that is closed or in another kind of window than the panel. */
async function cookiesFor(
  browser: CookiesBrowser,
  tabId: number,
  hosts: readonly string[],
  own: TabKind | null,
) {
  const kind = await kindOfTab(browser, tabId);
  return kind !== null && isSameWindowKind(own ?? kind, kind) ? storedCookies(browser, tabId, hosts) : null;
}
