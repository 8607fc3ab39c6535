import {
  type CandidateGroup,
  type ComparisonCandidate,
  comparisonCandidates,
} from '../../../diagnosis/compare/candidates';
import { type Comparison, compare } from '../../../diagnosis/compare/compare';
import type { Compared } from '../../../diagnosis/compare/compared';
import type { ComparedFile } from '../../../files/compared-file';
import type { ExchangeFacts } from '../../../protocol/facts';
import { inOneForm, redactCompared } from '../../../recording/compare/redact-compared';
import { toCompared } from '../../../recording/compare/to-compared';
import { explainExchanges } from '../../../recording/requests/explain-exchanges';
import type { PanelStore, Row } from '../../store/store';
import type { Around } from '../detail/around';

/** A request that can be chosen. */
export interface Option extends ComparisonCandidate {
  /** Unique among all of the recording and of the file. */
  readonly key: string;
  readonly group: CandidateGroup;
  readonly isInFile: boolean;
}

/** Returns the requests of the recording that a request can be compared with, the best first. */
export function recordedOptions(row: Row, store: PanelStore): readonly Option[] {
  const recorded = store.entries.value
    .filter(({ facts }) => facts.preflightFor === null)
    .map(({ facts, outcome }) => candidateOf(facts, outcome));
  const loads = store.exchanges.value.filter(({ kind, frameId }) => kind === 'document' && frameId === 0);
  const loadedAtMs = loads.map(({ startedAtMs }) => startedAtMs);
  return comparisonCandidates(subjectOf(row), recorded, loadedAtMs).map(({ candidate, group }) => ({
    ...candidate,
    group,
    isInFile: false,
    key: `recorded ${candidate.id}`,
  }));
}

/** Returns the requests of a file that a request can be compared with, the best first. */
export function fileOptions(row: Row, { candidates }: ComparedFile): readonly Option[] {
  // Ids of a file can be those of the recording too.
  const apart = { ...subjectOf(row), id: '' };
  return comparisonCandidates(apart, candidates).map(({ candidate, group }) => ({
    ...candidate,
    group,
    isInFile: true,
    key: `file ${candidate.id}`,
  }));
}

function subjectOf({ entry, verdict }: Row): ComparisonCandidate {
  return candidateOf(entry.facts, verdict.outcome);
}

function candidateOf({ id, hops, startedAtMs }: ExchangeFacts, outcome: ComparisonCandidate['outcome']) {
  return { id, method: hops[0]?.method ?? '', url: hops[0]?.url ?? '', outcome, startedAtMs };
}

/** Compares a request with the chosen one; null if that is no longer there. */
export function compareWith(
  row: Row,
  option: Option,
  around: Around,
  file: ComparedFile | null,
): Comparison | null {
  const own = comparedOf(row.entry.facts, around);
  if (option.isInFile) {
    const found = file?.compared(option.id);
    return own && file && found ? compare(...inOneForm(own, found, file.redaction)) : null;
  }
  const facts = around.lookup(option.id);
  const other = facts && comparedOf(facts, around);
  return own && other ? compare(own, other) : null;
}

function comparedOf(facts: ExchangeFacts, around: Around): Compared | null {
  const [explained] = explainExchanges([facts], { ...around, storedCookies: null });
  return explained ? toCompared(explained, around) : null;
}

/** Returns a comparison that can be shared: that of the redacted requests. */
export function toShare({ left, right }: Comparison): Comparison {
  const [first = left, second = right] = redactCompared([left, right], 'minimal');
  return compare(first, second);
}
