import type { ExchangeFacts } from '../../protocol/facts';

/**
 * Returns the duration of a request in milliseconds; null while it is pending, for a call without a request, and if a file
 * does not say when it was.
 */
export function durationMs({ requestId, startedAtMs, end }: ExchangeFacts): number | null {
  const isUntimed = startedAtMs === 0 || end?.how === 'printed';
  return end && requestId !== '' && !isUntimed ? end.atMs - startedAtMs : null;
}
