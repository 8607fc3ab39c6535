import type { SerializedOrigin } from '../engine';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import { type FrameLoad, frameLoads } from './frame-loads';
import { openFramePlaces } from './frame-places';
import { hashRelays } from './hash-relay';
import { nameRelays } from './name-relay';

/** By what a relay carries its value. */
export const relayKinds = ['hash-relay', 'name-relay'] as const;
export type RelayKind = (typeof relayKinds)[number];

/** `certain`: each step names who did it; `likely`: frames, order and value fit, and somebody is not visible. */
export type RelayCertainty = 'certain' | 'likely';

/** What is not visible of a relay. */
export type RelayUnseen = 'reading' | 'who-changed' | 'who-wrote';

/** A frame that has a part in a relay, as far as it is known. */
export interface RelayFrame {
  readonly frameId: number | null;
  readonly documentId: string | null;
  readonly origin: SerializedOrigin;
}

/** What a step of a relay is: A loads B, a value comes into B or C, B writes it, C finds it. */
export type RelayStepKind = 'b-loaded' | 'into-b' | 'into-c' | 'written' | 'found';

/** One step of a relay, by the page event or the request that showed it. */
export interface RelayStep {
  readonly what: RelayStepKind;
  readonly of: 'page-event' | 'exchange';
  readonly id: string;
  /** From which of its frames to which. */
  readonly between: readonly [from: RelayFrame, to: RelayFrame];
}

/** A value that went from a page to another origin and came back into a document of the page's own. */
export interface Relay {
  readonly kind: RelayKind;
  readonly certainty: RelayCertainty;
  /** A, the page; B, of another origin; C, of A's origin. */
  readonly frames: readonly [a: RelayFrame, b: RelayFrame, c: RelayFrame];
  /** Each time that a value went this way, with its steps in order of time. */
  readonly rounds: readonly (readonly RelayStep[])[];
  readonly unseen: readonly RelayUnseen[];
}

/** One passage of a value, before those of the same way are put together. */
export type Passage = Omit<Relay, 'rounds'> & { readonly steps: readonly RelayStep[] };

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

/** The step that an event or a request is of its relay; `nth` counts from 1. */
export interface RelayPart {
  readonly relay: Relay;
  readonly round: readonly RelayStep[];
  readonly nth: number;
}

/** By the id of each event and request that is a step of a relay, that step; of several the last. */
export function relayParts(relays: readonly Relay[]): ReadonlyMap<string, RelayPart> {
  const parts = new Map<string, RelayPart>();
  for (const relay of relays) {
    for (const round of relay.rounds) {
      round.forEach(({ id }, index) => {
        parts.set(id, { relay, round, nth: index + 1 });
      });
    }
  }
  return parts;
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
