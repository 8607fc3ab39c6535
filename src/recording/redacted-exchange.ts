import type { Lookup } from '../exchange/verdict/infer-request';
import type { ExchangeFacts } from '../protocol/facts';
import { type ExplainingContext, explainRecording } from './explain-recording';
import { redactRecording } from './redaction/redact';
import type { Redaction } from './redaction/rules';
import type { ExplainedExchange } from './requests/explain-exchanges';

/**
 * Explains one exchange from redacted facts, for use in a ticket. `lookup` finds its preflights; the rest of
 * the recording is not used.
 */
export function redactedExchange(
  facts: ExchangeFacts,
  lookup: Lookup,
  context: ExplainingContext,
  redaction: Redaction,
): ExplainedExchange {
  const related = [...facts.hops.map(({ preflight }) => preflight), facts.preflightFor?.exchange ?? null];
  const recorded = redactRecording(
    {
      page: { url: '', title: null, frames: [] },
      exchanges: [facts, ...related.flatMap((id) => (id === null ? [] : (lookup(id) ?? [])))],
      pageEvents: [],
      audit: null,
      stars: [],
      storedCookies: null,
    },
    redaction,
  );
  const [exchange] = explainRecording(recorded, context).exchanges;
  if (!exchange) throw new Error(`recording: no exchange "${facts.id}"`);
  return exchange;
}
