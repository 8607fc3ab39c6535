import { type EventKind, eventKind, type PageEventReading } from '../channels/read-page-event';
import type { Party } from '../channels/reading';
import type { Relay, RelayFrame, RelayKind, RelayPart } from '../channels/relays';
import { isCrossing } from '../channels/script-loaded';
import type { PageEventFacts } from '../protocol/page-events';
import type { Channel, End } from './model';

/**
 * Returns a page event as a channel on the map, from the party that acted to the one it reached. null if it
 * reached no other party: refused DOM access, storage, document.domain, an opener.
 */
export function channelOf(
  event: PageEventFacts,
  { from, to }: PageEventReading,
): (Channel & { readonly kind: EventKind }) | null {
  if (reachingNobody.has(event.kind) || !isCrossing(event)) return null;
  return { from: endOf(from), to: endOf(to), kind: eventKind(event), count: event.count };
}

/** Returns an event that is a step of a relay, with both ends known, as a channel. */
export function relayChannelOf(
  { relay, round, nth }: RelayPart,
  count: number,
): Channel & { readonly kind: RelayKind } {
  const [from, to] = round[nth - 1]?.between ?? relay.frames;
  return { from: relayEnd(from), to: relayEnd(to), kind: relay.kind, count };
}

/** Returns the relay steps that are known only from a request. */
export function relayLoads(relays: readonly Relay[]): readonly (Channel & { readonly kind: RelayKind })[] {
  return relays.flatMap((relay) =>
    relay.rounds.flatMap((round) =>
      round.flatMap(({ of }, index) =>
        of === 'exchange' ? relayChannelOf({ relay, round, nth: index + 1 }, 1) : [],
      ),
    ),
  );
}

/** A document without an id cannot be the current one. */
function relayEnd({ frameId, documentId, origin }: RelayFrame): End {
  return { frameId, documentId: documentId ?? '', tabId: null, origin };
}

const reachingNobody: ReadonlySet<PageEventFacts['kind']> = new Set([
  'document-domain',
  'dom-access',
  'canvas-read',
  'storage',
  'opener',
]);

function endOf({ frame, tabId, origin }: Party): End {
  return { frameId: frame?.frameId ?? null, documentId: frame?.documentId ?? null, tabId, origin };
}
