import { findRelays } from '../../channels/find-relays';
import { type Relay, type RelayPart, relayParts } from '../../channels/relays';
import type { FrameFacts } from '../../protocol/facts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { Entry } from '../log/entries';

/** The relays of a log, and by the ids of events and requests which step of one each is. */
export interface Relays {
  readonly all: readonly Relay[];
  readonly parts: ReadonlyMap<string, RelayPart>;
}

/** Whoever looks for relays in the same log finds the same. */
let last: { readonly of: readonly unknown[]; readonly found: Relays } | null = null;

/** The relays among events and requests, with the frames as they are now. */
export function relaysOf(
  events: readonly PageEventFacts[],
  entries: readonly Entry[],
  frames: readonly FrameFacts[],
): Relays {
  const of = [events, entries, frames];
  if (last?.of.every((each, index) => each === of[index])) return last.found;
  const all = findRelays({ events, exchanges: entries.map(({ facts }) => facts), frames });
  last = { of, found: { all, parts: relayParts(all) } };
  return last.found;
}
