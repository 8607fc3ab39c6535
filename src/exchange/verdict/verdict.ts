import type {
  CredentialsMode,
  Exchange,
  FindingCode,
  LocatedFinding,
  LocatedTrace,
  Mode,
} from '../../engine';
import type { ExchangeClass, Outcome } from '../../protocol/facts';
import type { PageEnd } from '../../protocol/page-hints';
import type { Sourced } from './infer-request';

/** A finding that fits, or `none`: nothing went wrong. */
export type Candidate = FindingCode | 'none';

/** Why something had to be assumed; the sentence is in prose. */
export type AssumptionCode =
  | 'mode-not-visible'
  | 'credentials-not-visible'
  | 'credentials-not-included'
  | 'redirect-mode-not-visible'
  | 'call-ambiguous'
  | 'call-hides-it'
  | 'use-not-visible'
  | 'answer-timed';

/** A value that no browser showed and nothing follows from. */
export interface Assumption {
  readonly field: 'mode' | 'credentialsMode' | 'redirectMode' | 'use' | 'method';
  readonly because: AssumptionCode;
}

/** What is made of an exchange: nothing of it is a fact, all of it can be computed again. */
export interface Verdict {
  readonly class: ExchangeClass;
  readonly outcome: Outcome;
  readonly outcomeBasis: 'observed' | 'computed';
  readonly mode: Sourced<Mode>;
  readonly credentialsMode: Sourced<CredentialsMode>;
  /** Every problem, the one that this browser acts on first in front. */
  readonly findings: readonly LocatedFinding[];
  /**
   * Empty when the verdict is certain; else every code that fits. One code twice: certain, but for which of
   * two words the browser has for it.
   */
  readonly candidates: readonly Candidate[];
  readonly browserReason: string | null;
  /** Parallel to `candidates`, in the browser's words. */
  readonly browserReasonCandidates: readonly string[];
  /** All that the browser prints for this exchange. */
  readonly browserSays: readonly string[];
  readonly traces: readonly LocatedTrace[];
  readonly assumptions: readonly Assumption[];
  /** The error text that decided, where one did. */
  readonly error: string | null;
  /** The request that the rules were run over. */
  readonly exchange: Exchange;
  /** How it ended for the page, by its own word or an element's; null where nothing said so. */
  readonly pageSaw: Sourced<PageEnd> | null;
  /** Why the page may have been unable to use what passed, though nothing says so: of no weight in the outcome. */
  readonly unheardUses: readonly FindingCode[];
}

/** The part of a verdict that follows from how the exchange ended and from the rules. */
export type Conclusion = Pick<Verdict, 'outcome' | 'outcomeBasis' | 'findings' | 'candidates'>;

/** The part of a verdict that is in the browser's own words. */
export type BrowserWords = Pick<
  Verdict,
  'candidates' | 'browserReason' | 'browserReasonCandidates' | 'browserSays'
>;
