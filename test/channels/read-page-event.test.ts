import { describe, expect, test } from 'vitest';
import { readImage } from '../../src/channels/canvas';
import { kinds } from '../../src/channels/kinds';
import type { Around } from '../../src/channels/kinds/kind';
import { eventKind, pageEventRules, readPageEvent } from '../../src/channels/read-page-event';
import { writtenCookie } from '../../src/channels/storage';
import { relationOf } from '../../src/engine/site';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { exchangeFacts, frameRef, hopFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';
import { pageWord, reportedCall } from '../support/page-hints';

const page = 'https://page.example';
const around = (part: Partial<Around>): Around => ({
  ...{ exchanges: [], sockets: [], events: [], browser: 'chrome', relationOf },
  ...part,
});
const read = (event: PageEventFacts) => readPageEvent(event, relationOf);
const frame = (origin: string | null, documentId = 'd1') => frameRef({ documentId, origin });
const received = (senderOrigin: string, to: string | null, part = {}) =>
  pageEvent.messageReceived({ senderOrigin, frame: frame(to), ...part });
const survived = (origin: string | null, before: string | null, hadSameValue = true) =>
  pageEvent.windowName({
    action: 'survived',
    frame: frame(origin),
    before: before === null ? null : { origin: before, hadSameValue },
  });
const own = { from: frame(page) };
const refused = (value: string, part: Parameters<typeof pageEvent.domainAssigned>[0] = {}) =>
  pageEvent.domainAssigned({ value, after: 'shop.page.example', errorName: 'SecurityError', ...part });

// biome-ignore format: a table
const cases: readonly (readonly [what: string, event: PageEventFacts, relation: string | null, rule: string, risk: string | null])[] = [
  ['from the same origin',                    received(page, page, { from: frame(page, 'd2') }),          'same-origin', 'message-same-origin',       null],
  ['from an unknown frame',                   received(page, page),                                       'same-origin', 'message-same-origin',       null],
  ['to its own window',                       received(page, page, own),                                  'same-origin', 'message-own-window',        null],
  ['to its own opaque window',                received('null', 'null', { from: frame('null') }),          'same-origin', 'message-own-window',        null],
  ['from the same site',                      received('https://a.page.example', page),                   'same-site',   'message-other-origin',      'check-origin'],
  ['from another site',                       received('https://other.test', page),                       'cross-site',  'message-other-origin',      'check-origin'],
  ['from another scheme',                     received('http://page.example', page),                      'cross-site',  'message-other-origin',      'check-origin'],
  ['from an opaque origin',                   received('null', page),                                     'opaque',      'message-from-opaque',       'null-origin'],
  ['from one opaque to another',              received('null', 'null', { from: frame('null', 'd2') }),    'opaque',      'message-from-opaque',       'null-origin'],
  ['to an opaque origin',                     received(page, 'null'),                                     'opaque',      'message-to-opaque',         'any-document'],
  ['to an unknown origin',                    received(page, null),                                       null,          'message-receiver-unknown',  'check-origin'],
  ['made by the page',                        received('https://bank.test', page, { isTrusted: false }),  'same-origin', 'message-made-by-page',      'forged-event'],
  ['a call',                                  pageEvent.messageSent(),                                    'same-origin', 'message-sent',              null],
  ['a written name',                          pageEvent.windowName(),                                     null,          'name-written',              'next-document'],
  ['a name of unknown origin',                survived(page, null),                                       null,          'name-given',                'name-from-outside'],
  ['a name kept within the origin',           survived(page, page),                                       'same-origin', 'name-kept',                 null],
  ['a name from the same site',               survived(page, 'https://a.page.example'),                   'same-site',   'name-crossed',              'name-leak'],
  ['a name from another site',                survived(page, 'https://other.test'),                       'cross-site',  'name-crossed',              'name-leak'],
  ['a name from an opaque origin',            survived(page, 'null'),                                     'opaque',      'name-crossed',              'name-leak'],
  ['a name that the document did not leave',  survived(page, 'https://other.test', false),                'cross-site',  'name-replaced',             'name-from-outside'],
  ['a name in an unknown document',           survived(null, page),                                       null,          'name-given',                'name-from-outside'],
  ['a fragment set by the document',          pageEvent.fragmentChanged({ by: 'own-realm' }),             'same-origin', 'fragment-own',              null],
  ['a fragment, unknown writer',              pageEvent.fragmentChanged(),                                null,          'fragment-by-unseen',        'fragment-from-outside'],
  ['a script that called back',               pageEvent.scriptLoaded(),                                   'cross-site',  'script-called-back',        'runs-as-page'],
  ['to its own server',                       pageEvent.socketTraffic({ url: 'wss://page.example/x' }),   'same-origin', 'socket-same-origin',        null],
  ['to its server without TLS',               pageEvent.socketTraffic({ url: 'ws://page.example/x' }),    'cross-site',  'socket-other-origin',       'handshake-origin'],
  ['to another server',                       pageEvent.socketTraffic(),                                  'cross-site',  'socket-other-origin',       'handshake-origin'],
  ['a port from another site',                pageEvent.channelTraffic({ from: 'https://other.test' }),   'cross-site',  'port-from-other-origin',    'port-has-no-origin'],
  ['a port from an opaque origin',            pageEvent.channelTraffic({ from: 'null', frame: frame('null') }), 'opaque', 'port-from-other-origin',   'port-has-no-origin'],
  ['a port from its own origin',              pageEvent.channelTraffic({ from: page }),                   'same-origin', 'port-same-origin',          null],
  ['a port created here',                     pageEvent.channelTraffic(),                                 null,          'port-made-here',            null],
  ['a broadcast',                             pageEvent.channelTraffic({ channel: 'broadcast-channel' }), 'same-origin', 'broadcast-same-origin',     null],
  ['a worker',                                pageEvent.channelTraffic({ channel: 'shared-worker' }),     'same-origin', 'worker-of-this-origin',     null],
  ['a worker from a data: URL',               pageEvent.channelTraffic({ channel: 'worker', name: 'data:text/javascript,1' }), 'opaque', 'worker-of-opaque-origin', null],
  ['a domain that is set',                    pageEvent.domainAssigned(),                                 null,          'domain-set',                'domain-opens'],
  ['its own host as domain',                  pageEvent.domainAssigned({ value: 'SHOP.page.example', after: 'shop.page.example' }), null, 'domain-set', 'domain-opens'],
  ['a domain, origin-keyed',                  pageEvent.domainAssigned({ isOriginKeyed: true, after: 'shop.page.example' }), null, 'domain-origin-keyed', null],
  ['a domain that does not change',           pageEvent.domainAssigned({ isOriginKeyed: null, after: 'shop.page.example' }), null, 'domain-origin-keyed', null],
  ['a domain of an opaque origin',            refused('page.example', { frame: frame('null') }),          null,          'domain-of-opaque',          null],
  ['a domain of another site',                refused('other.example'),                                   null,          'domain-not-a-suffix',       null],
  ['a part of a label as domain',             refused('age.example'),                                     null,          'domain-not-a-suffix',       null],
  ['a part of an address',                    refused('0.1', { before: '127.0.0.1' }),                    null,          'domain-not-a-suffix',       null],
  ['a top-level domain',                      refused('example'),                                         null,          'domain-public-suffix',      null],
  ['a public suffix of two parts',            refused('co.uk', { before: 'a.b.co.uk' }),                  null,          'domain-public-suffix',      null],
  ['a private public suffix',                 refused('github.io', { before: 'me.github.io' }),           null,          'domain-public-suffix',      null],
  ['a domain in a sandbox',                   refused('page.example'),                                    null,          'domain-refused',            null],
  ['a domain that is not a string',           pageEvent.domainAssigned({ value: null, errorName: 'SecurityError' }), null, 'domain-refused',          null],
  ['a document of another site',              pageEvent.domAccess(),                                      'cross-site',  'document-of-other-origin',  null],
  ['a document of unknown origin',            pageEvent.domAccess({ url: 'data:text/html,x' }),           null,          'document-of-other-origin',  null],
  ['a window of another origin',              pageEvent.domAccess({ what: 'property', url: '' }),         null,          'window-of-other-origin',    null],
  ['a canvas',                                pageEvent.canvasRefused(),                                  'cross-site',  'canvas-tainted',            null],
  ['a canvas with unknown images',            pageEvent.canvasRefused({ images: [] }),                    null,          'canvas-tainted',            null],
  ['a cookie',                                pageEvent.storageUse(),                                     'same-origin', 'cookie-written',            null],
  ['a cookie of a frame',                     pageEvent.storageUse({ isFramed: true, top: 'https://top.test' }), 'cross-site', 'cookie-written',      null],
  ['storage in a frame',                      pageEvent.storageUse({ outcome: 'used', isFramed: true, top: 'https://a.page.example' }), 'same-site', 'storage-in-frame', null],
  ['storage in a frame, unknown top',         pageEvent.storageUse({ outcome: 'used', isFramed: true }),  null,          'storage-in-frame',          null],
  ['blocked storage',                         pageEvent.storageUse({ outcome: 'refused' }),               'same-origin', 'storage-refused',           null],
  ['a request for storage access',            pageEvent.storageUse({ outcome: 'asked' }),                 'same-origin', 'storage-access-asked',      null],
  ['storage that changed',                    pageEvent.storageUse({ outcome: 'changed', isFramed: true }), 'same-origin', 'storage-changed-elsewhere', null],
  ['a window without its opener',             pageEvent.openedDocument(),                                 'cross-site',  'opener-none',               null],
  ['a window with its opener',                pageEvent.openedDocument({ hasOpener: true, frame: frame(page) }), 'same-origin', 'opener-known',       null],
  ['a window with an unknown opener',         pageEvent.openedDocument({ hasOpener: true, from: null }),  null,          'opener-known',              null],
  ['a window with a cross-origin opener',     pageEvent.openedDocument({ hasOpener: true }),              'cross-site',  'opener-known-across',       'opener-navigable'],
];

describe('a page event', () => {
  test.each(cases)('%s', (_, event, relation, rule, risk) => {
    expect(read(event)).toMatchObject({ relation, rule, risk });
  });

  test('has a case for each rule', () => {
    expect(new Set(cases.map(([, , , rule]) => rule))).toEqual(new Set(Object.keys(pageEventRules)));
  });
});

describe('the ends of an event', () => {
  // biome-ignore format: a table
  test.each<[string, PageEventFacts, object, object]>([
    ['a message',              received('https://b.test', page, { from: frame('https://b.test', 'd2') }), { who: 'frame', origin: 'https://b.test' },   { who: 'frame', origin: page }],
    ['an unknown sender',      received('https://b.test', page),            { who: 'some-frame', frameId: null, origin: 'https://b.test' },               { who: 'frame' }],
    ['a forged sender',        received('https://b.test', page, { isTrusted: false }), { who: 'some-frame', origin: page },                             { who: 'frame' }],
    ['a call',                 pageEvent.messageSent(),                               { who: 'some-frame', origin: page },                                        { who: 'frame', origin: page }],
    ['a written name',         pageEvent.windowName(),                                { who: 'frame', origin: page },                                             { who: 'next-document', origin: null }],
    ['a name that was found',  survived(page, 'https://b.test'),           { who: 'earlier-document', origin: 'https://b.test' },                      { who: 'frame', origin: page }],
    ['a sent socket message',  pageEvent.socketTraffic(),                             { who: 'frame', origin: page },                                             { who: 'server', origin: 'https://live.example' }],
    ['a message of a worker',  pageEvent.channelTraffic({ channel: 'worker' }),       { who: 'worker', origin: page },                                            { who: 'frame', origin: page }],
    ['a sent port message',    pageEvent.channelTraffic({ direction: 'sent' }),       { who: 'frame', origin: page },                                             { who: 'other-end', origin: null }],
    ['a fragment',             pageEvent.fragmentChanged(),                           { who: 'not-visible', origin: null },                                       { who: 'frame', origin: page }],
    ['an opened window',       pageEvent.openedDocument(),                            { who: 'frame', tabId: null, origin: page },                                { who: 'frame', tabId: 2 }],
    ['a window opened by it',  pageEvent.openedDocument({ isFromOpened: true }),      { who: 'frame', tabId: 1, origin: page },                                   { who: 'frame', tabId: 2 }],
  ])('of %s', (_, event, from, to) => {
    expect(read(event)).toMatchObject({ from, to });
  });

  test('have the tab of their frame', () => {
    const opened = { openedTabId: 12, from: frame(page, 'd2') };
    expect(read(received(page, page, opened))).toMatchObject({ from: { tabId: 12 }, to: { tabId: 12 } });
    expect(read(received(page, page, { ...opened, fromTabId: 3 }))).toMatchObject({ from: { tabId: 3 } });
    expect(read(received(page, page, own))).toMatchObject({ from: { tabId: null }, to: { tabId: null } });
  });
});

describe('the invisible facts of an event', () => {
  const data = { text: '1', length: 1 };
  const callSite = { stack: ['at f'] };
  // biome-ignore format: a table
  test.each<[string, PageEventFacts, readonly string[]]>([
    ['an unobserved message',           pageEvent.messageReceived(),                                           ['target-origin', 'sender-frame', 'data-not-read', 'listeners']],
    ['a fully observed message',        pageEvent.messageReceived({ from: frame(page), data, listeners: [] }), ['target-origin']],
    ['a message with "*"',              received(page, 'null', { from: frame(page, 'd2'), data, listeners: [] }), []],
    ['counted messages',                pageEvent.messageReceived({ count: 9, from: frame(page) }),            ['target-origin', 'counted']],
    ['a forged message',                pageEvent.messageReceived({ isTrusted: false, data, listeners: [] }),  []],
    ['a call',                          pageEvent.messageSent({ callSite }),                                   ['arguments', 'calling-frame']],
    ['the 21st call',                   pageEvent.messageSent(),                                               ['arguments', 'calling-frame', 'call-site']],
    ['counted calls',                   pageEvent.messageSent({ count: 9 }),                                   ['arguments', 'calling-frame', 'counted']],
    ['a name',                          pageEvent.windowName({ callSite }),                                    []],
    ['a name at the start',             survived(page, null),                                        ['document-before']],
    ['a socket',                        pageEvent.socketTraffic({ count: 1 }),                                 ['payload']],
    ['a port from a frame',             pageEvent.channelTraffic({ from: page }),                              ['payload', 'other-end']],
    ['a worker',                        pageEvent.channelTraffic({ channel: 'worker', count: 2 }),             ['payload', 'inside-worker', 'counted']],
    ['a domain',                        pageEvent.domainAssigned({ callSite }),                                []],
    ['a document',                      pageEvent.domAccess({ count: 9 }),                                     ['counted']],
    ['a window',                        pageEvent.domAccess({ what: 'property', callSite }),                   ['which-window']],
    ['a canvas',                        pageEvent.canvasRefused({ images: [] }),                               ['drawn', 'call-site']],
    ['a cookie',                        pageEvent.storageUse({ callSite }),                                    ['stored-value']],
    ['storage in a frame',              pageEvent.storageUse({ outcome: 'used', isFramed: true, callSite }),   ['top-origin']],
    ['storage that changed',            pageEvent.storageUse({ outcome: 'changed' }),                         ['stored-value']],
    ['a fragment',                      pageEvent.fragmentChanged(),                                           ['cause']],
    ['a fragment set by the document',  pageEvent.fragmentChanged({ by: 'own-realm' }),                        ['call-site']],
  ])('%s', (_, event, unseen) => {
    expect(read(event).unseen).toEqual(unseen);
  });
});

test('a received message and the call that sent one are two kinds', () => {
  const events = [
    pageEvent.messageReceived(),
    pageEvent.messageSent(),
    pageEvent.windowName(),
    pageEvent.fragmentChanged(),
    pageEvent.socketTraffic(),
  ];
  expect(events.map(eventKind)).toEqual(['received', 'sent', 'window-name', 'location-hash', 'websocket']);
});

describe('the other ends of a broadcast channel', () => {
  const at = (documentId: string, part: Parameters<typeof pageEvent.channelTraffic>[0] = {}) =>
    pageEvent.channelTraffic({
      channel: 'broadcast-channel',
      name: 'cart',
      frame: frame(page, documentId),
      ...part,
    });

  test('are those with its name and origin in other documents, each once', () => {
    const others = [
      at('d2'),
      at('d2'),
      at('d1'),
      at('d3', { name: 'other' }),
      at('d4', { frame: frame('https://b.test', 'd4') }),
      at('d5', { channel: 'worker' }),
      at('d6', { direction: 'sent' }),
    ];
    const seen = (event: ReturnType<typeof at>) =>
      kinds[event.kind]
        .derive(event, around({ events: others }))
        .otherEnds.map(({ documentId }) => documentId);
    expect(seen(at('d1'))).toEqual(['d2', 'd6']);
    expect(seen(at('d1', { channel: 'message-port' }))).toEqual([]);
  });
});

describe('the handshake of a socket', () => {
  const opened = (id: string, documentId: string) =>
    exchangeFacts([hopFacts()], {
      id: `${id} in ${documentId}`,
      page: pageWord(reportedCall({ id, frame: frame(page, documentId) })),
    });

  test('is found by the call in the same document', () => {
    const sockets = [opened('script 1', 'd2'), opened('script 2', 'd1'), opened('script 1', 'd1')];
    const found = (part: Parameters<typeof pageEvent.socketTraffic>[0]) =>
      kinds.websocket.derive(pageEvent.socketTraffic(part), around({ sockets })).exchange;
    expect(found({})).toBe('script 1 in d1');
    expect(found({ call: null })).toBeNull();
    expect(found({ call: 'script 3' })).toBeNull();
  });
});

describe('the documents that are same origin-domain', () => {
  const at = (
    documentId: string,
    origin: string,
    part: Parameters<typeof pageEvent.domainAssigned>[0] = {},
  ) => pageEvent.domainAssigned({ frame: frame(origin, documentId), ...part });
  const shop = at('d1', 'https://shop.page.example');

  test('have set the same value, with the same scheme and another port', () => {
    const others = [
      at('d2', 'https://page.example'),
      at('d3', 'https://pay.page.example:8443', { after: 'pay.page.example' }),
      at('d3', 'https://pay.page.example:8443'),
      at('d4', 'http://pay.page.example'),
      at('d5', 'https://pay.page.example', { isOriginKeyed: true }),
      at('d6', 'https://pay.page.example', { errorName: 'SecurityError' }),
      at('d7', 'https://pay.page.example'),
      at('d7', 'https://pay.page.example', { after: 'pay.page.example' }),
    ];
    const found = (event: typeof shop) =>
      kinds['document-domain']
        .derive(event, around({ events: [shop, ...others] }))
        .sameOriginDomain.map(({ documentId }) => documentId);
    expect(found(shop)).toEqual(['d2', 'd3']);
    expect(found({ ...shop, isOriginKeyed: true })).toEqual([]);
  });
});

describe('an image on a canvas', () => {
  const url = 'https://img.example/cat.png';
  const answered = (...responseHeaders: [string, string][]) => [
    exchangeFacts([hopFacts({ url, response: { status: 200, headerList: responseHeaders } })], {
      type: 'image',
      documentId: 'd1',
      startedAtMs: 1_000,
    }),
  ];
  const image = { url, crossOrigin: null };
  const star: [string, string] = ['Access-Control-Allow-Origin', '*'];
  const vary: [string, string] = ['Vary', 'Accept, Origin'];

  // biome-ignore format: a table
  test.each([
    ['the server allows all origins',     image,                                     answered(star),                                  'attribute',            false],
    ['the server allows another origin',  image,                                     answered(['Access-Control-Allow-Origin', 'https://b.test']), 'attribute-and-header', true],
    ['the server allows none',            image,                                     answered(),                                      'attribute-and-header', true],
    ['the response has Vary: Origin',     image,                                     answered(vary),                                  'attribute-and-header', false],
    ['the response has no-store',         image,                                     answered(['Cache-Control', 'private, no-store']), 'attribute-and-header', false],
    ['requested with CORS',               { ...image, crossOrigin: 'anonymous' },    answered(star),                                  'nothing',              false],
    ['its request was not recorded',      { ...image, url: `${url}?2` },             answered(star),                                  'not-known',            false],
  ] as const)('%s', (_, drawn, exchanges, lacks, isTrap) => {
    const reading = readImage(drawn, pageEvent.canvasRefused({ atMs: 2_000 }), exchanges);
    expect(reading).toMatchObject({ lacks, isTrap });
    expect(reading.exchange === null).toBe(lacks === 'not-known');
  });

  test('belongs to the last earlier request with the same CORS setting', () => {
    const requested = (id: string, startedAtMs: number, ...requestHeaders: [string, string][]) =>
      exchangeFacts([hopFacts({ url, requestHeaders })], { id, startedAtMs, documentId: 'd1' });
    const requests = [
      requested('first', 100),
      requested('shown', 200),
      requested('with', 300, ['Origin', page]),
      requested('late', 3_000),
    ];
    const found = (crossOrigin: 'anonymous' | null) =>
      readImage({ url, crossOrigin }, pageEvent.canvasRefused({ atMs: 2_000 }), requests).exchange?.id;
    expect([found(null), found('anonymous')]).toEqual(['shown', 'with']);
  });
});

describe('a cookie written by a script', () => {
  const inFrame = { isFramed: true, top: 'https://top.test' };
  // biome-ignore format: a table
  test.each<[cookie: string, part: Parameters<typeof pageEvent.storageUse>[0], because: string]>([
    ['sid=; Secure',                              {},                          'taken'],
    ['sid=; Max-Age=0',                           {},                          'taken-away'],
    ['sid=; HttpOnly',                            {},                          'http-only'],
    ['sid=; httponly ; Path=/',                   {},                          'http-only'],
    ['sid=; Domain=other.test',                   {},                          'domain-mismatch'],
    ['sid=; Domain=example',                      {},                          'public-suffix'],
    ['sid=; Secure',                              { frame: frame('http://page.example') }, 'secure-over-http'],
    ['sid=; SameSite=None',                       {},                          'none-without-secure'],
    ['__Host-sid=; Secure',                       {},                          'host-prefix'],
    ['sid=',                                      inFrame,                     'same-site-from-cross-site'],
    ['sid=; SameSite=None; Secure',               inFrame,                     'taken-if-third-party'],
    ['sid=; SameSite=None; Secure; Partitioned',  inFrame,                  'taken'],
    ['sid=; Secure',                              { isFramed: true },          'taken'],
  ])('%s %j: %s', (name, part, because) => {
    expect(writtenCookie(pageEvent.storageUse({ name, ...part }), 'chrome', relationOf)?.because).toBe(because);
  });

  test('is judged by the rules of the browser', () => {
    const cookie = pageEvent.storageUse({ name: 'sid=', ...inFrame });
    expect(writtenCookie(cookie, 'firefox', relationOf)?.because).toBe('taken-if-third-party');
  });

  test('is not judged without an origin, and other uses are not judged', () => {
    expect(writtenCookie(pageEvent.storageUse({ frame: frame('null') }), 'chrome', relationOf)).toBeNull();
    expect(writtenCookie(pageEvent.storageUse({ outcome: 'used' }), 'chrome', relationOf)).toBeNull();
  });
});
