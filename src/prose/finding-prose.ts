import type { Evidence } from '../engine';
import type { RequestKind } from '../protocol/facts';
import type { HintApi } from '../protocol/page-hints';
import type { OtherFix } from '../remedy/other-fix';

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
  readonly kind: RequestKind;
  /** The call that made the request; null if it is not known. */
  readonly api: HintApi | null;
  /** The URL that the page requested, before any redirect. */
  readonly requestedUrl: string;
  /** The status of the response that it was found on; null if there is none. */
  readonly status: number | null;
  /** Why another fix than a header of that response is right; null if nothing shows it. */
  readonly otherFix: OtherFix | null;
  /** Whether the response may be an earlier one of the recording, from the HTTP cache. */
  readonly mayBeCached: boolean;
}

/** The sentences of one finding. */
export interface FindingProse {
  /** The fact, in at most 80 characters and without values. */
  readonly title: string;
  /** The same in a few words for a row, at most 40 characters. */
  readonly reason: string;
  /** What happened and why, in one sentence with the values that decided. */
  sentence(context: FindingContext): string;
  /** What to change, as an imperative to the server's or the page's developers. */
  remedy(context: FindingContext): string;
}
