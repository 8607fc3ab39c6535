import type { PageHint } from '../protocol/page-hints';
import type { Recording } from './log';

/** Whether a hint is of what is recorded, from that moment on. */
export function isRecorded(hint: PageHint, { hostPermission }: Recording, fromMs: number): boolean {
  if (hint.type !== 'asked-worker') return hint.atMs >= fromMs;
  // Who answered follows from no request having been seen: it must have been possible to see one.
  return hostPermission && (hint.by === 'navigation' ? hint.atMs : hint.startedAtMs) >= fromMs;
}
