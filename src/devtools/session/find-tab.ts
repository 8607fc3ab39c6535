import type { Browser } from 'webextension-polyfill';
import { isSameWindowKind, kindOf } from '../../platform/tab-kind';

/** The tab that a panel's address names; `other-window`: it is in a private window and the panel is not, or vice versa. */
export type FoundTab =
  | { readonly found: 'tab'; readonly tabId: number }
  | { readonly found: 'other-window' | 'nothing' };

/** Looks for `tabId=N`, or for `url=PREFIX`: the newest tab of the panel's own kind whose URL begins so. */
export async function findTab(query: URLSearchParams, { tabs }: Pick<Browser, 'tabs'>): Promise<FoundTab> {
  const own = kindOf((await tabs.getCurrent()) ?? {});
  const id = query.get('tabId');
  if (id !== null && /^\d+$/.test(id)) {
    const tab = await tabs.get(Number(id)).catch(() => null);
    if (!tab) return { found: 'nothing' };
    return isSameWindowKind(own, kindOf(tab))
      ? { found: 'tab', tabId: Number(id) }
      : { found: 'other-window' };
  }
  const prefix = query.get('url');
  const matching = (await tabs.query({})).filter(
    (tab) => prefix !== null && kindOf(tab) === own && tab.url?.startsWith(prefix),
  );
  const ids = matching.flatMap((tab) => tab.id ?? []);
  return ids.length === 0 ? { found: 'nothing' } : { found: 'tab', tabId: Math.max(...ids) };
}
