import type { Browser } from 'webextension-polyfill';
import type { StoredCookie } from '../protocol/cookies';

/**
 * The cookies of these hosts, and of those below them, in the store that a tab has: a private window and a
 * container have one of their own. null without the permission, or if the tab is closed.
 */
export async function storedCookies(
  browser: Pick<Browser, 'permissions' | 'cookies'>,
  tabId: number,
  hosts: readonly string[],
): Promise<readonly StoredCookie[] | null> {
  if (!(await browser.permissions.contains({ permissions: ['cookies'] }))) return null;
  const stores = await browser.cookies.getAllCookieStores();
  const storeId = stores.find(({ tabIds }) => tabIds.includes(tabId))?.id;
  // Without its id, the browser would answer with the store of ordinary windows.
  if (storeId === undefined) return null;
  // Without a partition's key, only those are given that are in none.
  const common = { storeId, partitionKey: {} };
  const all = await Promise.all(hosts.map((domain) => browser.cookies.getAll({ ...common, domain })));
  return all.flat();
}
