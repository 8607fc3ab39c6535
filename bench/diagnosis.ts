import { openDiagnosis } from '../src/diagnosis/diagnose';
import { judge } from '../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../src/protocol/facts';
import { exchangeFacts } from '../test/support/facts';
import { pageEvent } from '../test/support/page-events';

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

/** Requests of ten servers, of which each second one answers 500 without CORS headers. */
function recorded(index: number): ExchangeFacts {
  const isFailed = index % 2 === 1;
  const startedAtMs = 1_000 + index;
  const headerList = isFailed ? [] : [['Access-Control-Allow-Origin', 'https://page.example'] as const];
  const hop = {
    url: `https://api${index % 10}.example/items/${index}`,
    startedAtMs,
    requestHeaders: [['Origin', 'https://page.example'] as const],
    response: { status: isFailed ? 500 : 200, headerList },
    ...(isFailed && { responseStartedAtMs: null }),
  };
  const end = isFailed
    ? ({ how: 'failed', atMs: startedAtMs + 9, error: 'net::ERR_FAILED' } as const)
    : ({ how: 'completed', atMs: startedAtMs + 9, status: 200 } as const);
  return exchangeFacts([hop], { id: `${index}`, requestId: `${index}`, startedAtMs, end });
}
