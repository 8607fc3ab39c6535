import type { Browser } from 'webextension-polyfill';
import type { BrowserCookie } from '../protocol/cookies';

/**
 * Returns the cookies of these hosts and their subdomains from a tab's store: private windows and containers have
 * stores of their own. null without the permission, or if the tab is closed.
 */
export async function storedCookies(
  browser: Pick<Browser, 'permissions' | 'cookies'>,
  tabId: number,
  hosts: readonly string[],
): Promise<readonly BrowserCookie[] | null> {
  if (!(await browser.permissions.contains({ permissions: ['cookies'] }))) return null;
  const stores = await browser.cookies.getAllCookieStores();
  const storeId = stores.find(({ tabIds }) => tabIds.includes(tabId))?.id;
  // Without an id, the browser would use the store of ordinary windows.
  if (storeId === undefined) return null;
  // An empty partition key includes partitioned cookies; without one they would be left out.
  const common = { storeId, partitionKey: {} };
  const all = await Promise.all(hosts.map((domain) => browser.cookies.getAll({ ...common, domain })));
  return all.flat();
}
