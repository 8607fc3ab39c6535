import type { EventField } from '../protocol/page-events';

/** A place in a text, both numbers from 1. `of` names the text if it is that of a function named by the listener. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly of: string | null;
}

/** What a listener's text does about where a message came from. */
export type OriginVerdict =
  /** Compared with one value, or several, each as a whole. */
  | 'exact'
  /** Looked up in an array, a set, a map or an object. */
  | 'list'
  | 'indexOf'
  | 'startsWith'
  | 'endsWith'
  | 'includes'
  | 'regex'
  /** What it names is refused, everybody else gets through. */
  | 'deny-list'
  /** Only `source` is compared: with a window, whatever document that holds by now. */
  | 'source'
  /** A function that is not here decides, or is given the event. */
  | 'delegated'
  | 'unknown'
  /** Neither origin nor source is touched, and the event is passed to nobody. */
  | 'none';

/** Why nothing can be said of a text. */
export type UnknownBecause =
  /** A bound function, or one of the browser's own. */
  | 'native'
  | 'not-a-function'
  | 'unparsable'
  | 'too-long'
  | 'too-complex'
  /** Properties of the event are read by names that the text does not say. */
  | 'computed-name'
  /** `eval`, `Function` or `with`: the rest of the text is somewhere else. */
  | 'evaluates'
  /** The message is used whichever way a comparison goes. */
  | 'either-way'
  /** Origin or source is read, and nothing that was understood depends on it. */
  | 'not-compared';

/** Who gets past a check beside those that were meant. */
export type Reach = 'anyone' | 'subdomains' | 'scheme-or-port';

/** The kinds of a single check. */
export type CheckKind = Exclude<OriginVerdict, 'deny-list' | 'unknown' | 'none'>;

/** One check, as it stands there. */
export interface CheckSeen {
  readonly kind: CheckKind;
  /** At most 200 characters. */
  readonly text: string;
  readonly at: TextPlace;
}

/** What a listener's text says of its origin check. It is read, not run: what it calls elsewhere is not known. */
export interface ListenerReading {
  readonly verdict: OriginVerdict;
  /** Why it is `unknown`; else null. */
  readonly because: UnknownBecause | null;
  /** null where nobody else was found to get past. */
  readonly reach: Reach | null;
  /** An origin that gets past and may not be meant to: the check was run with it. null where there is none. */
  readonly example: string | null;
  /** What the example takes for the value that is compared with, where the text does not say it. */
  readonly supposed: string | null;
  /** What the verdict rests on, as written; at most 200 characters. */
  readonly text: string | null;
  readonly at: TextPlace | null;
  /** `delegated`: to whom, as written. */
  readonly to: string | null;
  readonly checks: readonly CheckSeen[];
  readonly reads: readonly { readonly field: EventField; readonly at: TextPlace }[];
  /** Where the whole event goes; `to` is null where it is kept, returned or spread. */
  readonly passedOn: readonly { readonly to: string | null; readonly at: TextPlace }[];
}
