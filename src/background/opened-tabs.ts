import type { Place } from '../protocol/content';

interface Opened {
  readonly by: Place;
  /** The watched tab that it goes back to. */
  readonly root: number;
  /** Whether a document began in it by now. */
  isShown: boolean;
}

/** A document that begins in an opened tab. */
export interface Begun {
  readonly by: Place;
  /** Whether that is in an opened tab itself. */
  readonly isFromOpened: boolean;
  readonly isFirst: boolean;
}

/** The tabs that watched ones opened: each is watched with who opened it. */
export interface OpenedTabs {
  /** Resolves when it is known whether that tab is one. */
  note(tabId: number, by: Place): Promise<void>;
  has(tabId: number): boolean;
  /** The watched tab that one goes back to. */
  rootOf(tabId: number): number | undefined;
  openerOf(tabId: number): readonly number[];
  openedBy(tabId: number): readonly number[];
  /** Those that go back to a watched tab. */
  of(root: number): readonly number[];
  /** Who opened the tab in which a document begins, and whether it is the first one there; null where nobody did. */
  begin(tabId: number): Begun | null;
  forget(tabId: number): void;
  clear(): void;
}

/** No opened tabs yet. */
export function openOpenedTabs(isWatched: (tabId: number) => Promise<boolean>): OpenedTabs {
  const opened = new Map<number, Opened>();
  const where = (is: (tab: Opened) => boolean) => [...opened].flatMap(([id, tab]) => (is(tab) ? [id] : []));
  return {
    async note(tabId, by) {
      if (opened.has(tabId)) return;
      const root = opened.get(by.tabId)?.root ?? by.tabId;
      if (await isWatched(root)) opened.set(tabId, { by, root, isShown: false });
    },
    has: (tabId) => opened.has(tabId),
    rootOf: (tabId) => opened.get(tabId)?.root,
    openerOf(tabId) {
      const tab = opened.get(tabId);
      return tab ? [tab.by.tabId] : [];
    },
    openedBy: (tabId) => where(({ by }) => by.tabId === tabId),
    of: (root) => where((tab) => tab.root === root),
    begin(tabId) {
      const tab = opened.get(tabId);
      if (!tab) return null;
      const { by, root, isShown } = tab;
      tab.isShown = true;
      return { by, isFromOpened: by.tabId !== root, isFirst: !isShown };
    },
    forget: (tabId) => void opened.delete(tabId),
    clear: () => opened.clear(),
  };
}
