import type { SerializedOrigin } from '../engine';
import type { End } from './reading';

/** How a relay carries its value: in a URL's fragment or in a window's name. */
export const relayKinds = ['hash-relay', 'name-relay'] as const;
export type RelayKind = (typeof relayKinds)[number];

/**
 * `certain`: the origin behind each step is known; `likely`: frames, order and value match, but one origin is
 * not visible.
 */
export type RelayCertainty = 'certain' | 'likely';

/** A fact about a relay that is not visible. */
export type RelayUnseen = 'reading' | 'who-changed' | 'who-wrote';

/** A frame that takes part in a relay, as far as it is known. */
export interface RelayFrame extends Pick<End, 'frameId' | 'documentId'> {
  readonly origin: SerializedOrigin;
}

/** The kind of a step: A loads B, a value is put into B or C, B writes it, C finds it. */
export type RelayStepKind = 'b-loaded' | 'into-b' | 'into-c' | 'written' | 'found';

/** One step of a relay, with the page event or request that showed it. */
export interface RelayStep {
  readonly what: RelayStepKind;
  readonly kind: 'page-event' | 'exchange';
  readonly id: string;
  /** The frames of the relay between which it happened. */
  readonly between: readonly [from: RelayFrame, to: RelayFrame];
}

/**
 * A relay: values go from a page to another origin and come back into a document of the page's own origin.
 */
export interface Relay {
  readonly kind: RelayKind;
  readonly certainty: RelayCertainty;
  /** A, the page; B, of another origin; C, of A's origin. */
  readonly frames: readonly [a: RelayFrame, b: RelayFrame, c: RelayFrame];
  /** One entry for each value, with its steps in chronological order. */
  readonly rounds: readonly (readonly RelayStep[])[];
  readonly unseen: readonly RelayUnseen[];
}

/** The passage of one value, before passages between the same documents are grouped. */
export type Passage = Omit<Relay, 'rounds'> & { readonly steps: readonly RelayStep[] };

/** The position of an event or request in a relay; `nth` counts the steps from 1. */
export interface RelayPart {
  readonly relay: Relay;
  readonly round: readonly RelayStep[];
  readonly nth: number;
}

/**
 * Maps the id of each event and request to the relay step that it is; if there are several, to the last one.
 */
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
