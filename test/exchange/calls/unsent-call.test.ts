import { describe, expect, test } from 'vitest';
import { factsOfUnsentCall, factsOfWorkerAnswer } from '../../../src/exchange/calls/unsent-call';
import { judge } from '../../../src/exchange/verdict/judge';
import { headline } from '../../../src/prose/headline';
import type { PageCall, PolicyViolation, ReportedCall, WorkerTiming } from '../../../src/protocol/page-hints';
import { frameRef } from '../../support/facts';
import { askedWorker, elementCall, pageCall, violation } from '../../support/page-hints';

const insecure = { frame: frameRef({ origin: 'http://page.example' }) };
const elsewhere = { ...insecure, url: 'http://api.example/' };

function verdictOf(reported: ReportedCall, violations: readonly PolicyViolation[] = []): string {
  const facts = factsOfUnsentCall(reported, violations, true);
  if (!facts) return 'no row';
  const verdict = judge(facts, 'chrome', () => undefined);
  return `${verdict.requestClass} ${verdict.outcome} ${verdict.findings[0]?.code}`;
}

const reported = (call: PageCall, threw: string | null = null): ReportedCall => ({ call, end: null, threw });

describe('a call without a request', () => {
  const ws = { api: 'websocket', mode: 'websocket', url: 'ws://api.example/' } as const;
  const worker = { api: 'worker', mode: null } as const;
  const mixed = 'http://api.example/';

  // biome-ignore format: a table
  test.each<[string, ReportedCall, readonly PolicyViolation[], string]>([
    // what                                              call                                                                violations                                       verdict
    ['is open if nothing is known',                      reported(pageCall()),                                                  [],                                              'simple unknown never-seen'],
    ['is blocked by the policy that the page reported',  reported(pageCall()),                                                  [violation()],                                   'simple blocked csp'],
    ['but not by a report-only policy',                  reported(pageCall()),                                                  [violation({ disposition: 'report' })],          'simple unknown never-seen'],
    ['nor by a violation of another kind',               reported(pageCall()),                                                  [violation({ directive: 'img-src' })],           'simple unknown never-seen'],
    ['nor by a violation of another URL',                reported(pageCall()),                                                  [violation({ blockedUrl: 'https://b.example/' })], 'simple unknown never-seen'],
    ['nor by a violation at another time',               reported(pageCall()),                                                  [violation({ atMs: 90_000 })],                   'simple unknown never-seen'],
    ['is blocked by its mode',                           reported(pageCall({ mode: 'same-origin' })),                           [],                                              'simple blocked mode-same-origin'],
    ['but not by its mode on the same origin',           reported(pageCall({ mode: 'same-origin', url: 'https://page.example/' })), [],                                          'same-origin unknown never-seen'],
    ['is blocked by modes that exclude each other',      reported(pageCall({ mode: 'no-cors', redirectMode: 'manual' })),       [],                                              'no-cors blocked no-cors-redirect-mode'],
    ['is blocked by its scheme',                         reported(pageCall({ url: 'ftp://api.example/' })),                     [],                                              'simple blocked scheme-not-http'],
    ['of another extension’s file is not shown',         reported(pageCall({ url: 'chrome-extension://abc/x.json' })),          [],                                              'simple unknown never-seen'],
    ['of one in Firefox too',                            reported(pageCall({ url: 'moz-extension://abc/x.json' })),             [],                                              'simple unknown never-seen'],
    ['of one with mode same-origin is blocked',          reported(pageCall({ url: 'chrome-extension://abc/x', mode: 'same-origin' })), [],                                       'simple blocked mode-same-origin'],
    ['whatever its mode is',                             reported(pageCall({ url: 'file:///etc/passwd', mode: 'no-cors' })),    [],                                              'no-cors blocked scheme-not-http'],
    ['is blocked as mixed content',                      reported(pageCall({ url: mixed })),                                    [],                                              'simple blocked mixed-content'],
    ['but not from an http: page',                       reported(pageCall(elsewhere)),                                         [],                                              'simple unknown never-seen'],
    ['nor to localhost',                                 reported(pageCall({ url: 'http://localhost:8080/' })),                 [],                                              'simple unknown never-seen'],
    ['is blocked by its port',                           reported(pageCall({ url: 'https://api.example:22/' })),                [],                                              'simple blocked bad-port'],
    ['is blocked as a mixed WebSocket',                  reported(pageCall(ws), 'SecurityError'),                               [],                                              'websocket blocked mixed-content'],
    ['failed if it threw for another reason',            reported(pageCall({ ...ws, url: 'wss://api.example/' }), 'SyntaxError'), [],                                            'websocket failed call-threw'],
    ['is preflighted because of its headers',            reported(pageCall({ headerNames: ['x-a', 'accept'] })),                [],                                              'preflighted unknown never-seen'],
    ['gets no row for a data: URL',                      reported(pageCall({ url: 'data:,x' })),                                [],                                              'no row'],
    ['gets no row for a blob: URL',                      reported(pageCall({ url: 'blob:https://page.example/1' })),            [],                                              'no row'],
    ['gets no row for a worker that is known already',   reported(pageCall({ ...worker, url: 'https://page.example/w.js' })),   [],                                              'no row'],
    ['but one for a worker of another origin',           reported(pageCall(worker)),                                            [],                                              'simple blocked worker-cross-origin'],
    ['gets no row for an image from memory',             reported(elementCall('img')),                                          [],                                              'no row'],
    ['but one for an image that a policy blocks',        reported(elementCall('img')),                                          [violation({ directive: 'img-src' })],           'no-cors blocked csp'],
    ['gets no row for an image that is upgraded',        reported(elementCall('img', { url: mixed })),                          [],                                              'no row'],
    ['but one for a script that is not',                 reported(elementCall('script', { url: mixed })),                       [],                                              'no-cors blocked mixed-content'],
  ])('%s', (_, call, violations, verdict) => {
    expect(verdictOf(call, violations)).toBe(verdict);
  });

  test.each<[string, ReportedCall, string]>([
    ['a local file', reported(pageCall({ url: 'file:///etc/passwd' })), 'other SOP'],
    [
      'the source of a page',
      reported(pageCall({ url: 'view-source:https://a.example/' })),
      'CorsDisabledScheme SOP',
    ],
    ['a page of the browser', reported(pageCall({ url: 'chrome://version/' })), 'CorsDisabledScheme '],
    [
      'another scheme',
      reported(pageCall({ url: 'ftp://api.example/' })),
      'CorsDisabledScheme CORSRequestNotHttp',
    ],
    ['an SVG of another origin', reported(elementCall('use')), 'origin SOP'],
    ['a filter of another origin', reported(elementCall('filter')), 'origin SOP'],
  ])('has the reason that each browser prints: %s', (_, call, words) => {
    const facts = factsOfUnsentCall(call, [], true)!;
    const said = (['chrome', 'firefox'] as const).map(
      (browser) => judge(facts, browser, () => undefined).browserReason,
    );
    expect(said.join(' ')).toBe(words);
  });

  test('names the element that loads only from its own origin', () => {
    const facts = factsOfUnsentCall(reported(elementCall('use')), [], true)!;
    const verdict = judge(facts, 'chrome', () => undefined);
    expect(headline(facts, verdict, 'en', 'Chrome')).toContain('<use>');
  });

  test("has its own id, no request id, and the page's report", () => {
    const facts = factsOfUnsentCall(reported(pageCall()), [], true)!;
    expect(facts).toMatchObject({ id: 'call d1 c1', requestId: '', startedAtMs: 999, initiator: 'document' });
    expect(judge(facts, 'firefox', () => undefined)).toMatchObject({
      credentialsMode: { value: 'same-origin', basis: 'observed' },
      mode: { value: 'cors', basis: 'observed' },
      outcomeBasis: 'observed',
    });
  });

  test('keeps the start of a long URL and its length, and still matches a violation of the whole URL', () => {
    const url = `https://api.example/${'x'.repeat(60_000)}`;
    const facts = factsOfUnsentCall(reported(pageCall({ url })), [violation({ blockedUrl: url })], true)!;
    expect(facts.hops[0]?.url).toMatch(/^https:\/\/api\.example\/x{2028}… \(60020\)$/);
    expect(facts.page?.call?.call.url).toBe(facts.hops[0]?.url);
    expect(judge(facts, 'chrome', () => undefined).findings[0]?.code).toBe('csp');
  });

  test('names the directive that blocked it', () => {
    const facts = factsOfUnsentCall(reported(pageCall()), [violation()], true)!;
    const [finding] = judge(facts, 'chrome', () => undefined).findings;
    expect(finding).toMatchObject({ on: 'request', evidence: { directive: 'connect-src' } });
  });
});

