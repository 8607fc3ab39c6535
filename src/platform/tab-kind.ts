import type { Browser } from 'webextension-polyfill';

/**
 * Whose cookies a tab or a request has: `default`, `private` for private windows, or the name of a Firefox
 * container. What belongs to one kind is never shown to who watches another.
 */
export type TabKind = string;

/** What browsers say of that. Only Firefox has stores by name. */
export interface OfKind {
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

/** The kind of a tab, or of a request that says whose it is. */
export function kindOf({ incognito = false, cookieStoreId }: OfKind): TabKind {
  const kind = cookieStoreId ?? (incognito ? 'private' : 'default');
  return kind.replace(/^firefox-/, '');
}

/** The kind of a tab that is open; null if there is no such tab. */
export async function kindOfTab({ tabs }: Pick<Browser, 'tabs'>, tabId: number): Promise<TabKind | null> {
  const tab = await tabs.get(tabId).catch(() => null);
  return tab && kindOf(tab);
}

/** Whether both are private, or neither is: a panel in one container may watch a tab in another. */
export function isSameWindowKind(one: TabKind, other: TabKind): boolean {
  return (one === 'private') === (other === 'private');
}
