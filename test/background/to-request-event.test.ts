import { describe, expect, test } from 'vitest';
import { toRequestEvent } from '../../src/background/to-request-event';
import type { RequestDetails } from '../../src/platform/web-request';

const page = 'http://www.a.test/page';
const details = (part: Partial<RequestDetails>): RequestDetails => ({
  requestId: '7',
  timeStamp: 1,
  url: 'http://api.b.test/x',
  method: 'GET',
  tabId: 1,
  frameId: 0,
  type: 'xmlhttprequest',
  ...part,
});

describe('who made a request', () => {
  // biome-ignore format: a table
  test.each<['chrome' | 'firefox', Partial<RequestDetails>, string, string | null]>([
    // browser   details                                                                        initiator           origin
    ['chrome',  { documentId: 'd', initiator: 'http://www.a.test' },                            'unknown',          'http://www.a.test'],
    ['chrome',  { documentId: 'd', initiator: 'null' },                                         'unknown',          'null'],
    ['chrome',  { type: 'image', documentId: 'd', initiator: 'http://www.a.test' },             'document',         'http://www.a.test'],
    ['chrome',  { type: 'main_frame' },                                                         'document',         null],
    ['chrome',  { tabId: -1, frameId: -1, initiator: 'http://www.a.test' },                     'unknown',          'http://www.a.test'],
    ['firefox', { documentId: 'd', originUrl: page, documentUrl: page },                        'document',         'http://www.a.test'],
    ['firefox', { documentId: 'd' },                                                            'document',         'null'],
    ['firefox', { originUrl: 'http://www.a.test/worker.js', documentUrl: page },                'dedicated-worker', 'http://www.a.test'],
    ['firefox', { originUrl: 'http://www.a.test/', documentUrl: page },                         'dedicated-worker', 'http://www.a.test'],
    ['firefox', { originUrl: page, documentUrl: page },                                         'unknown',          'http://www.a.test'],
    ['firefox', { type: 'main_frame' },                                                         'document',         null],
    ['firefox', { type: 'sub_frame', originUrl: page, documentUrl: page },                      'document',         'http://www.a.test'],
  ])('%s, %o: %s of %s', (browser, part, initiator, origin) => {
    expect(toRequestEvent(browser, 'onBeforeRequest', details(part))).toMatchObject({ initiator, origin });
  });

  test('is a worker in Firefox if its URL was loaded as a script', () => {
    const script = 'http://www.a.test/worker.js';
    const event = (url: string) => {
      const own = details({ originUrl: url, documentUrl: url });
      return toRequestEvent('firefox', 'onBeforeRequest', own, (other) => other === script);
    };
    expect(event(script)).toMatchObject({ initiator: 'dedicated-worker' });
    expect(event(page)).toMatchObject({ initiator: 'unknown' });
  });

  test('is of the document around it if it is a frame’s own', () => {
    const parentDocumentId = 'around';
    const event = (type: string) =>
      toRequestEvent('chrome', 'onBeforeRequest', details({ type, parentDocumentId }));
    expect(event('sub_frame')).toMatchObject({ documentId: 'around' });
    expect(event('main_frame')).toMatchObject({ documentId: null });
  });
});

describe('a redirect inside the browser', () => {
  // biome-ignore format: a table
  test.each<['chrome' | 'firefox', Partial<RequestDetails>, string | null]>([
    // browser  details                                                                                              who
    ['chrome',  { statusCode: 302, statusLine: 'HTTP/1.1 302 Found', redirectUrl: 'http://c.test/' },                 null],
    ['chrome',  { statusCode: 307, statusLine: 'HTTP/1.1 307 Internal Redirect', redirectUrl: 'https://api.b.test/x' }, 'hsts'],
    ['chrome',  { statusCode: 307, statusLine: 'HTTP/1.1 307 Internal Redirect', redirectUrl: 'http://c.test/' },     'extension'],
    ['firefox', { statusCode: 302, redirectUrl: 'http://c.test/' },                                                   null],
    ['firefox', { statusCode: 0, redirectUrl: 'http://api.b.test/x' },                                                'service-worker'],
    ['firefox', { statusCode: 0, redirectUrl: 'https://api.b.test/x' },                                               'upgrade-insecure'],
    ['firefox', { statusCode: 0, redirectUrl: 'http://c.test/' },                                                     'extension'],
  ])('%s, %o: %s', (browser, part, internal) => {
    expect(toRequestEvent(browser, 'onBeforeRedirect', details(part))).toMatchObject({ type: 'redirected', internal });
  });
});

describe('what is kept of a header', () => {
  const headersOf = (responseHeaders: RequestDetails['responseHeaders'] & object) => {
    const event = toRequestEvent(
      'chrome',
      'onHeadersReceived',
      details({ statusCode: 200, responseHeaders }),
    );
    return event?.type === 'headers-received' ? event.headerList : null;
  };

  test('is its name and value as they came, repeats too', () => {
    const headers = [
      { name: 'X-A', value: '1' },
      { name: 'x-a', value: '' },
    ];
    expect(headersOf(headers)).toEqual([
      ['X-A', '1'],
      ['x-a', ''],
    ]);
  });

  test('is its bytes, if they are no text', () => {
    expect(headersOf([{ name: 'X-A', binaryValue: [0xff, 0x41] }])).toEqual([['X-A', '\u00ffA']]);
  });

  // biome-ignore format: a table
  test.each([
    // sent by fetch()   browser    webRequest has                        is kept as
    ['\u00c3\u00a9',     'chrome',  { value: '\u00e9' },                  '\u00c3\u00a9'],
    ['\u00c3\u00a9',     'firefox', { value: '\u00c3\u00a9' },            '\u00c3\u00a9'],
    ['\u00e9',           'chrome',  { binaryValue: [0xe9] },               '\u00e9'],
    ['\u00e9',           'firefox', { value: '\u00e9' },                  '\u00e9'],
    ['\u00e4\u00bd\u00a0', 'chrome', { value: '\u4f60' },                '\u00e4\u00bd\u00a0'],
    ['a\u0003\u007f',    'chrome',  { value: 'a\u0003\u007f' },           'a\u0003\u007f'],
  ] as const)('sent as %j is its bytes in %s', (_, browser, header, kept) => {
    const event = toRequestEvent(
      browser,
      'onSendHeaders',
      details({ requestHeaders: [{ name: 'X-A', ...header }] }),
    );
    expect(event?.type === 'headers-sent' && event.headerList).toEqual([['X-A', kept]]);
  });

  test('is its length and the first 64 kB, if it is longer', () => {
    const [[, value = ''] = []] = headersOf([{ name: 'X-A', value: 'a'.repeat(1_000_000) }]) ?? [];
    expect(value.length).toBeLessThan(66_000);
    expect(value).toMatch(/a… \(1000000\)$/);
  });
});

test('our own files are no requests of the page', () => {
  const url = 'chrome-extension://abc/src/devtools/panel.html';
  expect(toRequestEvent('chrome', 'onBeforeRequest', details({ url }))).toBe(null);
});
