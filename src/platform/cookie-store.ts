import browser, { type Cookies } from 'webextension-polyfill';
import type { SameSiteAttribute } from '../engine';
import type { KeptCookie, KeptCookies } from '../protocol/cookies';

/**
 * The cookies of these hosts, and of those below them, in the store that a tab has: a private window and a
 * container have one of their own. null without the permission.
 */
export async function keptCookies(tabId: number, hosts: readonly string[]): Promise<KeptCookies | null> {
  if (!(await browser.permissions.contains({ permissions: ['cookies'] }))) return null;
  const stores = await browser.cookies.getAllCookieStores();
  const storeId = stores.find(({ tabIds }) => tabIds.includes(tabId))?.id;
  // Without a partition's key, only those are given that are in none.
  const common = { ...(storeId !== undefined && { storeId }), partitionKey: {} };
  const all = await Promise.all(hosts.map((domain) => browser.cookies.getAll({ ...common, domain })));
  return { atMs: Date.now(), cookies: all.flat().map(toKeptCookie) };
}

const sameSites: Readonly<Record<string, SameSiteAttribute>> = {
  no_restriction: 'none',
  lax: 'lax',
  strict: 'strict',
};

function toKeptCookie(cookie: Cookies.Cookie): KeptCookie {
  const { name, value, domain, hostOnly, path, secure, sameSite, expirationDate, partitionKey } = cookie;
  const partition = partitionKey?.topLevelSite ?? null;
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    isHostOnly: hostOnly,
    path,
    isSecure: secure,
    isPartitioned: partition !== null,
    sameSite: sameSites[sameSite] ?? 'default',
    expiresAtMs: expirationDate === undefined ? null : expirationDate * 1000,
    partition,
  };
}
