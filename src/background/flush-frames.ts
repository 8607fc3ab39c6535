import type { Browser } from 'webextension-polyfill';
import type { ToContent } from '../protocol/content';

/** How long a frame has to answer: its script may be busy, or gone. */
const maxWaitMs = 2_000;

/**
 * Resolves when the scripts of a tab have sent what they had to send; it does not wait for long for one that cannot
 * answer. `known`: frames besides those that the browser lists.
 */
export async function flushFrames(
  browser: Pick<Browser, 'tabs' | 'webNavigation'>,
  tabId: number,
  known: Iterable<number>,
): Promise<void> {
  const listed = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => null)) ?? [];
  const frameIds = new Set([...listed.map(({ frameId }) => frameId), ...known]);
  const message: ToContent = { type: 'flush' };
  const flushed = [...frameIds].map((frameId) =>
    browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => {}),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, maxWaitMs);
  });
  await Promise.race([Promise.all(flushed), late]);
  clearTimeout(timer);
}
