import type { SerializedOrigin } from '../engine';
import type { End } from './reading';

/** By what a relay carries its value. */
export const relayKinds = ['hash-relay', 'name-relay'] as const;
export type RelayKind = (typeof relayKinds)[number];

/** `certain`: each step names who did it; `likely`: frames, order and value fit, and somebody is not visible. */
export type RelayCertainty = 'certain' | 'likely';

/** What is not visible of a relay. */
export type RelayUnseen = 'reading' | 'who-changed' | 'who-wrote';

/** A frame that has a part in a relay, as far as it is known. */
export interface RelayFrame extends Pick<End, 'frameId' | 'documentId'> {
  readonly origin: SerializedOrigin;
}

/** What a step of a relay is: A loads B, a value comes into B or C, B writes it, C finds it. */
export type RelayStepKind = 'b-loaded' | 'into-b' | 'into-c' | 'written' | 'found';

/** One step of a relay, by the page event or the request that showed it. */
export interface RelayStep {
  readonly what: RelayStepKind;
  readonly kind: 'page-event' | 'exchange';
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
