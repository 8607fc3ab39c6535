import type { Compared } from './compared';
import { type ComparedFact, type ComparedFacts, comparedFields, factsOf, keyOf } from './compared-facts';
import { type DecidesBecause, decisiveFacts, isRead } from './decisive';
import { isCorsHeader, isPolicyHeader } from './header-groups';

/**
 * Why a difference is listed where it is: why it decides, or what reads it although it did not decide here. `unread`:
 * no rule reads it.
 */
export type DifferenceBecause = DecidesBecause | 'checked' | 'policy' | 'unread';

/** A fact in which two requests differ. */
export interface Difference extends Omit<ComparedFact, 'value'> {
  /** null: absent. */
  readonly left: string | null;
  readonly right: string | null;
  /** Whether the rule or the cause that decided about one of them reads it. */
  readonly decides: boolean;
  readonly because: DifferenceBecause;
}

/**
 * What a comparison shows as a whole. `decided`: the first difference decided. `same-verdict`: both ended alike. `unknown`:
 * of one of them it is not known how it ended. `unexplained`: they ended differently, and nothing that decides differs
 * in what is known of them.
 */
export type ComparisonResult = 'decided' | 'same-verdict' | 'unknown' | 'unexplained';

/** How many differences are shown. */
export const mostDifferences = 40;

/** The comparison of two requests. */
export interface Comparison {
  readonly result: ComparisonResult;
  readonly left: Compared;
  readonly right: Compared;
  /** Which of them did not work, if the other one did; null: neither, both, or not known. */
  readonly failing: 'left' | 'right' | null;
  /** Those that decide first, then those that rules read, then the others. */
  readonly differences: readonly Difference[];
}

/** Compares two requests. Needs nothing but them, so that it runs anywhere. */
export function compare(left: Compared, right: Compared): Comparison {
  const differences = differencesOf(left, right);
  return {
    result: resultOf(left, right, differences),
    left,
    right,
    failing: failingOf(left, right),
    differences,
  };
}

function differencesOf(left: Compared, right: Compared): readonly Difference[] {
  const [own, its] = [factsOf(left), factsOf(right)];
  const reads = [decisiveFacts(left, right), decisiveFacts(right, left)];
  const found: { readonly difference: Difference; readonly rank: readonly [number, number, string] }[] = [];
  for (const key of new Set([...own.byKey.keys(), ...its.byKey.keys()])) {
    const pair = pairOf(key, own, its);
    if (!pair || pair.left.value === pair.right.value) continue;
    const fact = pair.left.value === null ? pair.right : pair.left;
    const ranks = reads.map((list) => list.findIndex((each) => isRead(fact, each)));
    const rank = Math.min(...ranks.map((index) => (index < 0 ? Number.POSITIVE_INFINITY : index)));
    const because =
      reads.map((list, side) => list[ranks[side] ?? -1]).find((each, side) => each && ranks[side] === rank)
        ?.because ?? groupOf(fact);
    const { field, part, hop, name } = fact;
    found.push({
      difference: {
        ...{ field, part, hop, name, because },
        left: pair.left.value,
        right: pair.right.value,
        decides: rank !== Number.POSITIVE_INFINITY,
      },
      rank: [rank, groups.indexOf(groupOf(fact)) * 100 + comparedFields.indexOf(field), keyOf(fact)],
    });
  }
  return found.sort((a, b) => byRank(a.rank, b.rank)).map(({ difference }) => difference);
}

/** The same fact of both; null if it is not known of one of them. */
function pairOf(
  key: string,
  own: ComparedFacts,
  its: ComparedFacts,
): { readonly left: ComparedFact; readonly right: ComparedFact } | null {
  const [left, right] = [own.byKey.get(key), its.byKey.get(key)];
  if (left && right) return { left, right };
  if (left) return its.knows(left) ? { left, right: { ...left, value: null } } : null;
  return right && own.knows(right) ? { left: { ...right, value: null }, right } : null;
}

const groups = ['checked', 'policy', 'unread'] as const;

function groupOf({ field, name, part }: ComparedFact): (typeof groups)[number] {
  // A network error follows from how it ended.
  if (field === 'path' || field === 'query' || field === 'error') return 'unread';
  if (field === 'served-by') return 'policy';
  if (field !== 'header') return 'checked';
  const lower = name.toLowerCase();
  if (part === 'document' || isPolicyHeader(lower)) return 'policy';
  return isCorsHeader(lower) ? 'checked' : 'unread';
}

function byRank(a: readonly [number, number, string], b: readonly [number, number, string]): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  return a[1] - b[1] || (a[2] < b[2] ? -1 : 1);
}

function hasFailed({ outcome }: Compared): boolean {
  return outcome === 'blocked' || outcome === 'failed';
}

function hasWorked({ outcome }: Compared): boolean {
  return outcome === 'allowed' || outcome === 'opaque';
}

function failingOf(left: Compared, right: Compared): Comparison['failing'] {
  if (hasFailed(left) && hasWorked(right)) return 'left';
  return hasFailed(right) && hasWorked(left) ? 'right' : null;
}

function resultOf(left: Compared, right: Compared, [first]: readonly Difference[]): ComparisonResult {
  const isAlike =
    left.outcome === right.outcome &&
    left.finding?.code === right.finding?.code &&
    left.cause === right.cause;
  if (left.outcome !== null && right.outcome !== null && isAlike) return 'same-verdict';
  if (first?.decides) return 'decided';
  return left.outcome === null || right.outcome === null ? 'unknown' : 'unexplained';
}
