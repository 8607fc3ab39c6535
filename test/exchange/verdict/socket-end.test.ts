import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/exchange/verdict/judge';
import type { PageEnd } from '../../../src/protocol/page-hints';
import { exchangeFacts } from '../../support/facts';
import { reportedCall } from '../../support/page-hints';

const url = 'wss://api.example/';

function judged(browser: 'chrome' | 'firefox', isAnswered: boolean, pageEnd: PageEnd | null) {
  const call = reportedCall({ api: 'websocket', url }, pageEnd);
  const none = { response: null, headersAtMs: null, responseStartedAtMs: null };
  const facts = exchangeFacts(
    [{ url, ...(isAnswered ? { response: { status: 101, headerList: [] } } : none) }],
    {
      type: 'websocket',
      end: isAnswered ? { how: 'completed', atMs: 1_010, status: 101 } : null,
      page: { call, possible: [], isOneOfThem: false, violations: [] },
    },
  );
  const { outcome, findings, candidates } = judge(facts, browser, () => undefined);
  return [outcome, ...(candidates.length > 0 ? candidates : findings.map(({ code }) => code))].join(' ');
}

describe('what the page reports about a WebSocket', () => {
  test.each<['chrome' | 'firefox', boolean, PageEnd | null, string]>([
    ['chrome', true, 'load', 'allowed'],
    ['firefox', true, 'load', 'allowed'],
    ['firefox', true, null, 'allowed'],
    // Firefox completes a 101 that it rejects.
    ['firefox', true, 'error', 'failed socket-handshake'],
    // The browser's own observation counts.
    ['chrome', true, 'error', 'allowed'],
    ['firefox', false, null, 'pending'],
    ['firefox', false, 'error', 'failed aborted socket-handshake network-other'],
  ])('in %s, answered: %s, with %s: %s', (browser, isAnswered, pageEnd, expected) => {
    expect(judged(browser, isAnswered, pageEnd)).toBe(expected);
  });
});
