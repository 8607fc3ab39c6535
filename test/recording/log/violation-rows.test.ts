import { describe, expect, test } from 'vitest';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { PageHint, PolicyViolation } from '../../../src/protocol/page-hints';
import { openLog } from '../../../src/recording/log/open-log';
import { exchangeFacts, frameRef } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall, ended, pageCall, violation } from '../../support/page-hints';

/** Opens a log with its own clock, and shows its rows without the exchanges of the browser. */
function openTestLog() {
  let now = 1_000;
  const alarms: { readonly run: () => void; readonly atMs: number }[] = [];
  const log = openLog({
    tabId: 1,
    nowMs: () => now,
    later: (run, ms) => void alarms.push({ run, atMs: now + ms }),
  });
  log.receive({
    type: 'watching',
    browser: { name: 'chrome', version: '156' },
    sinceMs: 500,
    hostPermission: true,
    isPrivate: false,
  });
  return {
    log,
    say(...hints: PageHint[]) {
      for (const hint of hints)
        log.receive({ type: 'page-hints', frame: hint.frame, hints: [hint], withCalls: true, dropped: 0 });
    },
    show: (facts: ExchangeFacts) =>
      log.receive({
        type: 'exchanges',
        exchanges: [{ facts, requestClass: 'no-cors', outcome: 'unknown', mode: 'no-cors' }],
      }),
    pass(ms: number) {
      now += ms;
      for (const { run } of alarms.splice(0).filter(({ atMs }) => atMs <= now)) run();
    },
    reasons: () =>
      log.entries.map(({ facts }) => {
        const { browserReason = null, browserReasonCandidates = [] } = log.verdict(facts.id) ?? {};
        return browserReason ?? browserReasonCandidates.join(' or ');
      }),
    rows: () =>
      log.entries
        .filter(({ facts }) => facts.requestId === '')
        .map(({ facts, outcome, requestClass }) => {
          const [code] = log.verdict(facts.id)?.findings.map((finding) => finding.code) ?? [];
          return `${facts.type} ${facts.hops[0]?.url} ${requestClass} ${outcome} ${code}`;
        }),
  };
}

const url = 'https://api.example/x';
const of = (directive: string, part: Partial<PolicyViolation> = {}) =>
  violation({ blockedUrl: url, directive, ...part });

