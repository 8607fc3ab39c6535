import type { Evidence, FindingCode, SectionId } from '../engine';
import type { AssumptionCode } from '../exchange/judge';
import type { ExchangeClass, Outcome } from '../protocol/facts';

/** The languages of everything a person reads. */
export type Language = 'en' | 'zh-CN';

/** What a sentence about a finding can name. Values are shown as they are: the caller bounds and redacts them. */
export interface FindingContext {
  readonly evidence: Evidence;
  /** The URL of the hop it was found on. */
  readonly url: string;
  readonly method: string;
  /** The request's origin as it was presented, `null` if opaque. */
  readonly origin: string;
  /** As people call it: Chrome, Firefox. */
  readonly browser: string;
}

/** The sentences of one finding. */
export interface FindingProse {
  /** The fact, in at most 80 characters and without values. */
  readonly title: string;
  /** The same in a few words (at most 40 characters), for a row of the table. */
  readonly reason: string;
  /** What happened and why, in one sentence with the values that decided. */
  sentence(context: FindingContext): string;
  /** What to change, as an imperative to whoever can: the server's people, or the page's. */
  remedy(context: FindingContext): string;
}

/** Everything the program says about requests, in one language. Missing keys do not compile. */
export interface Prose {
  readonly findings: Readonly<Record<FindingCode, FindingProse>>;
  /** Why something had to be assumed, and what that means for the verdict. */
  readonly assumptions: Readonly<Record<AssumptionCode, string>>;
  /** The first cell of a row, explained. */
  readonly classes: Readonly<Record<ExchangeClass | 'blocked', { readonly label: string; readonly meaning: string }>>;
  readonly outcomes: Readonly<Record<Outcome, { readonly label: string; readonly meaning: string }>>;
  /** The sections' names, as a reader of that language says them. */
  readonly sections: Readonly<Record<SectionId, string>>;
  /** What each step of an algorithm asks, by section and step number. */
  readonly steps: Readonly<Partial<Record<SectionId, Readonly<Record<string, string>>>>>;
}
