import { type HeaderList, originOf } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';

/**
 * Returns the response headers of the tab's last document that has the exchange's origin and started before
 * the exchange; null if it was not recorded.
 */
export function documentHeaders(
  { id, tabId, origin, startedAtMs }: ExchangeFacts,
  exchanges: readonly ExchangeFacts[],
): HeaderList | null {
  const document = exchanges.findLast(
    (facts) =>
      facts.kind === 'document' &&
      facts.id !== id &&
      facts.tabId === tabId &&
      facts.startedAtMs <= startedAtMs &&
      originOf(facts.hops.at(-1)?.url ?? '') === origin,
  );
  return document?.hops.at(-1)?.response?.headerList ?? null;
}
