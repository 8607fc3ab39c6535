import type { LocatedFinding, LocatedTrace, Place } from '../../engine';
import type { Lookup } from '../../exchange/verdict/infer-request';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** The request that the explanation of an exchange is about. */
export interface Subject {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
  readonly findings: readonly LocatedFinding[];
  readonly traces: readonly LocatedTrace[];
  /** Whether a finding or trace at that place belongs to it. */
  covers(place: { readonly hop: number; readonly on: Place }): boolean;
}

/**
 * Returns the subject of an exchange: itself, or for a preflight the request that it was sent for, limited to
 * the findings on the preflight.
 */
export function subjectOf(
  facts: ExchangeFacts,
  verdict: Verdict,
  lookup: Lookup,
  verdictOf: (facts: ExchangeFacts) => Verdict,
): Subject {
  const { preflightFor } = facts;
  const request = preflightFor && lookup(preflightFor.exchange);
  if (!request) {
    const { findings, traces } = verdict;
    return { facts, verdict, findings, traces, covers: () => true };
  }
  const covers: Subject['covers'] = ({ hop, on }) => on === 'preflight' && hop === preflightFor.hop;
  const about = verdictOf(request);
  return {
    facts: request,
    verdict: about,
    findings: about.findings.filter(covers),
    traces: about.traces.filter(covers),
    covers,
  };
}
