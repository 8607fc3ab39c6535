import type { Outcome, RequestClass } from '../../protocol/facts';
import type { Entry } from '../../recording/log/entries';

/** The number of requests for each chip. A preflight counts only for its class. */
export interface Counts {
  readonly classes: Readonly<Partial<Record<RequestClass, number>>>;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** The number of requests without preflights. */
  readonly total: number;
  readonly shown: number;
}

/** The part of a row that is counted. */
interface Counted {
  readonly entry: Entry;
  /** 1 for a preflight under its request. */
  readonly depth: 0 | 1;
}

/** Returns the counts of all requests of a log and the number of shown requests. */
export function countAll(rows: readonly Counted[], shown: readonly Counted[]): Counts {
  const classes: Partial<Record<RequestClass, number>> = {};
  const outcomes: Partial<Record<Outcome, number>> = {};
  let total = 0;
  for (const { entry, depth } of rows) {
    classes[entry.requestClass] = (classes[entry.requestClass] ?? 0) + 1;
    if (depth === 1) continue;
    outcomes[entry.outcome] = (outcomes[entry.outcome] ?? 0) + 1;
    total++;
  }
  return { classes, outcomes, total, shown: shown.filter(({ depth }) => depth === 0).length };
}
