import type { Browser } from 'webextension-polyfill';

const storageKey = 'watchedTabs';
/** How long a tab that was watched before a stop waits for its watchers to come back. */
const returnMs = 10_000;

/** The tabs that were watched when the background was stopped, and whose watchers are not back yet. */
export interface AwaitedTabs {
  /** Resolves when it is known which tabs these are. */
  readonly recalled: Promise<void>;
  readonly isRecalled: boolean;
  /** How many there are; 0 before it is known. */
  readonly size: number;
  has(tabId: number): boolean;
  /** A watcher is back. */
  delete(tabId: number): void;
  /** Stores these tabs, and those that are still awaited, for the next background. */
  store(watched: () => readonly number[]): Promise<void>;
}

/** What happens to awaited tabs. */
export interface AwaitedTabsContext {
  readonly browser: Pick<Browser, 'storage'>;
  /** Whether a tab is watched again by the time it is recalled. */
  isBack(tabId: number): boolean;
  /** It is known which tabs are awaited. */
  onRecalled(tabIds: ReadonlySet<number>): void;
  /** The watchers of these tabs have not come back in time. */
  onGivenUp(tabIds: Iterable<number>): void;
}

/** Reads which tabs were watched before a stop. */
export function openAwaitedTabs({ browser, isBack, onRecalled, onGivenUp }: AwaitedTabsContext): AwaitedTabs {
  /** null: not known yet. */
  let awaited: Set<number> | null = null;

  async function recall(): Promise<void> {
    const stored = await browser.storage.session.get(storageKey).catch(() => null);
    const ids = stored?.[storageKey];
    const known = Array.isArray(ids) ? ids.filter((id): id is number => typeof id === 'number') : [];
    const recalled = new Set(known.filter((id) => !isBack(id)));
    awaited = recalled;
    onRecalled(recalled);
    if (recalled.size === 0) return;
    setTimeout(() => {
      awaited = new Set();
      onGivenUp(recalled);
    }, returnMs);
  }

  const recalled = recall().catch(console.error);
  return {
    recalled,
    get isRecalled() {
      return awaited !== null;
    },
    get size() {
      return awaited?.size ?? 0;
    },
    has: (tabId) => awaited?.has(tabId) === true,
    delete: (tabId) => void awaited?.delete(tabId),
    async store(watched) {
      await recalled;
      await browser.storage.session.set({ [storageKey]: [...watched(), ...(awaited ?? [])] });
    },
  };
}
