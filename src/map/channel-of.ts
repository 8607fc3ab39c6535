import { isCrossing, kindOf } from '../channels/kinds';
import { type EventKind, eventKind, type PageEventReading } from '../channels/read-page-event';
import type { End, Party } from '../channels/reading';
import type { Relay, RelayFrame, RelayKind, RelayPart } from '../channels/relays';
import type { PageEventFacts } from '../protocol/page-events';
import type { Channel } from './model';

/**
 * Returns a page event as a channel on the map, from the party that acted to the one it reached. null if it
 * reached no other party: blocked DOM access, storage, document.domain, an opener.
 */
export function channelOf(
  event: PageEventFacts,
  { from, to }: PageEventReading,
): (Channel & { readonly kind: EventKind }) | null {
  if (!kindOf(event).isOnMap || !isCrossing(event)) return null;
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
      round.flatMap(({ kind: of }, index) =>
        of === 'exchange' ? relayChannelOf({ relay, round, nth: index + 1 }, 1) : [],
      ),
    ),
  );
}

/** A document without an id cannot be the current one. */
function relayEnd({ frameId, documentId, origin }: RelayFrame): End {
  return { frameId, documentId: documentId ?? '', tabId: null, origin };
}

function endOf({ frameId, documentId, tabId, origin }: Party): End {
  return { frameId, documentId, tabId, origin };
}
