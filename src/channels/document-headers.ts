import { type HeaderList, originOf } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';

/** The headers of the tab's document of an exchange's origin, the last before it; null where it was not seen. */
export function documentHeaders(
  { id, tabId, origin, startedAtMs }: ExchangeFacts,
  entries: readonly { readonly facts: ExchangeFacts }[],
): HeaderList | null {
  const document = entries.findLast(
    ({ facts }) =>
      facts.type === 'main_frame' &&
      facts.id !== id &&
      facts.tabId === tabId &&
      facts.startedAtMs <= startedAtMs &&
      originOf(facts.hops.at(-1)?.url ?? '') === origin,
  );
  return document?.facts.hops.at(-1)?.responseHeaders ?? null;
}