describe('an element that reported an error', () => {
  const failed = (call: PageCall): ReportedCall => ({ call, end: 'error', threw: null });
  const rowOf = (call: PageCall, isUrlRequested = false) => {
    const facts = factsOfUnsentCall(failed(call), [], isUrlRequested);
    const verdict = facts && judge(facts, 'chrome', () => undefined);
    return verdict && `${verdict.outcome} ${verdict.candidates.join(', ')}`;
  };
  const opaque = 'unknown service-worker-opaque, service-worker-failed, never-seen';

  // biome-ignore format: a table
  test.each<[string, PageCall, string | null]>([
    ['an image by CORS',            elementCall('img', {}, 'anonymous'),                                opaque],
    ['a module',                    elementCall('script', {}, null, true),                              opaque],
    ['an image',                    elementCall('img'),                                                 'unknown service-worker-failed, never-seen'],
    ['an image on an http: page',   elementCall('img', insecure, 'anonymous'),                          null],
    ['a source, whose type may be unknown', elementCall('source'),                                      null],
    ['an image of a data: URL',     elementCall('img', { url: 'data:,x' }),                             null],
  ])('has a row if its URL was not requested: %s', (_, call, row) => {
    expect(rowOf(call)).toBe(row);
    expect(rowOf(call, true)).toBeNull();
  });
});

