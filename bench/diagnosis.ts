import { openDiagnosis } from '../src/diagnosis/diagnose';
import { judge } from '../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../src/protocol/facts';
import { pageEvent } from '../test/support/page-events';
import { recorded } from './recorded';

const sizes = [10_000, 100_000];

/**
 * Measures how long it takes to find the causes of all requests of a recording in which half of them failed and
 * which has as many messages, in milliseconds, and how that grows with its size: 1 is linear.
 */
export async function benchDiagnosis(): Promise<Readonly<Record<string, number>>> {
  const times = sizes.map(diagnosisMs);
  const [small = 0, large = 0] = times;
  return {
    ...Object.fromEntries(sizes.map((size, index) => [`diagnosis.${size}Ms`, Math.round(times[index] ?? 0)])),
    'diagnosis.growth': Math.round((large / small / ((sizes[1] ?? 1) / (sizes[0] ?? 1))) * 1_000) / 1_000,
  };
}

function diagnosisMs(size: number): number {
  const exchanges = Array.from({ length: size }, (_, index) => recorded(index));
  const pageEvents = exchanges.map(({ id }) => pageEvent.messageReceived({ id: `m${id}` }));
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  const lookup = (id: string) => byId.get(id);
  const verdicts = new Map(exchanges.map((facts) => [facts, judge(facts, 'chrome', lookup)]));
  const verdictOf = (facts: ExchangeFacts) => verdicts.get(facts) ?? judge(facts, 'chrome', lookup);
  const startedMs = performance.now();
  const { causesOf } = openDiagnosis({ exchanges, pageEvents, lookup, verdictOf });
  for (const facts of exchanges) causesOf(facts);
  return performance.now() - startedMs;
}
