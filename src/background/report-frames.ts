import type { Browser } from 'webextension-polyfill';
import { framesOf } from './observe-navigation';
import type { WatchedTab } from './watched-tab';

const waitMs = 100;
/** Each report asks for all frames of the tab: a tab that has many waits longer. */
const msPerFrame = 2;
const maxWaitMs = 1_000;

/** Sends watchers the frames of their tab. */
export interface FrameReports {
  /** Sends them a moment later, once for all that changes until then. */
  soon(tabId: number, isNewPage?: boolean): void;
  /** Resolves when they were sent. */
  now(tabId: number): Promise<void>;
}

/** Reports frames of the tabs that `tabOf` knows. */
export function openFrameReports(
  browser: Pick<Browser, 'tabs' | 'webNavigation'>,
  tabOf: (tabId: number) => WatchedTab | undefined,
): FrameReports {
  const pending = new Set<number>();

  async function now(tabId: number): Promise<void> {
    const [frames, tab] = await Promise.all([
      framesOf(browser, tabId),
      browser.tabs.get(tabId).catch(() => null),
    ]);
    const watched = tabOf(tabId);
    if (!watched || frames.length === 0) return;
    watched.frames = watched.frameMemory.completed(frames);
    watched.broadcast({ type: 'frames', frames: watched.frames, title: tab?.title ?? null });
  }

  return {
    soon(tabId, isNewPage = false) {
      const tab = tabOf(tabId);
      if (!tab || pending.has(tabId)) return;
      pending.add(tabId);
      const ms = isNewPage ? waitMs : waitMs + tab.frames.length * msPerFrame;
      setTimeout(
        () => {
          pending.delete(tabId);
          void now(tabId);
        },
        Math.min(ms, maxWaitMs),
      );
    },
    now,
  };
}
