import { parseUrl } from '../../engine';
import type { Outcome } from '../../protocol/facts';

/** A request that can be compared with another one. */
export interface ComparisonCandidate {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** null: not known. */
  readonly outcome: Outcome | null;
  readonly startedAtMs: number | null;
}

/**
 * How a candidate relates to the request. `otherwise`: the same method and path, which ended differently. `reload`: the same,
 * in another load of the page. `same-path`: the same otherwise. `other`: the rest.
 */
export type CandidateGroup = 'otherwise' | 'reload' | 'same-path' | 'other';

const candidateGroups = ['otherwise', 'reload', 'same-path', 'other'] as const;

/** More are not listed: nobody looks through them. */
const mostCandidates = 300;

/**
 * Returns the requests to compare a request with, the best first: by group, then by server, then the nearest in time. `loadedAtMs` has
 * the times at which the page was loaded.
 */
export function comparisonCandidates<Each extends ComparisonCandidate>(
  subject: ComparisonCandidate,
  others: readonly Each[],
  loadedAtMs: readonly number[] = [],
): readonly { readonly group: CandidateGroup; readonly candidate: Each }[] {
  const loadOf = ({ startedAtMs }: ComparisonCandidate) =>
    startedAtMs === null ? 0 : loadedAtMs.filter((atMs) => atMs <= startedAtMs).length;
  const [path, load] = [patternOf(subject), loadOf(subject)];
  const groupOf = (other: ComparisonCandidate): CandidateGroup => {
    if (patternOf(other) !== path) return 'other';
    if (endOf(other) !== endOf(subject)) return 'otherwise';
    return loadOf(other) === load ? 'same-path' : 'reload';
  };
  const distance = ({ startedAtMs }: ComparisonCandidate) =>
    startedAtMs === null || subject.startedAtMs === null ? 0 : Math.abs(startedAtMs - subject.startedAtMs);
  return others
    .filter((other) => other !== subject && other.id !== subject.id)
    .map((candidate) => ({ candidate, group: groupOf(candidate), nearness: nearnessOf(candidate, subject) }))
    .sort(
      (a, b) =>
        candidateGroups.indexOf(a.group) - candidateGroups.indexOf(b.group) ||
        b.nearness - a.nearness ||
        distance(a.candidate) - distance(b.candidate),
    )
    .slice(0, mostCandidates)
    .map(({ candidate, group }) => ({ candidate, group }));
}

/** The same URL is nearer than the same server, and an end of another kind tells more. */
function nearnessOf(candidate: ComparisonCandidate, subject: ComparisonCandidate): number {
  if (candidate.url === subject.url) return 3;
  if (parseUrl(candidate.url)?.host !== parseUrl(subject.url)?.host) return 0;
  return endOf(candidate) === endOf(subject) ? 1 : 2;
}

/** Blocked and failed are alike: neither worked. */
function endOf({ outcome }: ComparisonCandidate): string | null {
  return outcome === 'failed' ? 'blocked' : outcome;
}

/** The method and the path of a request, without what identifies one thing of many: numbers and long ids. */
function patternOf({ method, url }: ComparisonCandidate): string {
  const parsed = parseUrl(url);
  if (!parsed) return `${method} ${url}`;
  const segments = parsed.pathname.split('/').map((part) => (isId(part) ? ':id' : part));
  return `${method.toUpperCase()} ${parsed.host} ${segments.join('/')}`;
}

function isId(segment: string): boolean {
  return /^\d+$/.test(segment) || /^[\da-f]{8,}(-[\da-f]{4,}){0,4}$/i.test(segment);
}
