import type { BrowserName } from '../engine';
import { judge, type Verdict } from '../exchange/verdict/judge';
import type { ExchangeFacts } from '../protocol/facts';
import { redactRecording } from './redaction/redact';
import type { Redaction } from './redaction/rules';

/** An exchange, and what is made of it. */
export interface JudgedExchange {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
}

/** The exchanges of a recording, judged by these facts alone; `ids`: those that are wanted, null or none for all. */
export function judged(
  exchanges: readonly ExchangeFacts[],
  browser: BrowserName,
  ids?: ReadonlySet<string> | null,
): readonly JudgedExchange[] {
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  return exchanges
    .filter(({ id }) => !ids || ids.has(id))
    .map((facts) => ({ facts, verdict: judge(facts, browser, (id) => byId.get(id)) }));
}

/** One exchange of a recording as it may leave by itself. `lookup` finds its preflights. */
export function redactedExchange(
  facts: ExchangeFacts,
  lookup: (id: string) => ExchangeFacts | undefined,
  browser: BrowserName,
  redaction: Redaction,
): JudgedExchange {
  const related = [...facts.hops.map(({ preflight }) => preflight), facts.preflightFor?.exchange ?? null];
  const { exchanges } = redactRecording(
    {
      page: { url: '', title: null, frames: [] },
      exchanges: [facts, ...related.flatMap((id) => (id === null ? [] : (lookup(id) ?? [])))],
      pageEvents: [],
      audit: null,
      stars: [],
      keptCookies: null,
    },
    redaction,
  );
  const [own] = judged(exchanges, browser);
  if (!own) throw new Error(`recording: no exchange "${facts.id}"`);
  return own;
}
