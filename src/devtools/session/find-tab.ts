import type { Browser } from 'webextension-polyfill';
import { isSameWindowKind, kindOf } from '../../platform/tab-kind';

/** The tab in the panel's URL. `other-window`: only one of the tab and the panel is in a private window. */
export type FoundTab =
  | { readonly found: 'tab'; readonly tabId: number }
  | { readonly found: 'other-window' | 'nothing' };

/**
 * Finds the tab for `tabId=N`, or for `url=PREFIX` the newest tab of the panel's kind with that URL prefix.
 */
export async function findTab(query: URLSearchParams, { tabs }: Pick<Browser, 'tabs'>): Promise<FoundTab> {
  const panelKind = kindOf((await tabs.getCurrent()) ?? {});
  const id = query.get('tabId');
  if (id !== null && /^\d+$/.test(id)) {
    const tab = await tabs.get(Number(id)).catch(() => null);
    if (!tab) return { found: 'nothing' };
    return isSameWindowKind(panelKind, kindOf(tab))
      ? { found: 'tab', tabId: Number(id) }
      : { found: 'other-window' };
  }
  const prefix = query.get('url');
  const matching = (await tabs.query({})).filter(
    (tab) => prefix !== null && kindOf(tab) === panelKind && tab.url?.startsWith(prefix),
  );
  const ids = matching.flatMap((tab) => tab.id ?? []);
  return ids.length === 0 ? { found: 'nothing' } : { found: 'tab', tabId: Math.max(...ids) };
}
