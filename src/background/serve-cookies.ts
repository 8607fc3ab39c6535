import browser, { type Permissions, type Runtime } from 'webextension-polyfill';
import { storedCookies } from '../platform/cookie-store';
import { openChannel } from '../protocol/channel';
import type { FromCookieAsker, ToCookieAsker } from '../protocol/cookies';
import { openPermitPage } from './permit-page';

/**
 * Answers a panel what the browser keeps of cookies, until its port closes: in Firefox's toolbox a panel can
 * neither look nor ask the person. Nobody but a page of ours is answered.
 */
export function serveCookies(port: Runtime.Port): void {
  if (!port.sender?.url?.startsWith(browser.runtime.getURL(''))) {
    port.disconnect();
    return;
  }
  const asker = openChannel<FromCookieAsker, ToCookieAsker>(port, { kept: true, permit: true });
  const tellWhenGiven = ({ permissions }: Permissions.Permissions) => {
    if (permissions?.includes('cookies')) asker.post({ type: 'permitted' });
  };
  asker.onMessage((message) => {
    if (message.type === 'permit') {
      browser.permissions.onAdded.addListener(tellWhenGiven);
      asker.onClose(() => browser.permissions.onAdded.removeListener(tellWhenGiven));
      openPermitPage('cookies');
      return;
    }
    storedCookies(message.tabId, message.hosts)
      .catch(() => null)
      .then((cookies) => asker.post({ type: 'kept', cookies }), console.error);
  });
}
