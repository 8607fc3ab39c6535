import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { Report } from '../../../src/report/model';
import { frames, pageEvents } from '../../devtools/gallery/page-events';
import { situations } from '../../devtools/gallery/situations';
import { anyHeaders, anyMethod, anyUrl } from '../../support/arbitrary';
import { exchangeFacts, frameRef, hopFacts, keptCookie, nestedFrames } from '../../support/facts';
import { pageEvent } from '../../support/page-events';
import { exchangesOf, type ReportPart, recordingsOf, reportOfFacts } from '../../support/reports';
import { runs } from '../../support/runs';
import { differences } from '../../support/same-but-placeholders';
import { plantSecrets } from '../../support/secret-places';

/** Returns the texts that only the redacted report contains, except placeholders. It must be empty. */
function changes(
  exchanges: readonly ExchangeFacts[],
  redaction: 'minimal' | 'readable',
  part: ReportPart = {},
): readonly string[] {
  const { redacted, redaction: none, ...whole } = reportOfFacts(exchanges, part);
  const left = reportOfFacts(exchanges, { ...part, redaction });
  expect([redacted, none, left.redacted, left.redaction]).toEqual([false, 'everything', true, redaction]);
  return differences(
    { ...left, exchanges: withCommonFirst(left, whole), redacted: null, redaction: null },
    { ...whole, exchanges: withCommonFirst(whole, left), redacted: null, redaction: null },
  );
}

/**
 * Returns the exchanges of a report with the words first that the other report's policies have too: the lists of a
 * policy are sorted, and placeholders sort differently from what they stand for.
 */
function withCommonFirst(one: Pick<Report, 'exchanges'>, other: Pick<Report, 'exchanges'>) {
  return one.exchanges.map((exchange, index) => {
    const { policy } = exchange.fix;
    const otherPolicy = other.exchanges[index]?.fix.policy;
    if (!policy || !otherPolicy) return exchange;
    const names = ['origins', 'methods', 'requestHeaders', 'exposedHeaders'] as const;
    const lists = names.map((name) => {
      const isCommon = (word: string) => otherPolicy[name].includes(word);
      return [name, [...policy[name].filter(isCommon), ...policy[name].filter((word) => !isCommon(word))]];
    });
    return { ...exchange, fix: { ...exchange.fix, policy: { ...policy, ...Object.fromEntries(lists) } } };
  });
}

