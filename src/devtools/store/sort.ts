import { durationMs } from '../../exchange/facts/duration';
import { lastHop } from '../../exchange/facts/facts';
import { accessOf } from '../../exchange/verdict/classify';
import type { Verdict } from '../../exchange/verdict/verdict';
import { statusOf } from '../../protocol/facts';
import type { Entry } from '../../recording/log/entries';

/** A column of the Requests table that rows can be sorted by. */
export type Column =
  | 'started'
  | 'class'
  | 'method'
  | 'url'
  | 'origin'
  | 'access'
  | 'reason'
  | 'status'
  | 'time';

/** The column and direction of a sort. */
export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

/** The part of a row that sorting uses. */
interface Sortable {
  readonly entry: Entry;
  readonly verdict: Verdict;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Returns a function that compares two rows by a column. */
export function compareBy(column: Column): (a: Sortable, b: Sortable) => number {
  const key = keys[column];
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return typeof left === 'number' && typeof right === 'number'
      ? left - right
      : collator.compare(String(left), String(right));
  };
}

const keys: Readonly<Record<Column, (row: Sortable) => string | number>> = {
  started: ({ entry }) => entry.facts.startedAtMs,
  class: ({ entry }) => (entry.outcome === 'blocked' ? ' blocked' : entry.requestClass),
  method: ({ entry }) => entry.facts.hops.at(-1)?.method ?? '',
  url: ({ entry }) => entry.facts.hops.at(-1)?.url ?? '',
  origin: ({ entry }) => entry.facts.origin ?? '',
  access: ({ entry, verdict }) => accessOf(entry.facts, verdict.mode.value),
  reason: ({ verdict }) => verdict.findings[0]?.code ?? '',
  status: ({ entry }) => statusOf(lastHop(entry.facts)) ?? -1,
  time: ({ entry }) => durationMs(entry.facts) ?? Number.POSITIVE_INFINITY,
};
