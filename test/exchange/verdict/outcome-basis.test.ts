import { expect, test } from 'vitest';
import { factsOfUnsentCall } from '../../../src/exchange/calls/unsent-call';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ClosedBecause, ExchangeFacts } from '../../../src/protocol/facts';
import type { PageCall, PolicyViolation, ReportedCall } from '../../../src/protocol/page-hints';
import { exchangeFacts, hopFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { pageCall, pageWord, violation } from '../../support/page-hints';

const unseen = (
  call: Partial<PageCall>,
  more: Partial<ReportedCall> = {},
  violations: readonly PolicyViolation[] = [],
): ExchangeFacts => {
  const facts = factsOfUnsentCall(
    { call: pageCall(call), end: null, threw: null, ...more },
    violations,
    true,
  );
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
const unfollowed = (redirectMode: 'manual' | 'error'): ExchangeFacts =>
  exchangeFacts(
    [
      {
        requestHeaders: headers('Origin: https://page.example'),
        response: {
          status: 302,
          headerList: headers('Access-Control-Allow-Origin: *\nLocation: https://other.example/'),
        },
        redirectedTo: 'https://other.example/',
        responseStartedAtMs: null,
      },
    ],
    {
      end: { how: 'failed', atMs: 1_012, error: 'net::ERR_ABORTED' },
      page: pageWord(pageCall({ redirectMode })),
    },
  );
const closed = (because: ClosedBecause): ExchangeFacts =>
  exchangeFacts([{ response: null, responseStartedAtMs: null }], {
    end: { how: 'closed', atMs: 1_012, because },
  });
const opaque = (call: Partial<PageCall>): ExchangeFacts =>
  exchangeFacts([{ requestHeaders: headers('Sec-Fetch-Mode: no-cors') }], {
    page: pageWord(pageCall({ mode: 'no-cors', ...call })),
  });
const mixed = { url: 'http://api.example/' };
const socket = { api: 'websocket', mode: 'websocket', url: 'ws://api.example/' } as const;

// biome-ignore format: a table
test.each<[string, ExchangeFacts, 'blocked' | 'allowed' | 'opaque' | 'failed' | 'unknown', 'observed' | 'computed']>([
  // what                                            facts                                               outcome    basis
  ['a frame that its headers forbid',                frame('X-Frame-Options: DENY'),                     'blocked', 'computed'],
  ['a frame that its headers allow',                 frame('X-None: 1'),                                 'allowed', 'observed'],
  ['a frame that a policy of its headers allows',    frame('X-Frame-Options: ALLOWALL'),                 'allowed', 'computed'],
  ['a redirect that was not to be followed',         unfollowed('manual'),                               'opaque',  'computed'],
  ['a redirect that was to fail',                    unfollowed('error'),                                'failed',  'computed'],
  ['a redirect to a scheme that cannot be fetched',  closed('redirect-scheme'),                          'blocked', 'computed'],
  ['a request whose document is gone',               { ...closed('document-gone'), page: pageWord(pageCall()) }, 'failed',  'computed'],
  ['an opaque response with an integrity',           opaque({ integrity: 'sha256-x' }),                  'failed',  'computed'],
  ['an opaque response',                             opaque({}),                                         'opaque',  'observed'],
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
