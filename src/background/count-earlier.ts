import type { Browser } from 'webextension-polyfill';

/**
 * How many requests of a tab's documents have ended so far, as the documents remember them: resource
 * timing entries and the navigations themselves. 0 where extensions may not look.
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
