import type { Browser, Permissions, Runtime } from 'webextension-polyfill';
import { storedCookies } from '../platform/cookie-store';
import { isSameWindowKind, kindOfTab, type TabKind } from '../platform/tab-kind';
import { openChannel } from '../protocol/channel';
import type { FromCookieAsker, ToCookieAsker } from '../protocol/cookies';
import { parseFromCookieAsker } from '../protocol/parse-from-cookie-asker';
import { openPermitPage } from './permit-page';

/** The part of the extension's API that answering takes. */
export type CookiesBrowser = Pick<Browser, 'cookies' | 'permissions' | 'runtime' | 'tabs'>;

/**
 * Answers a panel of ours what the browser keeps of cookies, until its port closes: in Firefox's toolbox a panel can
 * neither look nor ask the person. `own`: the kind of the panel's tab, null in DevTools.
 */
export function serveCookies(browser: CookiesBrowser, port: Runtime.Port, own: TabKind | null): void {
  const asker = openChannel<FromCookieAsker, ToCookieAsker>(port, parseFromCookieAsker);
  const tellWhenGiven = ({ permissions }: Permissions.Permissions) => {
    if (permissions?.includes('cookies')) asker.post({ type: 'permitted' });
  };
  asker.onMessage((message) => {
    if (message.type === 'permit') {
      browser.permissions.onAdded.addListener(tellWhenGiven);
      asker.onClose(() => browser.permissions.onAdded.removeListener(tellWhenGiven));
      openPermitPage(browser, 'cookies');
      return;
    }
    cookiesFor(browser, message.tabId, message.hosts, own)
      .catch(() => null)
      .then((cookies) => asker.post({ type: 'kept', cookies }), console.error);
  });
}

/** null also for a tab that is gone, or in another kind of window than who asks. */
async function cookiesFor(
  browser: CookiesBrowser,
  tabId: number,
  hosts: readonly string[],
  own: TabKind | null,
) {
  const kind = await kindOfTab(browser, tabId);
  return kind !== null && isSameWindowKind(own ?? kind, kind) ? storedCookies(browser, tabId, hosts) : null;
}
