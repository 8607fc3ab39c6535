import { lastHop } from '../../exchange/facts/facts';
import { withoutFragment } from '../../exchange/facts/request-url';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PageHint } from '../../protocol/page-hints';
import type { Recording } from './log';

/** Whether a hint belongs to the recording that began at `fromMs`. */
export function isRecorded(hint: PageHint, { hostPermission }: Recording, fromMs: number): boolean {
  if (hint.type !== 'worker-timing') return hint.atMs >= fromMs;
  // That a service worker answered is inferred from a missing request, so requests must be observable.
  return hostPermission && (hint.by === 'navigation' ? hint.atMs : hint.startedAtMs) >= fromMs;
}

/**
 * Whether an exchange loads the tab's own document, not that of a tab it opened. Exchanges made from hints
 * have no tab and count as its own.
 */
export function isOwnDocument(
  { kind, frameId, tabId, requestId }: ExchangeFacts,
  recordedTabId = tabId,
): boolean {
  return kind === 'document' && frameId === 0 && (tabId === recordedTabId || requestId === '');
}

/**
 * Whether a document's request is that of a page which was requested at the earliest at `sinceMs`; null: its request is
 * known already. When Firefox is busy, it reports a document's request only after the navigation has committed.
 */
export function isOfPage(facts: ExchangeFacts, pageUrl: string, sinceMs: number | null): boolean {
  if (sinceMs === null || facts.startedAtMs < sinceMs) return false;
  return withoutFragment(lastHop(facts).url) === withoutFragment(pageUrl);
}
