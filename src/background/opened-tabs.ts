import type { Place } from '../protocol/content';

interface Opened {
  readonly by: Place;
  /** The watched tab from which it was opened, directly or through others. */
  readonly root: number;
  /** Whether a document has begun in it. */
  isShown: boolean;
}

/** A document that begins in an opened tab. */
export interface BegunDocument {
  readonly by: Place;
  /** Whether the opener is in an opened tab itself. */
  readonly isFromOpened: boolean;
  readonly isFirst: boolean;
}

/** The tabs that watched tabs opened: each is watched together with its opener. */
export interface OpenedTabs {
  /** Resolves when it is known whether this tab belongs to a watched one. */
  note(tabId: number, by: Place): Promise<void>;
  has(tabId: number): boolean;
  /** The same, for a tab that was noted; undefined if it is known already. */
  undecided(tabId: number): Promise<void> | undefined;
  /** The watched tab from which a tab was opened, directly or through others. */
  rootOf(tabId: number): number | undefined;
  openerOf(tabId: number): readonly number[];
  openedBy(tabId: number): readonly number[];
  /** All tabs that have this root. */
  of(root: number): readonly number[];
  /** Notes that a document begins in a tab. Returns the tab's opener; null if no watched tab opened it. */
  begin(tabId: number): BegunDocument | null;
  forget(tabId: number): void;
  clear(): void;
}

/** No opened tabs yet. `belongs`: whether a tab may be watched together with `root`. */
export function openOpenedTabs(belongs: (tabId: number, root: number) => Promise<boolean>): OpenedTabs {
  const opened = new Map<number, Opened>();
  const undecided = new Map<number, Promise<void>>();
  async function decide(tabId: number, by: Place): Promise<void> {
    await undecided.get(by.tabId);
    const root = opened.get(by.tabId)?.root ?? by.tabId;
    const isOurs = await belongs(tabId, root).catch(() => false);
    // It may have been closed meanwhile.
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
