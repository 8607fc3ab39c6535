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
  /** Resolves when it is known of a new tab; undefined if it is known. */
  undecided(tabId: number): Promise<void> | undefined;
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

/** No opened tabs yet. `belongs`: whether a tab is to be watched with `root`, the one that it goes back to. */
export function openOpenedTabs(belongs: (tabId: number, root: number) => Promise<boolean>): OpenedTabs {
  const opened = new Map<number, Opened>();
  const undecided = new Map<number, Promise<void>>();
  async function decide(tabId: number, by: Place): Promise<void> {
    await undecided.get(by.tabId);
    const root = opened.get(by.tabId)?.root ?? by.tabId;
    const isOurs = await belongs(tabId, root).catch(() => false);
    // It may be closed by now.
    if (undecided.delete(tabId) && isOurs) opened.set(tabId, { by, root, isShown: false });
  }
  const where = (is: (tab: Opened) => boolean) => [...opened].flatMap(([id, tab]) => (is(tab) ? [id] : []));
  return {
    note(tabId, by) {
      if (opened.has(tabId)) return Promise.resolve();
      const deciding = undecided.get(tabId) ?? decide(tabId, by);
      undecided.set(tabId, deciding);
      return deciding;
    },
    undecided: (tabId) => undecided.get(tabId),
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
    forget(tabId) {
      opened.delete(tabId);
      undecided.delete(tabId);
    },
    clear() {
      opened.clear();
      undecided.clear();
    },
  };
}
