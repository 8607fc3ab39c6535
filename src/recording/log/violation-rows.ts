import { promptMs } from '../../exchange/calls/reported-call';
import { factsOfViolations, isOfRequest, unshownViolations } from '../../exchange/calls/unshown-violations';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PolicyViolation } from '../../protocol/page-hints';
import type { JoinGroup, JoinGroups } from './join-groups';

/** The rows of requests that only policy violations show. */
export interface ViolationRows {
  /** The violations that may still get a request or become a row, with the time when they do. */
  readonly awaited: ReadonlyMap<PolicyViolation, number>;
  take(violation: PolicyViolation, dueAtMs: number): void;
  /** Marks the groups in which a violation is due as changed. */
  settle(nowMs: number): void;
  /** Returns the rows of a group by id; null for a row that a request or call explains by now. */
  rowsOf(group: JoinGroup): ReadonlyMap<string, ExchangeFacts | null>;
  /** Forgets everything before that time. */
  cut(atMs: number): void;
}

/** How many violations are awaited at a time. Further ones get no row of their own. */
const maxViolations = 1_000;
/** How many become rows at once. */
const maxDue = 100;

/** Opens an empty list. */
export function openViolationRows(groups: JoinGroups): ViolationRows {
  const awaited = new Map<PolicyViolation, number>();
  const ids = new Map<PolicyViolation, string>();
  let last = 0;
  const idOf = (violation: PolicyViolation) => ids.get(violation) ?? '';

  return {
    awaited,
    take(violation, dueAtMs) {
      if (isOfRequest(violation) && awaited.size < maxViolations)
        awaited.set(violation, Math.max(violation.atMs + promptMs, dueAtMs));
    },
    settle(nowMs) {
      const due = [...awaited].filter(([, dueAtMs]) => dueAtMs <= nowMs).slice(0, maxDue);
      for (const [violation] of due) {
        awaited.delete(violation);
        ids.set(violation, `violation ${++last}`);
        groups.revisit(violation);
      }
    },
    rowsOf({ under, violations }) {
      const due = violations.filter((violation) => ids.has(violation));
      const rows = new Map<string, ExchangeFacts | null>(due.map((violation) => [idOf(violation), null]));
      if (due.length === 0) return rows;
      // A navigation has no document of its own, and the URL of a frame may be known only by its origin.
      const near = [...groups.all()].filter((group) => group.under === under || group.under === '');
      const exchanges = near.flatMap((group) => [...group.exchanges.values()]);
      const calls = near.flatMap((group) =>
        group.exchanges.size > 0 ? [] : [...group.calls.values()].map(({ reported }) => reported),
      );
      const others = near.flatMap((group) => group.violations);
      for (const unshown of unshownViolations(due, { exchanges, calls, violations: others })) {
        const id = unshown.violations.map(idOf).find((name) => rows.get(name) === null);
        if (id !== undefined) rows.set(id, factsOfViolations(id, unshown));
      }
      return rows;
    },
    cut(atMs) {
      for (const kept of [awaited, ids])
        for (const violation of kept.keys()) if (violation.atMs < atMs) kept.delete(violation);
    },
  };
}
