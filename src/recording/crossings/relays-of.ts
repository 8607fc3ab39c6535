import { findRelays } from '../../channels/find-relays';
import { type Relay, type RelayPart, relayParts } from '../../channels/relays';
import type { FrameFacts } from '../../protocol/facts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { Entry } from '../log/entries';

/** The relays of a log, and the relay steps by the ids of their events and requests. */
export interface Relays {
  readonly all: readonly Relay[];
  readonly parts: ReadonlyMap<string, RelayPart>;
}

/** The last result, because several views ask for the relays of the same log. */
let last: { readonly of: readonly unknown[]; readonly found: Relays } | null = null;

/** Returns the relays among events and requests. `frames` are the current frames. */
export function relaysOf(
  events: readonly PageEventFacts[],
  entries: readonly Entry[],
  frames: readonly FrameFacts[],
): Relays {
  const of = [events, entries, frames];
  if (last?.of.every((input, index) => input === of[index])) return last.found;
  const all = findRelays({ events, exchanges: entries.map(({ facts }) => facts), frames });
  last = { of, found: { all, parts: relayParts(all) } };
  return last.found;
}
