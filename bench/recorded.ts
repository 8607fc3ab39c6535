import type { ExchangeFacts } from '../src/protocol/facts';
import { exchangeFacts } from '../test/support/facts';

/** The request with that number: of ten servers, and each second one is answered 500 without CORS headers. */
export function recorded(index: number): ExchangeFacts {
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
