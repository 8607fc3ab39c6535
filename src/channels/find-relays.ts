import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import { type FrameLoad, frameLoads } from './frame-loads';
import { openFramePlaces } from './frame-places';
import { hashRelays } from './hash-relay';
import { nameRelays } from './name-relay';
import type { Passage, Relay } from './relays';

/** The parts of a recording in which relays are detected. */
export interface RelaySource {
  /** In chronological order. */
  readonly events: readonly PageEventFacts[];
  readonly exchanges: Iterable<ExchangeFacts>;
  /** The current frames. */
  readonly frames: readonly FrameFacts[];
}

/** Returns the relays A → B → C of a recording: each once, ordered by the first value that it carried. */
export function findRelays({ events, exchanges, frames }: RelaySource): readonly Relay[] {
  const relayEvents = events.filter(isOfRelays);
  const loads = frameLoads(exchanges);
  if (relayEvents.length === 0 && !loads.some(hasFragment)) return [];
  const places = openFramePlaces(frames, loads, events);
  return grouped([...hashRelays(relayEvents, loads, places), ...nameRelays(relayEvents, loads, places)]);
}

function isOfRelays({ kind, openedTabId }: PageEventFacts): boolean {
  return openedTabId === null && (kind === 'location-hash' || kind === 'window-name');
}

function hasFragment({ fragment }: FrameLoad): boolean {
  return fragment !== '';
}

/** Groups passages: those between the same documents are one relay. */
function grouped(passages: readonly Passage[]): readonly Relay[] {
  const found = new Map<string, Passage[]>();
  for (const passage of passages) {
    const ends = passage.frames.map(
      ({ frameId, documentId, origin }) => `${frameId} ${documentId} ${origin}`,
    );
    const key = [passage.kind, passage.certainty, ...ends].join(' ');
    const known = found.get(key);
    if (known) known.push(passage);
    else found.set(key, [passage]);
  }
  return [...found.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, certainty, frames } = first;
    const unseen = [...new Set(group.flatMap((passage) => passage.unseen))];
    return { kind, certainty, frames, unseen, rounds: group.map(({ steps }) => steps) };
  });
}
