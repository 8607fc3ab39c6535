import type { PastedAnswer } from '../diagnosis/answers';
import { siblingsOf } from '../diagnosis/context';
import type { ExchangeFacts } from '../protocol/facts';
import { type ExplainingContext, explainRecording } from './explain-recording';
import { redactRecording } from './redaction/redact';
import type { Redaction } from './redaction/rules';
import type { ExplainedExchange } from './requests/explain-exchanges';

/**
 * Explains one exchange from redacted facts, for use in a ticket. Of the recording, it uses its preflights and what its
 * causes compare it with.
 */
export function redactedExchange(
  facts: ExchangeFacts,
  exchanges: readonly ExchangeFacts[],
  context: ExplainingContext,
  redaction: Redaction,
  answers: readonly PastedAnswer[] = [],
): ExplainedExchange {
  const ids = [...facts.hops.map(({ preflight }) => preflight), facts.preflightFor?.exchange ?? null];
  const related = new Set([facts, ...siblingsOf(facts, exchanges)]);
  for (const other of exchanges) if (ids.includes(other.id)) related.add(other);
  const recorded = redactRecording(
    {
      page: { url: '', title: null, frames: [] },
      exchanges: [...related].sort((a, b) => a.startedAtMs - b.startedAtMs),
      pageEvents: [],
      audit: null,
      stars: [],
      storedCookies: null,
      answers: answers.filter(
        ({ exchange }) => exchange === facts.id || exchange === facts.preflightFor?.exchange,
      ),
    },
    redaction,
  );
  const [exchange] = explainRecording(recorded, context, { ids: new Set([facts.id]) }).exchanges;
  if (!exchange) throw new Error(`recording: no exchange "${facts.id}"`);
  return exchange;
}
