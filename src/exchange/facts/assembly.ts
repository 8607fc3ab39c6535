import type { ClosedBecause, ExchangeFacts } from '../../protocol/facts';
import { close, type RequestEvent } from './facts';

/** The open exchanges and those that just ended. It is changed in place and belongs to its creator. */
export interface Assembly {
  readonly exchanges: Map<string, ExchangeFacts>;
  /**
   * All events by request id, in order of arrival, including events of requests that have not started yet.
   */
  readonly events: Map<string, readonly RequestEvent[]>;
  /** The restored facts of an exchange from before its first event here, by id. */
  readonly before: Map<string, ExchangeFacts>;
  /** The time of the last event of an exchange, by id. */
  readonly lastEventAtMs: Map<string, number>;
  /** Ids of exchanges that were restored after the background stopped, and had no event since. */
  readonly resumed: Set<string>;
  /** The latest time stamp of all events; an event below it is late. */
  readonly latest: { atMs: number };
}

/** Opens an assembly with the exchanges that were open when the background stopped. */
export function openAssembly(resumed: readonly ExchangeFacts[] = [], nowMs = 0): Assembly {
  return {
    exchanges: new Map(resumed.map((facts) => [facts.id, facts])),
    events: new Map(),
    before: new Map(),
    lastEventAtMs: new Map(resumed.map(({ id }) => [id, nowMs])),
    resumed: new Set(resumed.map(({ id }) => id)),
    latest: { atMs: 0 },
  };
}

/** Replaces the facts of an exchange and records the change. */
export function keep(assembly: Assembly, facts: ExchangeFacts, changed: Map<string, ExchangeFacts>): void {
  assembly.exchanges.set(facts.id, facts);
  changed.set(facts.id, facts);
}

/** Returns facts with an end that we set because the browser reported none. */
export function closed(facts: ExchangeFacts, because: ClosedBecause, atMs: number): ExchangeFacts {
  return close(facts, { how: 'closed', atMs, because });
}
