import type {
  CredentialsMode,
  Exchange,
  FindingCode,
  LocatedFinding,
  LocatedTrace,
  Mode,
  ResponseTainting,
} from '../../engine';
import type { Outcome, RequestClass } from '../../protocol/facts';
import type { PageEnd } from '../../protocol/page-hints';
import type { Sourced } from './infer-request';

/** A finding that fits, or `none` if nothing went wrong. */
export type Candidate = FindingCode | 'none';

/** Why a value had to be assumed; the sentence is in prose. */
export type AssumptionCode =
  | 'mode-not-visible'
  | 'credentials-not-visible'
  | 'credentials-not-included'
  | 'redirect-mode-not-visible'
  | 'call-ambiguous'
  | 'call-hides-it'
  | 'use-not-visible'
  | 'answer-timed'
  | 'method-not-visible'
  | 'download-not-visible';

/** A value that the browser did not show and that cannot be inferred. */
export interface Assumption {
  readonly field: 'mode' | 'credentialsMode' | 'redirectMode' | 'use' | 'method';
  readonly because: AssumptionCode;
}

/** What a browser decided about an exchange. This is no fact: it can be computed again. */
export interface Decision {
  readonly requestClass: RequestClass;
  readonly outcome: Outcome;
  readonly outcomeBasis: 'observed' | 'computed';
  readonly mode: Sourced<Mode>;
  readonly credentialsMode: Sourced<CredentialsMode>;
  /** All problems, starting with the one that this browser acts on. */
  readonly findings: readonly LocatedFinding[];
  /** Empty if the decision is certain; otherwise all codes that fit. */
  readonly candidates: readonly Candidate[];
  readonly traces: readonly LocatedTrace[];
  readonly assumptions: readonly Assumption[];
  /** The browser's error text that decided, if there is one. */
  readonly error: string | null;
  /** The request to which the rules were applied. */
  readonly exchange: Exchange;
  readonly responseTainting: ResponseTainting;
  /** How it ended for the page, according to its call or element; null if neither reported it. */
  readonly pageEnd: Sourced<PageEnd> | null;
  /**
   * Why the page may have been unable to use the response, although nothing shows it; this does not affect
   * the outcome.
   */
  readonly possibleUseFailures: readonly FindingCode[];
}

/** The messages that a browser prints for an exchange. */
export interface BrowserMessages {
  /**
   * Those of the decision. The same code twice means that the finding is certain but the browser's message for it
   * is not.
   */
  readonly candidates: readonly Candidate[];
  readonly browserReason: string | null;
  /** Parallel to `candidates`: the browser's reasons. */
  readonly browserReasonCandidates: readonly string[];
  /** All messages that the browser prints for this exchange. */
  readonly browserSays: readonly string[];
}

/** The conclusions about an exchange. They are not facts and can all be computed again. */
export type Verdict = Decision & BrowserMessages;

/** The part of a decision that follows from the observed end and the rules. */
export type Conclusion = Pick<Decision, 'outcome' | 'outcomeBasis' | 'findings' | 'candidates'>;
