import type { ExchangeFacts } from '../../protocol/facts';
import type { PageHint } from '../../protocol/page-hints';
import type { Recording } from './log';

/** Whether a hint is of what is recorded, from that moment on. */
export function isRecorded(hint: PageHint, { hostPermission }: Recording, fromMs: number): boolean {
  if (hint.type !== 'asked-worker') return hint.atMs >= fromMs;
  // Who answered follows from no request having been seen: it must have been possible to see one.
  return hostPermission && (hint.by === 'navigation' ? hint.atMs : hint.startedAtMs) >= fromMs;
}

/** Whether an exchange is a document of the tab's own, not of one that it opened. What hints tell of names no tab. */
export function isOwnDocument({ type, frameId, tabId, requestId }: ExchangeFacts, own = tabId): boolean {
  return type === 'main_frame' && frameId === 0 && (tabId === own || requestId === '');
}