describe('a violation that no request explains', () => {
  test('of a call leaves open whether Chrome names the policy, because it does not for fetch()', () => {
    const { say, pass, reasons } = openTestLog();
    say(of('connect-src'), of('img-src', { blockedUrl: 'https://api.example/y' }));
    pass(60_000);
    expect(reasons().sort()).toEqual(['csp', 'csp or none']);
  });

  // biome-ignore format: a table
  test.each<[string, PolicyViolation, string]>([
    // what                        violation                                                     row
    ['of a CSS image',             of('img-src'),                                                `image ${url} no-cors blocked csp`],
    ['of a frame, by its origin',  of('frame-src', { blockedUrl: 'https://api.example' }),       'sub_frame https://api.example navigation blocked csp'],
    ['of a plugin',                of('object-src'),                                             `object ${url} no-cors blocked csp`],
    ['of a preloaded script',      of('script-src-elem'),                                        `script ${url} no-cors blocked csp`],
    ['of an imported style sheet', of('style-src-elem'),                                         `stylesheet ${url} no-cors blocked csp`],
    ['of a ping',                  of('connect-src'),                                            `other ${url} no-cors blocked csp`],
    ['of a WebSocket',             of('connect-src', { blockedUrl: 'wss://api.example/' }),      'websocket wss://api.example/ websocket blocked csp'],
    ['of a form',                  of('form-action'),                                            `other ${url} navigation blocked csp`],
    ['of a manifest',              of('manifest-src'),                                           `other ${url} no-cors blocked csp`],
    ['of an Integrity-Policy',     of('script', { type: 'integrity-violation' }),                `script ${url} no-cors blocked integrity-policy`],
  ])('%s becomes a row', (_, hint, row) => {
    const { say, rows, pass } = openTestLog();
    say(hint);
    expect(rows()).toEqual([]);
    pass(2_500);
    expect(rows()).toEqual([row]);
  });

  // biome-ignore format: a table
  test.each<[string, PolicyViolation]>([
    ['of a report-only policy',    of('img-src', { disposition: 'report' })],
    ['of a base URL',              of('base-uri')],
    ['of an embedder policy',      of('image', { type: 'coep-violation' })],
    ['of a data: URL',             of('img-src', { blockedUrl: 'data:image/png' })],
  ])('%s becomes none', (_, hint) => {
    const { say, rows, pass, log } = openTestLog();
    say(hint);
    pass(2_500);
    expect(rows()).toEqual([]);
    expect(log.awaited).toEqual([]);
  });

  test('is awaited until then', () => {
    const { log, say, pass } = openTestLog();
    say(of('img-src'));
    expect(log.awaited).toEqual([{ method: null, url }]);
    pass(2_500);
    expect(log.awaited).toEqual([]);
  });

  test('shares its row with others of the same URL, kind and time', () => {
    const { say, rows, pass, log } = openTestLog();
    say(of('img-src'), of('img-src', { atMs: 1_001 }), of('img-src', { atMs: 9_000 }));
    pass(20_000);
    expect(rows()).toHaveLength(2);
    expect(log.entries[0]?.facts.page?.violations).toHaveLength(2);
  });

  test('takes the URL of the element that it is about', () => {
    const { say, rows, pass } = openTestLog();
    const origin = { blockedUrl: 'https://api.example', atMs: 1_000 };
    say(of('frame-src', origin), of('frame-src', origin));
    say(elementCall('iframe', { id: 'e1', url: `${url}?1`, atMs: 1_020 }), ended('e1', 'load'));
    say(elementCall('iframe', { id: 'e2', url: `${url}?2`, atMs: 1_020 }), ended('e2', 'load'));
    pass(2_500);
    expect(rows()).toEqual([
      `sub_frame ${url}?1 navigation blocked csp`,
      `sub_frame ${url}?2 navigation blocked csp`,
    ]);
  });

  test('does not show its method, except where the kind has only one', () => {
    const { say, log, pass } = openTestLog();
    say(of('form-action'), of('img-src'));
    pass(2_500);
    const [form, image] = log.entries.map(({ facts }) => log.verdict(facts.id)?.assumptions[0]?.field);
    expect(form).toBe('method');
    expect(image).not.toBe('method');
  });
});

