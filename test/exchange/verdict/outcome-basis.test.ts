import { expect, test } from 'vitest';
import { factsOfUnsentCall } from '../../../src/exchange/calls/unsent-call';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { PageCall, PolicyViolation, ReportedCall } from '../../../src/protocol/page-hints';
import { exchangeFacts, hopFacts } from '../../support/facts';
import { pageCall, violation } from '../../support/page-hints';

const unseen = (
  call: Partial<PageCall>,
  more: Partial<ReportedCall> = {},
  violations: readonly PolicyViolation[] = [],
): ExchangeFacts => {
  const facts = factsOfUnsentCall({ call: pageCall(call), end: null, threw: null, ...more }, violations);
  if (!facts) throw new Error('no row');
  return facts;
};
const frame = (header: string): ExchangeFacts =>
  exchangeFacts(
    [hopFacts({ response: { status: 200, headerList: [header.split(': ') as [string, string]] } })],
    {
      type: 'sub_frame',
      ancestors: ['https://page.example'],
    },
  );
const mixed = { url: 'http://api.example/' };
const socket = { api: 'websocket', mode: 'websocket', url: 'ws://api.example/' } as const;

// biome-ignore format: a table
test.each<[string, ExchangeFacts, 'blocked' | 'allowed' | 'failed' | 'unknown', 'observed' | 'computed']>([
  // what                                            facts                                               outcome    basis
  ['a frame that its headers forbid',                frame('X-Frame-Options: DENY'),                     'blocked', 'computed'],
  ['a frame that its headers allow',                 frame('X-None: 1'),                                 'allowed', 'observed'],
  ['mixed content without a request',                unseen(mixed),                                      'blocked', 'computed'],
  ['mixed content whose failure the page reported',  unseen(mixed, { end: 'error' }),                    'blocked', 'observed'],
  ['mixed content that threw',                       unseen(socket, { threw: 'SecurityError' }),         'blocked', 'observed'],
  ['a bad port',                                     unseen({ url: 'https://api.example:22/' }),         'blocked', 'computed'],
  ['a mode that forbids it',                         unseen({ mode: 'same-origin' }),                    'blocked', 'computed'],
  ['a scheme without CORS',                          unseen({ url: 'ftp://api.example/' }),              'blocked', 'computed'],
  ['a policy that the page reported',                unseen({}, {}, [violation()]),                      'blocked', 'observed'],
  ['an argument that the browser rejected',          unseen({ ...socket, url: 'wss://api.example/' }, { threw: 'SyntaxError' }), 'failed', 'observed'],
  ['a call about which nothing is known',            unseen({}),                                         'unknown', 'observed'],
])('in Chrome the outcome of %s', (_, facts, outcome, outcomeBasis) => {
  expect(judge(facts, 'chrome', () => undefined)).toMatchObject({ outcome, outcomeBasis });
});