describe('a request that a service worker answered', () => {
  const ended = (call: PageCall, end: ReportedCall['end']): ReportedCall => ({ call, end, threw: null });
  const xhr = pageCall({ api: 'xhr' });
  const image = elementCall('img');
  const at = (by: string, url = 'https://api.example/'): WorkerTiming => askedWorker({ by, url });

  // biome-ignore format: a table
  test.each<[string, WorkerTiming, ReportedCall | null, string, string]>([
    // what                                       asked                                    call                                      type              verdict
    ['was readable',                              at('fetch'),                             reported(pageCall()),                        'xmlhttprequest', 'simple allowed'],
    ['was readable in any mode',                  at('fetch'),                             reported(pageCall({ mode: 'no-cors' })),     'xmlhttprequest', 'no-cors allowed'],
    ['matched the required hash',                 at('fetch'),                             reported(pageCall({ integrity: 'sha256-' })), 'xmlhttprequest', 'simple allowed'],
    ['has its own method',                        at('fetch'),                             reported(pageCall({ method: 'PUT' })),       'xmlhttprequest', 'preflighted allowed'],
    ['was complete',                              at('xmlhttprequest'),                    ended(xhr, 'load'),                       'xmlhttprequest', 'simple allowed'],
    ['was cut short',                             at('xmlhttprequest'),                    ended(xhr, 'error'),                      'xmlhttprequest', 'simple allowed body-cut-short'],
    ['was aborted',                               at('xmlhttprequest'),                    ended(xhr, 'aborted'),                    'xmlhttprequest', 'simple allowed body-cut-short'],
    ['is an image',                               at('img'),                               ended(image, 'load'),                     'image',          'no-cors allowed'],
    ['is no response although one was expected',  at('img'),                               ended(image, 'error'),                    'image',          'no-cors failed response-unusable'],
    ['is known only from its timing',             at('fetch'),                             null,                                     'xmlhttprequest', 'simple allowed'],
    ['is known so for the same origin',           at('fetch', 'https://page.example/'),    null,                                     'xmlhttprequest', 'same-origin allowed'],
    ['is known so for an image',                  at('img'),                               null,                                     'image',          'no-cors allowed'],
    ['is known so for a document',                at('navigation'),                        null,                                     'main_frame',     'navigation allowed'],
    ['is known so without a type',                at('other'),                             null,                                     'other',          'no-cors allowed'],
  ])('%s', (_, timing, call, type, words) => {
    const facts = factsOfWorkerAnswer('worker d1 1', timing, call);
    const verdict = judge(facts, 'chrome', () => undefined);
    expect(facts).toMatchObject({ type, requestId: '', hops: [{ timedStatus: 200, response: null }] });
    expect([verdict.requestClass, verdict.outcome, ...verdict.findings.map(({ code }) => code)].join(' ')).toBe(words);
    expect(verdict).toMatchObject({ outcomeBasis: 'observed', candidates: [], possibleUseFailures: [] });
    const isGuessed = verdict.assumptions.some(({ because }) => because === 'answer-timed');
    expect(isGuessed).toBe(call === null && type !== 'main_frame');
  });

  test('is the row of its call, or a row of its own', () => {
    const ids = [reported(pageCall()), null].map(
      (call) => factsOfWorkerAnswer('worker d1 1', askedWorker(), call).id,
    );
    expect(ids).toEqual(['call d1 c1', 'worker d1 1']);
    const document = factsOfWorkerAnswer('worker d1 1', askedWorker({ by: 'navigation' }), null);
    expect(document).toMatchObject({ frameId: 0, documentId: null, origin: null, startedAtMs: 1_000 });
    expect(factsOfWorkerAnswer('worker d1 1', askedWorker({ by: 'beacon' }), null).hops[0]?.method).toBe(
      'POST',
    );
  });
});
