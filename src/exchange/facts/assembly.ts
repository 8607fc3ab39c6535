import type { ClosedBecause, ExchangeFacts } from '../../protocol/facts';
import { close, type RequestEvent } from './facts';

/**
 * The exchanges under way, and those just ended. It is changed in place: it belongs to whoever made it.
 */
export interface Assembly {
  readonly exchanges: Map<string, ExchangeFacts>;
  /** Every event of an exchange, or of what may become one, in order of arrival, by request id. */
  readonly events: Map<string, readonly RequestEvent[]>;
  /** What was known of an exchange before its first event here, by id: it was taken back. */
  readonly before: Map<string, ExchangeFacts>;
  /** When an exchange was last heard of, by id. */
  readonly heardAtMs: Map<string, number>;
  /** Ids of exchanges that were taken back after a stop of the background, and have been silent since. */
  readonly resumed: Set<string>;
  /** The latest time stamp of all: an event below it comes late. */
  readonly latest: { atMs: number };
}

/** An assembly with the exchanges that were open when the background was stopped. */
export function openAssembly(resumed: readonly ExchangeFacts[] = [], nowMs = 0): Assembly {
  return {
    exchanges: new Map(resumed.map((facts) => [facts.id, facts])),
    events: new Map(),
    before: new Map(),
    heardAtMs: new Map(resumed.map(({ id }) => [id, nowMs])),
    resumed: new Set(resumed.map(({ id }) => id)),
    latest: { atMs: 0 },
  };
}

/** Puts facts in the place of those that an assembly has, and notes that. */
export function keep(assembly: Assembly, facts: ExchangeFacts, changed: Map<string, ExchangeFacts>): void {
  assembly.exchanges.set(facts.id, facts);
  changed.set(facts.id, facts);
}

/** Facts that we closed, for the browser did not. */
export function closed(facts: ExchangeFacts, because: ClosedBecause, atMs: number): ExchangeFacts {
  return close(facts, { how: 'closed', atMs, because });
}