describe('a violation becomes no second row', () => {
  test('beside a call of the page', () => {
    const { say, rows, pass } = openTestLog();
    say(pageCall({ url, atMs: 1_000 }), of('connect-src'));
    pass(2_500);
    expect(rows()).toEqual([`xmlhttprequest ${url} simple blocked csp`]);
  });

  test('beside an element that reports it', () => {
    const { say, rows, pass } = openTestLog();
    say(of('img-src'), elementCall('img', { url, atMs: 1_010 }), ended('c1', 'error'));
    pass(2_500);
    expect(rows()).toEqual([`image ${url} no-cors blocked csp`]);
  });

  test('beside an element that reports it late', () => {
    const { say, rows, pass } = openTestLog();
    say(of('img-src'));
    pass(2_500);
    expect(rows()).toHaveLength(1);
    say(elementCall('img', { url, atMs: 1_010 }), ended('c1', 'error'));
    pass(2_500);
    expect(rows()).toHaveLength(1);
  });

  test('beside that of a form into a frame', () => {
    const { say, rows, pass } = openTestLog();
    say(of('form-action'), of('frame-src', { blockedUrl: 'https://api.example', atMs: 1_005 }));
    pass(2_500);
    expect(rows()).toEqual([`other ${url} navigation blocked csp`]);
  });

  test('beside an element, whose row is of the kind that the policy names', () => {
    const { say, rows, pass } = openTestLog();
    const script = of('script', { type: 'integrity-violation' });
    say(script, elementCall('link', { url, atMs: 1_010 }), ended('c1', 'error'));
    pass(2_500);
    expect(rows()).toEqual([`script ${url} no-cors blocked integrity-policy`]);
  });

  const redirected = [{ url: 'https://page.example/', redirectedTo: url }];

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, PolicyViolation]>([
    // request                           facts                                                                           violation
    ['of the same URL',                  exchangeFacts([{ url }], { type: 'image' }),                                    of('img-src')],
    ['of an embedded document',          exchangeFacts([{ url }], { type: 'sub_frame' }),                                of('frame-src', { blockedUrl: 'https://api.example' })],
    ['that was redirected there',        exchangeFacts(redirected, { type: 'image' }),                                   of('img-src')],
    ['of a frame redirected there',      exchangeFacts(redirected, { type: 'sub_frame' }),                               of('frame-src', { blockedUrl: 'https://api.example' })],
    ['of a form redirected there',       exchangeFacts(redirected, { type: 'sub_frame' }),                               of('form-action')],
    ['of a form at the top, redirected', exchangeFacts(redirected, { type: 'main_frame', documentId: null }),            of('form-action')],
  ])('beside a request %s', (_, facts, hint) => {
    const { say, show, rows, pass } = openTestLog();
    show(facts);
    say(hint);
    pass(2_500);
    expect(rows()).toEqual([]);
  });

  test('once its request arrives late', () => {
    const { say, show, rows, pass } = openTestLog();
    say(of('img-src'));
    pass(2_500);
    expect(rows()).toHaveLength(1);
    show(exchangeFacts([{ url }], { type: 'image' }));
    expect(rows()).toEqual([]);
  });

  test('for a request of another document', () => {
    const { say, show, rows, pass } = openTestLog();
    show(exchangeFacts([{ url }], { type: 'image' }));
    say(of('img-src', { frame: frameRef({ frameId: 2, documentId: 'd2' }) }));
    pass(2_500);
    expect(rows()).toHaveLength(1);
  });
});

test('a flood of violations stays within bounds', () => {
  const { say, rows, pass } = openTestLog();
  for (let index = 0; index < 1_500; index++) say(of('img-src', { blockedUrl: `${url}?${index}` }));
  for (let round = 0; round < 20; round++) pass(2_500);
  expect(rows().length).toBeLessThanOrEqual(1_000);
  expect(rows().length).toBeGreaterThanOrEqual(900);
});

describe('an element that the Connection-Allowlist of its page stops', () => {
  const load = (line: string) =>
    exchangeFacts([{ url: 'https://page.example/', response: { status: 200, headerList: headers(line) } }], {
      id: 'load',
      type: 'main_frame',
      frameId: 0,
      startedAtMs: 600,
    });

  // biome-ignore format: a table
  test.each([
    ['iframe', 'Connection-Allowlist: (response-origin)', [`sub_frame ${url} navigation blocked connection-allowlist`]],
    ['object', 'Connection-Allowlist: (response-origin)', [`object ${url} no-cors blocked connection-allowlist`]],
    ['embed',  'Connection-Allowlist: ()',                [`object ${url} no-cors blocked connection-allowlist`]],
    ['iframe', 'Connection-Allowlist: ("https://api.example")', []],
    ['iframe', 'Connection-Allowlist-Report-Only: ()',    []],
    ['iframe', 'Connection-Allowlist: ("https://api.example/:id")', []],
    ['img',    'Connection-Allowlist: ()',                []],
  ])('%s with %s', (name, line, expected) => {
    const { say, show, rows, pass } = openTestLog();
    show(load(line));
    say(elementCall(name, { url }), ended('c1', 'load'));
    pass(60_000);
    expect(rows()).toEqual(expected);
  });

  test('has one row, if the request is seen later', () => {
    const { say, show, rows, pass } = openTestLog();
    show(load('Connection-Allowlist: (response-origin)'));
    say(elementCall('iframe', { url }), ended('c1', 'load'));
    show(exchangeFacts([{ url }], { type: 'sub_frame', frameId: 2, startedAtMs: 900 }));
    pass(60_000);
    expect(rows()).toEqual([]);
  });
});
