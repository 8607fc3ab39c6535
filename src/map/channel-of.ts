import { isCrossing, kindOf } from '../channels/kinds';
import { type EventKind, eventKind, type PageEventReading } from '../channels/read-page-event';
import type { End, Party } from '../channels/reading';
import type { Relay, RelayFrame, RelayKind, RelayPart } from '../channels/relays';
import type { PageEventFacts } from '../protocol/page-events';
import type { Channel } from './model';

/**
 * What a page event is on a map, by what is made of it: who reached whom, whatever the way. null where nobody is
 * reached: what a script may not touch, what it stores, how it widens its own domain, who opened it.
 */
export function channelOf(
  event: PageEventFacts,
  { from, to }: PageEventReading,
): (Channel & { readonly kind: EventKind }) | null {
  if (!kindOf(event).isOnMap || !isCrossing(event)) return null;
  return { from: endOf(from), to: endOf(to), kind: eventKind(event), count: event.count };
}

/** What an event is on a map that is a step of a relay: then both of its ends are known. */
export function relayChannelOf(
  { relay, round, nth }: RelayPart,
  count: number,
): Channel & { readonly kind: RelayKind } {
  const [from, to] = round[nth - 1]?.between ?? relay.frames;
  return { from: relayEnd(from), to: relayEnd(to), kind: relay.kind, count };
}

/** The steps of relays that only a request shows. */
export function relayLoads(relays: readonly Relay[]): readonly (Channel & { readonly kind: RelayKind })[] {
  return relays.flatMap((relay) =>
    relay.rounds.flatMap((round) =>
      round.flatMap(({ of }, index) =>
        of === 'exchange' ? relayChannelOf({ relay, round, nth: index + 1 }, 1) : [],
      ),
    ),
  );
}

/** A document that nothing names is not the one that is there now. */
function relayEnd({ frameId, documentId, origin }: RelayFrame): End {
  return { frameId, documentId: documentId ?? '', tabId: null, origin };
}

function endOf({ frameId, documentId, tabId, origin }: Party): End {
  return { frameId, documentId, tabId, origin };
}