describe.each(['minimal', 'readable'] as const)('a %s report', (redaction) => {
  test.each(['chrome', 'firefox'] as const)('judges what %s recorded like the full report', (browser) => {
    const recordings = recordingsOf(browser);
    expect(recordings.length).toBeGreaterThan(100);
    for (const recording of recordings) {
      expect(changes(exchangesOf(recording), redaction, { browser }), recording.name).toEqual([]);
    }
  });

  test.each(['chrome', 'firefox'] as const)('judges the gallery in %s like the full report', (browser) => {
    expect(changes(situations, redaction, { browser, frames, pageEvents })).toEqual([]);
  });

  test('joins and judges a recording full of secrets like the full report', () => {
    const { exchanges, secrets, ...part } = plantSecrets(1);
    expect(changes(exchanges, redaction, part)).toEqual([]);
  });

  test.each(['-#:', '#x:', 'x9z:', 'x9z:y', '1x:8080', 'loc4l:8080', '%:', '://', 'x9z#:', '?x:', '[x9z]:1'])(
    'treats %s as an origin exactly if the full report does',
    (value) => {
      const answer = hopFacts({
        responseStartedAtMs: null,
        requestHeaders: [['Origin', 'https://page.example']],
        response: { status: 200, headerList: [['Access-Control-Allow-Origin', value]] },
      });
      const end = { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } as const;
      const facts = exchangeFacts([answer], { type: 'xmlhttprequest', end });
      expect(changes([facts], redaction)).toEqual([]);
    },
  );

  // biome-ignore format: a table
  test.each([
    // url                                            the function              type              is it JSONP?
    ['https://b.example/d?callback=take',               'take',                   'text/javascript'],
    ['https://b.example/d?callback=jQuery3601_1720',    'jQuery3601_1720',        'text/javascript'],
    ['https://b.example/d?cb=app.onData&_=1720000000',  'app.onData',            'application/json'],
    ['https://b.example/d?jsonp=jsonp1720000000',       'jsonp1720000000',        'text/javascript'],
    ['https://b.example/d?x=JSON_CALLBACK_1234',        'JSON_CALLBACK_1234',     'text/javascript'],
    ['https://b.example/data/callback_8301.jsonp',      'callback_8301',          'text/javascript'],
    ['https://b.example/data/_a1?x=1',                  '_a1',                    'text/javascript'],
    ['https://b.example/d?myCallbackName=f%5B0%5D',     'f[0]',                   'application/json'],
    ['https://b.example/d?callback=json',               'json',                   'application/json'],
    ['https://b.example/d?callback=dataLayer.push',     'dataLayer.push',         'text/javascript'],
    ['https://b.example/d?render=explicit',             'explicit',               'text/javascript'],
    ['https://b.example/d?a=1&b=2',                     'gtag',                   'text/javascript'],
    ['https://b.example/d?a=1&b=2',                     'window.answers',         'text/javascript'],
    ['https://b.example/jQuery36_17/x?a=1',             'jQuery36_17',            'text/javascript'],
  ])('finds the callback of %s', (url, name, type) => {
    const facts = (id: string) =>
      exchangeFacts([hopFacts({ url, response: { status: 200, headerList: [['Content-Type', type]] } })], { id, type: 'script' });
    const [inferred] = changes([facts('1')], redaction);
    expect(inferred).toBe(undefined);
    for (const isNamed of [true, false]) {
      const script = {
        url,
        isInjected: true,
        functions: isNamed ? [name] : [],
        calls: [{ name, holds: 'data', size: 2 }] as const,
        isRemoved: true,
      };
      const event = pageEvent.scriptLoaded({ atMs: 1_013, script });
      // A number that bypasses caches is now a placeholder, and no rule removes that.
      const own = changes([facts('1')], redaction, { pageEvents: [event] });
      expect(own).toEqual([]);
    }
  });

  const [a, b] = ['https://page.example', 'https://other.example'] as const;
  const tree = nestedFrames(a, b, a);
  const at = (frameId: number, origin: string) => frameRef({ frameId, documentId: `d${frameId}`, origin });

  // biome-ignore format: a table
  test.each([
    ['unchanged',            'mF_9.B5f-4.1JqM',            'mF_9.B5f-4.1JqM',                                1],
    ['as parameters',        'access_token=mF9B5f41JqM&x=1', 'access_token=mF9B5f41JqM&x=1',                 1],
    ['wrapped',              'access_token=mF9B5f41JqM',   'from=b&payload=access_token%3DmF9B5f41JqM',      1],
    ['unwrapped',            'from=b&value=mF9B5f41JqM',   'mF9B5f41JqM',                                    1],
    ['encoded differently',  'a%20b%20c%20d%20e',          'a b c d e',                                      1],
    ['another value',        'access_token=mF9B5f41JqM',   'access_token=other',                             0],
    ['a part, but short',    'a=1',                        'a=1&b=2',                                        0],
    ['nothing',              '',                           '',                                               0],
  ] as const)('finds the relay of a fragment that is handed on %s', (_, given, passed, count) => {
    const events = [given, passed].map((value, index) =>
      pageEvent.fragmentChanged({
        id: `f${index}`,
        atMs: 1_000 + index,
        frame: at(index + 1, index === 0 ? b : a),
        newUrl: `${index === 0 ? b : a}/#${value}`,
      }),
    );
    const part = { frames: tree, pageEvents: events };
    expect(reportOfFacts([], part).relays).toHaveLength(count);
    expect(changes([], redaction, part)).toEqual([]);
  });

  test('finds the relay of a name', () => {
    const value = { text: '{"token":"s3cr3t-0f-b"}', length: 23 };
    const part = {
      frames: tree
        .slice(0, 2)
        .map((frame) => (frame.frameId === 1 ? { ...frame, origin: a, documentId: 'd3' } : frame)),
      pageEvents: [
        pageEvent.windowName({ id: 'n1', atMs: 1, frame: at(1, b), value }),
        pageEvent.windowName({
          id: 'n2',
          atMs: 2,
          frame: { frameId: 1, documentId: 'd3', origin: a },
          action: 'survived',
          value,
          before: { origin: b, hadSameValue: true },
        }),
      ],
    };
    expect(reportOfFacts([], part).relays).toHaveLength(1);
    expect(changes([], redaction, part)).toEqual([]);
  });

  test('shows the same about cookies as the full report', () => {
    const set = (value: string) =>
      hopFacts({
        requestHeaders: [['Cookie', 'q=1']],
        response: { status: 200, headerList: value.split('|').map((cookie) => ['Set-Cookie', cookie]) },
      });
    const kept = (name: string, value: string, path = '/') =>
      keptCookie({ name, value, path, isSecure: true, sameSite: 'none' });
    const values = [
      'tok3n=abc; Secure; SameSite=None',
      'x9=1; Domain=api.example; Path=/a/b',
      'x9=1; Domain=other.example',
      '__Host-k3y=1; Secure; Path=/',
      '__Host-k3y=1; Path=/x',
      '__Secure-k3y=1',
      'a=1; Max-Age=0',
      'a=1; Max-Age=x',
      'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'a=1; Expires=not a date',
      'a=1; expires=Wed, 21-Oct-37 07:28:00 GMT; bogus=1',
      `big=${'x'.repeat(5_000)}`,
      'bad=\u0001',
      '',
      '=novalue',
      'p4th=1; Path=/us3rs/b0b',
    ];
    const sent = (url: string, id: string) =>
      exchangeFacts(
        [
          hopFacts({
            url,
            requestHeaders: [['Cookie', 'tok3n=abc; other=1; solo']],
            startedAtMs: 2_000,
            sentAtMs: 2_000,
          }),
        ],
        {
          id,
          startedAtMs: 2_000,
        },
      );
    const exchanges = [
      exchangeFacts([set(values.join('|'))], { id: 'set' }),
      sent('https://api.example/', 'sent'),
      sent('https://api.example/us3rs/b0b/x', 'below'),
      sent('https://api.example/us3rs/b0bby', 'beside'),
    ];
    const storedCookies = {
      atMs: 9_000,
      cookies: [kept('tok3n', 'abc'), kept('k3pt', '1'), kept('p4th', '2', '/us3rs/b0b')] as const,
    };
    for (const browser of ['chrome', 'firefox'] as const) {
      expect(changes(exchanges, redaction, { browser, storedCookies })).toEqual([]);
    }
  });

  test('reads as many X-Frame-Options, also with a quote that does not end', () => {
    const response = { status: 200, headerList: [['X-Frame-Options', '+0@:###" , '] as const] };
    const hop = hopFacts({ url: 'https://page.example/', response });
    expect(changes([exchangeFacts([hop], { type: 'sub_frame' })], redaction)).toEqual([]);
  });

  test('knows the origin of a blob: URL, even if a secret is the same text', () => {
    const origin = 'https://page.example';
    const hop = (url: string) =>
      hopFacts({ url, response: { status: 200, headerList: [['X-Password', origin]] } });
    const facts = exchangeFacts([hop(`blob:${origin}/1`), hop(`${origin}/`)], { type: 'xmlhttprequest' });
    expect(changes([facts], redaction)).toEqual([]);
  });

  test.each(['-^', '*##:', 'x$', 'a\\.b', '^https://(a|b)\\.example$'])(
    'knows that %s is a pattern of origins',
    (value) => {
      const response = { status: 200, headerList: [['Access-Control-Allow-Origin', value]] as const };
      const hop = hopFacts({
        responseStartedAtMs: null,
        url: 'https://api.example/',
        requestHeaders: [['Origin', 'https://page.example']],
        response,
      });
      const end = { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } as const;
      expect(changes([exchangeFacts([hop], { type: 'xmlhttprequest', end })], redaction)).toEqual([]);
    },
  );

  const spaces = ' '.repeat(68);
  test.each(['\\\\}', '\\\\A&', '\\\\! ', ' A:', '//}/', `${spaces}//!$!!@`])(
    'judges a request to %s like the full report',
    (url) => {
      const hop = hopFacts({ url, response: { status: 200, headerList: [] } });
      expect(changes([exchangeFacts([hop], { type: 'xmlhttprequest' })], redaction)).toEqual([]);
    },
  );

  test('judges like the full report for any headers', () => {
    const anyHop = fc
      .record({
        url: anyUrl,
        method: anyMethod,
        request: anyHeaders,
        response: anyHeaders,
        status: fc.constantFrom(200, 204, 302, 401),
      })
      .map(({ url, method, request, response, status }) =>
        hopFacts({ url, method, requestHeaders: request, response: { status, headerList: response } }),
      );
    const anyFacts = fc
      .record({
        hops: fc.array(anyHop, { minLength: 1, maxLength: 3 }),
        type: fc.constantFrom('xmlhttprequest', 'script', 'image', 'sub_frame', 'font'),
        isFailed: fc.boolean(),
      })
      .map(({ hops, type, isFailed }) =>
        exchangeFacts(hops, {
          type,
          ...(isFailed && { end: { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } as const }),
        }),
      );
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('chrome', 'firefox'), (facts, browser) => {
        expect(changes([facts], redaction, { browser })).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
