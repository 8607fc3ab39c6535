import type { Browser } from 'webextension-polyfill';

/**
 * The cookie store of a tab or a request: `default`, `private` in private windows, or the name of a Firefox
 * container. Nothing of one kind is shown to the watcher of a tab of another kind.
 */
export type TabKind = string;

/** The fields from which browsers show the kind. Only Firefox has named stores. */
export interface OfKind {
  readonly incognito?: boolean;
  readonly cookieStoreId?: string;
}

/** Returns the kind of a tab, or of a request in Firefox. */
export function kindOf({ incognito = false, cookieStoreId }: OfKind): TabKind {
  const kind = cookieStoreId ?? (incognito ? 'private' : 'default');
  return kind.replace(/^firefox-/, '');
}

/** Returns the kind of an open tab; null if there is no such tab. */
export async function kindOfTab({ tabs }: Pick<Browser, 'tabs'>, tabId: number): Promise<TabKind | null> {
  const tab = await tabs.get(tabId).catch(() => null);
  return tab && kindOf(tab);
}

/** Whether both are private, or both are not. A panel in one container can watch a tab in another. */
export function isSameWindowKind(one: TabKind, other: TabKind): boolean {
  return (one === 'private') === (other === 'private');
}
