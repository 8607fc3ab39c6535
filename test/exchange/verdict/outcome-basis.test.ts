import { expect, test } from 'vitest';
import { neverSeen } from '../../../src/exchange/calls/never-seen';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { HeardCall, PageCall, PolicyViolation } from '../../../src/protocol/page-hints';
import { exchangeFacts, hopFacts } from '../../support/facts';
import { pageCall, violation } from '../../support/page-hints';

const unseen = (
  call: Partial<PageCall>,
  more: Partial<HeardCall> = {},
  violations: readonly PolicyViolation[] = [],
): ExchangeFacts => {
  const facts = neverSeen({ call: pageCall(call), end: null, threw: null, ...more }, violations);
  if (!facts) throw new Error('no row');
  return facts;
};
const frame = (header: string): ExchangeFacts =>
  exchangeFacts([hopFacts({ responseHeaders: [header.split(': ') as [string, string]] })], {
    type: 'sub_frame',
    ancestors: ['https://page.example'],
  });
const mixed = { url: 'http://api.example/' };
const socket = { api: 'websocket', mode: 'websocket', url: 'ws://api.example/' } as const;

// biome-ignore format: a table
test.each<[string, ExchangeFacts, 'blocked' | 'allowed' | 'failed' | 'unknown', 'observed' | 'computed']>([
  // what                                         facts                                               outcome    basis
  ['a frame whose headers refuse the page',       frame('X-Frame-Options: DENY'),                     'blocked', 'computed'],
  ['a frame whose headers do not',                frame('X-None: 1'),                                 'allowed', 'observed'],
  ['mixed content that became no request',        unseen(mixed),                                      'blocked', 'computed'],
  ['the same, which the page saw fail',           unseen(mixed, { end: 'error' }),                    'blocked', 'observed'],
  ['the same, which threw',                       unseen(socket, { threw: 'SecurityError' }),         'blocked', 'observed'],
  ['a bad port',                                  unseen({ url: 'https://api.example:22/' }),         'blocked', 'computed'],
  ['a mode that does not let it out',             unseen({ mode: 'same-origin' }),                    'blocked', 'computed'],
  ['a scheme that CORS does not know',            unseen({ url: 'ftp://api.example/' }),              'blocked', 'computed'],
  ['a policy that the page was told of',          unseen({}, {}, [violation()]),                      'blocked', 'observed'],
  ['an argument that the browser did not take',   unseen({ ...socket, url: 'wss://api.example/' }, { threw: 'SyntaxError' }), 'failed', 'observed'],
  ['nothing that is known',                       unseen({}),                                         'unknown', 'observed'],
])('in Chrome the outcome of %s', (_, facts, outcome, outcomeBasis) => {
  expect(judge(facts, 'chrome', () => undefined)).toMatchObject({ outcome, outcomeBasis });
});
