import type { EventField } from '../protocol/page-events';

/**
 * A position in a text, with line and column from 1. `of` names the text if it belongs to a function that the
 * listener names.
 */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly of: string | null;
}

/** How a listener's text checks the origin of a message. */
export type OriginVerdict =
  /** Compares it with one or more whole values. */
  | 'exact'
  /** Looks it up in an array, a set, a map or an object. */
  | 'list'
  | 'indexOf'
  | 'startsWith'
  | 'endsWith'
  | 'includes'
  | 'regex'
  /** Matches it with a `URLPattern`. */
  | 'url-pattern'
  /** Compares only its site: scheme and registrable domain. */
  | 'site'
  /** Rejects only the named origins and allows all others. */
  | 'deny-list'
  /** Compares only `source`, a window, whatever document it now contains. */
  | 'source'
  /** Leaves the check, or the whole event, to a function whose text is unknown. */
  | 'delegated'
  | 'unknown'
  /** It does not read `origin` or `source`, and does not pass the event on. */
  | 'none';

/** Why a text gives no verdict. */
export type UnknownBecause =
  /** A bound function or a built-in one. */
  | 'native'
  | 'not-a-function'
  | 'unparsable'
  | 'too-long'
  | 'too-complex'
  /** It reads properties of the event by names that the text does not contain. */
  | 'computed-name'
  /** It uses `eval`, `Function` or `with`, so other code may run. */
  | 'evaluates'
  /** It uses the message whichever way a comparison goes. */
  | 'either-way'
  /** It reads origin or source, but no recognized check depends on it. */
  | 'not-compared';

/** Who passes a check besides the intended senders. */
export type Reach = 'anyone' | 'subdomains' | 'scheme-or-port';

/** How a message can be used although the check rejects its sender. */
export type LoopholeKind =
  /** Its data is used, or decides what happens, where the check does not apply. */
  | 'unchecked-use'
  /** If another condition holds, the check does not decide. */
  | 'other-condition';

/** The place where a message can be used although the check rejects its sender. */
export interface Loophole {
  readonly kind: LoopholeKind;
  /** At most 200 characters. */
  readonly text: string;
  readonly at: TextPlace;
}

/** The kinds of one check. */
export type CheckKind = Exclude<OriginVerdict, 'deny-list' | 'unknown' | 'none'>;

/** One check as written. */
export interface OriginCheck {
  readonly kind: CheckKind;
  /** At most 200 characters. */
  readonly text: string;
  readonly at: TextPlace;
}

/**
 * The origin check in a listener's text. The text is read but not run, so functions without a known text stay
 * unknown.
 */
export interface ListenerReading {
  readonly verdict: OriginVerdict;
  /** The reason for `unknown`; otherwise null. */
  readonly because: UnknownBecause | null;
  /** null if no unintended sender was found to pass. */
  readonly reach: Reach | null;
  /**
   * An origin that passes, perhaps unintentionally, as verified by running the check. null if there is none.
   */
  readonly example: string | null;
  /** The assumed value behind the example, if the text does not contain the value. */
  readonly supposed: string | null;
  /** null if the check was found to decide about each use of the message, and for `unknown` and `none`. */
  readonly loophole: Loophole | null;
  /** The text that the verdict is based on, at most 200 characters. */
  readonly text: string | null;
  readonly at: TextPlace | null;
  /** For `delegated`: the function, as written. */
  readonly to: string | null;
  readonly checks: readonly OriginCheck[];
  readonly reads: readonly { readonly field: EventField; readonly at: TextPlace }[];
  /** Where the whole event goes; `to` is null if it is stored, returned or spread. */
  readonly passedOn: readonly { readonly to: string | null; readonly at: TextPlace }[];
}
