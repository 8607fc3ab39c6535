import type { Browser } from 'webextension-polyfill';

/**
 * Whose cookies a tab or a request has: `default`, `private` in private windows, or the name of a Firefox
 * container. Nothing of one kind is ever shown to a watcher of another.
 */
export type TabKind = string;

/** What browsers report about it. Only Firefox has named stores. */
export interface OfKind {
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

/** The kind of a tab, or of a request in Firefox. */
export function kindOf({ incognito = false, cookieStoreId }: OfKind): TabKind {
  const kind = cookieStoreId ?? (incognito ? 'private' : 'default');
  return kind.replace(/^firefox-/, '');
}

/** The kind of an open tab; null if there is no such tab. */
export async function kindOfTab({ tabs }: Pick<Browser, 'tabs'>, tabId: number): Promise<TabKind | null> {
  const tab = await tabs.get(tabId).catch(() => null);
  return tab && kindOf(tab);
}

/** Whether both are private, or neither is: a panel in one container may watch a tab in another. */
export function isSameWindowKind(one: TabKind, other: TabKind): boolean {
  return (one === 'private') === (other === 'private');
}
