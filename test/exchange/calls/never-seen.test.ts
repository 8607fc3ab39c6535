import { describe, expect, test } from 'vitest';
import { answered, neverSeen } from '../../../src/exchange/calls/never-seen';
import { judge } from '../../../src/exchange/verdict/judge';
import type { AskedWorker, HeardCall, PageCall, PolicyViolation } from '../../../src/protocol/page-hints';
import { frameRef } from '../../support/facts';
import { askedWorker, elementCall, pageCall, violation } from '../../support/page-hints';

const insecure = { frame: frameRef({ origin: 'http://page.example' }) };
const elsewhere = { ...insecure, url: 'http://api.example/' };

function verdictOf(heard: HeardCall, violations: readonly PolicyViolation[] = []): string {
  const facts = neverSeen(heard, violations);
  if (!facts) return 'no row';
  const verdict = judge(facts, 'chrome', () => undefined);
  return `${verdict.class} ${verdict.outcome} ${verdict.findings[0]?.code}`;
}

const heard = (call: PageCall, threw: string | null = null): HeardCall => ({ call, end: null, threw });

describe('a call that no request was seen for', () => {
  const ws = { api: 'websocket', mode: 'websocket', url: 'ws://api.example/' } as const;
  const worker = { api: 'worker', mode: null } as const;
  const mixed = 'http://api.example/';

  // biome-ignore format: a table
  test.each<[string, HeardCall, readonly PolicyViolation[], string]>([
    // what                                           call                                                                violations                                       verdict
    ['is open if nothing is known',                   heard(pageCall()),                                                  [],                                              'simple unknown never-seen'],
    ['is blocked by the policy the page was told of', heard(pageCall()),                                                  [violation()],                                   'simple blocked csp'],
    ['but not by one that only reports',              heard(pageCall()),                                                  [violation({ disposition: 'report' })],          'simple unknown never-seen'],
    ['nor by that of another kind',                   heard(pageCall()),                                                  [violation({ directive: 'img-src' })],           'simple unknown never-seen'],
    ['nor by that of another URL',                    heard(pageCall()),                                                  [violation({ blockedUrl: 'https://b.example/' })], 'simple unknown never-seen'],
    ['nor by one of another time',                    heard(pageCall()),                                                  [violation({ atMs: 90_000 })],                   'simple unknown never-seen'],
    ['is blocked by its mode',                        heard(pageCall({ mode: 'same-origin' })),                           [],                                              'simple blocked mode-same-origin'],
    ['not by its mode at home',                       heard(pageCall({ mode: 'same-origin', url: 'https://page.example/' })), [],                                          'same-origin unknown never-seen'],
    ['is blocked by modes that do not go together',   heard(pageCall({ mode: 'no-cors', redirectMode: 'manual' })),       [],                                              'no-cors blocked no-cors-redirect-mode'],
    ['is blocked by its scheme',                      heard(pageCall({ url: 'ftp://api.example/' })),                     [],                                              'simple blocked scheme-not-http'],
    ['whatever its mode is',                          heard(pageCall({ url: 'file:///etc/passwd', mode: 'no-cors' })),    [],                                              'no-cors blocked scheme-not-http'],
    ['is blocked as mixed content',                   heard(pageCall({ url: mixed })),                                    [],                                              'simple blocked mixed-content'],
    ['not from an http: page',                        heard(pageCall(elsewhere)),                                         [],                                              'simple unknown never-seen'],
    ['not to this machine',                           heard(pageCall({ url: 'http://localhost:8080/' })),                 [],                                              'simple unknown never-seen'],
    ['is blocked by its port',                        heard(pageCall({ url: 'https://api.example:22/' })),                [],                                              'simple blocked bad-port'],
    ['is blocked as a WebSocket that is mixed',       heard(pageCall(ws), 'SecurityError'),                               [],                                              'websocket blocked mixed-content'],
    ['failed if it threw for another reason',         heard(pageCall({ ...ws, url: 'wss://api.example/' }), 'SyntaxError'), [],                                            'websocket failed call-threw'],
    ['is preflighted by its headers',                 heard(pageCall({ headerNames: ['x-a', 'accept'] })),                [],                                              'preflighted unknown never-seen'],
    ['is no row of a data: URL',                      heard(pageCall({ url: 'data:,x' })),                                [],                                              'no row'],
    ['is no row of a blob: URL',                      heard(pageCall({ url: 'blob:https://page.example/1' })),            [],                                              'no row'],
    ['is no row of a worker that is known already',   heard(pageCall({ ...worker, url: 'https://page.example/w.js' })),   [],                                              'no row'],
    ['but of one from another origin',                heard(pageCall(worker)),                                            [],                                              'simple blocked mode-same-origin'],
    ['is no row of an image from memory',             heard(elementCall('img')),                                          [],                                              'no row'],
    ['but of one that a policy forbids',              heard(elementCall('img')),                                          [violation({ directive: 'img-src' })],           'no-cors blocked csp'],
    ['is no row of an image that is upgraded',        heard(elementCall('img', { url: mixed })),                          [],                                              'no row'],
    ['but of a script that is not',                   heard(elementCall('script', { url: mixed })),                       [],                                              'no-cors blocked mixed-content'],
  ])('%s', (_, call, violations, verdict) => {
    expect(verdictOf(call, violations)).toBe(verdict);
  });

  test('has an id of its own, no request id, and what the page said', () => {
    const facts = neverSeen(heard(pageCall()), [])!;
    expect(facts).toMatchObject({ id: 'call d1 c1', requestId: '', startedAtMs: 999, initiator: 'document' });
    expect(judge(facts, 'firefox', () => undefined)).toMatchObject({
      credentialsMode: { value: 'same-origin', basis: 'observed' },
      mode: { value: 'cors', basis: 'observed' },
      outcomeBasis: 'observed',
    });
  });

  test('keeps the start of a long URL, with its length, and is still stopped by a policy on the whole', () => {
    const url = `https://api.example/${'x'.repeat(60_000)}`;
    const facts = neverSeen(heard(pageCall({ url })), [violation({ blockedUrl: url })])!;
    expect(facts.hops[0]?.url).toMatch(/^https:\/\/api\.example\/x{2028}… \(60020\)$/);
    expect(facts.page?.call?.call.url).toBe(facts.hops[0]?.url);
    expect(judge(facts, 'chrome', () => undefined).findings[0]?.code).toBe('csp');
  });

  test('names the directive that stopped it', () => {
    const facts = neverSeen(heard(pageCall()), [violation()])!;
    const [finding] = judge(facts, 'chrome', () => undefined).findings;
    expect(finding).toMatchObject({ on: 'request', evidence: { directive: 'connect-src' } });
  });
});

