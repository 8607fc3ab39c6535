import type { LocatedFinding, LocatedTrace, Place } from '../../engine';
import type { Lookup } from '../../exchange/verdict/infer-request';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** What the explanation of an exchange is about. */
export interface Subject {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
  readonly findings: readonly LocatedFinding[];
  readonly traces: readonly LocatedTrace[];
  /** Whether something located there belongs to it. */
  covers(place: { readonly hop: number; readonly on: Place }): boolean;
}

/**
 * Returns what explains an exchange: itself, or for a preflight the request that it was sent for, limited to
 * what was found on the preflight.
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
