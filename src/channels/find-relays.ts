import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import { type FrameLoad, frameLoads } from './frame-loads';
import { openFramePlaces } from './frame-places';
import { hashRelays } from './hash-relay';
import { nameRelays } from './name-relay';
import type { Passage, Relay } from './relays';

/** What relays are recognised in. */
export interface RelaySource {
  /** In order of time. */
  readonly events: readonly PageEventFacts[];
  readonly exchanges: Iterable<ExchangeFacts>;
  /** As they are now. */
  readonly frames: readonly FrameFacts[];
}

/** The relays A → B → C of a recording, each once, in the order of their first values. */
export function findRelays({ events, exchanges, frames }: RelaySource): readonly Relay[] {
  const own = events.filter(isOfRelays);
  const loads = frameLoads(exchanges);
  if (own.length === 0 && !loads.some(hasFragment)) return [];
  const places = openFramePlaces(frames, loads, events);
  return grouped([...hashRelays(own, loads, places), ...nameRelays(own, loads, places)]);
}

function isOfRelays({ kind, openedTabId }: PageEventFacts): boolean {
  return openedTabId === null && (kind === 'location-hash' || kind === 'window-name');
}

function hasFragment({ fragment }: FrameLoad): boolean {
  return fragment !== '';
}

/** Passages between the same documents are one relay. */
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
  return [...found.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const { kind, certainty, frames } = first;
    const unseen = [...new Set(all.flatMap((each) => each.unseen))];
    return { kind, certainty, frames, unseen, rounds: all.map(({ steps }) => steps) };
  });
}