describe('a request that a service worker answered', () => {
  const ended = (call: PageCall, end: HeardCall['end']): HeardCall => ({ call, end, threw: null });
  const xhr = pageCall({ api: 'xhr' });
  const image = elementCall('img');
  const at = (by: string, url = 'https://api.example/'): AskedWorker => askedWorker({ by, url });

  // biome-ignore format: a table
  test.each<[string, AskedWorker, HeardCall | null, string, string]>([
    // what                                       asked                                    call                                      type              verdict
    ['was read',                                  at('fetch'),                             heard(pageCall()),                        'xmlhttprequest', 'simple allowed'],
    ['was read whatever its mode',                at('fetch'),                             heard(pageCall({ mode: 'no-cors' })),     'xmlhttprequest', 'no-cors allowed'],
    ['had the hash that was demanded',            at('fetch'),                             heard(pageCall({ integrity: 'sha256-' })), 'xmlhttprequest', 'simple allowed'],
    ['has its own method',                        at('fetch'),                             heard(pageCall({ method: 'PUT' })),       'xmlhttprequest', 'preflighted allowed'],
    ['came whole',                                at('xmlhttprequest'),                    ended(xhr, 'load'),                       'xmlhttprequest', 'simple allowed'],
    ['was cut short',                             at('xmlhttprequest'),                    ended(xhr, 'error'),                      'xmlhttprequest', 'simple allowed body-cut-short'],
    ['was given up',                              at('xmlhttprequest'),                    ended(xhr, 'aborted'),                    'xmlhttprequest', 'simple allowed body-cut-short'],
    ['is a picture',                              at('img'),                               ended(image, 'load'),                     'image',          'no-cors allowed'],
    ['is none, though one was asked for',         at('img'),                               ended(image, 'error'),                    'image',          'no-cors failed response-unusable'],
    ['is known by its timing alone',              at('fetch'),                             null,                                     'xmlhttprequest', 'simple allowed'],
    ['likewise at home',                          at('fetch', 'https://page.example/'),    null,                                     'xmlhttprequest', 'same-origin allowed'],
    ['likewise a picture',                        at('img'),                               null,                                     'image',          'no-cors allowed'],
    ['likewise a document',                       at('navigation'),                        null,                                     'main_frame',     'navigation allowed'],
    ['likewise what has no name',                 at('other'),                             null,                                     'other',          'no-cors allowed'],
  ])('%s', (_, asked, call, type, words) => {
    const facts = answered('worker d1 1', asked, call);
    const verdict = judge(facts, 'chrome', () => undefined);
    expect(facts).toMatchObject({ type, requestId: '', hops: [{ status: 200, responseHeaders: null }] });
    expect([verdict.class, verdict.outcome, ...verdict.findings.map(({ code }) => code)].join(' ')).toBe(words);
    expect(verdict).toMatchObject({ outcomeBasis: 'observed', candidates: [], unheardUses: [] });
    const isGuessed = verdict.assumptions.some(({ because }) => because === 'answer-timed');
    expect(isGuessed).toBe(call === null && type !== 'main_frame');
  });

  test('is the call’s own row, or one of its own', () => {
    const ids = [heard(pageCall()), null].map((call) => answered('worker d1 1', askedWorker(), call).id);
    expect(ids).toEqual(['call d1 c1', 'worker d1 1']);
    const document = answered('worker d1 1', askedWorker({ by: 'navigation' }), null);
    expect(document).toMatchObject({ frameId: 0, documentId: null, origin: null, startedAtMs: 1_000 });
    expect(answered('worker d1 1', askedWorker({ by: 'beacon' }), null).hops[0]?.method).toBe('POST');
  });
});
