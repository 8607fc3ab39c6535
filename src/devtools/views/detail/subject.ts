import type { LocatedFinding, LocatedTrace, Place } from '../../../engine';
import type { Verdict } from '../../../exchange/verdict/judge';
import type { ExchangeFacts } from '../../../protocol/facts';
import type { Row } from '../../store/store';

/** What a row's explanation is about: its own request, or for a preflight that of the request it serves. */
export interface Subject {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
  readonly findings: readonly LocatedFinding[];
  readonly traces: readonly LocatedTrace[];
  /** Whether something located there belongs to it. */
  covers(place: { readonly hop: number; readonly on: Place }): boolean;
}

/** What explains a row. What was found on a preflight stands on the request that it was made for. */
export function subjectOf(row: Row, verdict: Verdict, rowOf: (id: string) => Row | null): Subject {
  const { facts } = row.entry;
  const { preflightFor } = facts;
  const request = preflightFor && rowOf(preflightFor.exchange);
  if (!request) {
    const { findings, traces } = verdict;
    return { facts, verdict, findings, traces, covers: () => true };
  }
  const covers: Subject['covers'] = ({ hop, on }) => on === 'preflight' && hop === preflightFor.hop;
  const about = request.verdict;
  return {
    facts: request.entry.facts,
    verdict: about,
    findings: about.findings.filter(covers),
    traces: about.traces.filter(covers),
    covers,
  };
}
