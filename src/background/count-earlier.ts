import type { Browser } from 'webextension-polyfill';

/**
 * Counts the requests of a tab's documents that have ended so far, from their timing entries: resources and
 * navigations. 0 if extensions may not access the page.
 */
export async function countEarlier(
  { scripting }: Pick<Browser, 'scripting'>,
  tabId: number,
): Promise<number> {
  const results = await scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: () =>
        performance.getEntriesByType('resource').length + performance.getEntriesByType('navigation').length,
      injectImmediately: true,
    })
    .catch(() => []);
  return results.reduce((sum, { result }) => sum + (typeof result === 'number' ? result : 0), 0);
}
