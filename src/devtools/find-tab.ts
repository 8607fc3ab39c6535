import type { Browser } from 'webextension-polyfill';

/**
 * The tab that the panel's address names: `tabId=N`, or `url=PREFIX` for the newest one whose URL begins
 * so. null if it names none, or none that there is.
 */
export async function findTab(
  query: URLSearchParams,
  browser: Pick<Browser, 'tabs'>,
): Promise<number | null> {
  const id = query.get('tabId');
  if (id !== null && /^\d+$/.test(id)) return Number(id);
  const prefix = query.get('url');
  if (prefix === null) return null;
  const tabs = await browser.tabs.query({});
  const newest = tabs.filter(({ url }) => url?.startsWith(prefix)).sort((a, b) => (b.id ?? 0) - (a.id ?? 0));
  return newest[0]?.id ?? null;
}
