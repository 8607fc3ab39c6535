import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BrowserName, type HeaderList, findings as kinds } from '../../../src/engine';
import { judge } from '../../../src/exchange/verdict/judge';
import type { Verdict } from '../../../src/exchange/verdict/verdict';
import { headline } from '../../../src/prose/headline';
import type { End, ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { anyHeaders, anyMethod, anyUrl } from '../../support/arbitrary';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { ambiguousWord, elementCall } from '../../support/page-hints';
import { runs } from '../../support/runs';

const failed = (error: string): End => ({ how: 'failed', atMs: 1_020, error });
const origin: HeaderList = [['Origin', 'https://page.example']];
const fromCors: HeaderList = [...origin, ['Sec-Fetch-Mode', 'cors'], ['Sec-Fetch-Site', 'cross-site']];
const none = () => undefined;

/** Class, outcome, basis, first finding, candidates. */
const inShort = (verdict: Verdict) => {
  const { outcome, outcomeBasis, findings, candidates } = verdict;
  const list = candidates.length === 0 ? '' : ` [${candidates.join(', ')}]`;
  return `${verdict.requestClass} ${outcome} ${outcomeBasis} ${findings[0]?.code ?? '-'}${list}`;
};

describe('a verdict', () => {
  // biome-ignore format: a table
  test.each<[string, BrowserName, Partial<HopFacts>, Partial<ExchangeFacts>, string]>([
    // what                                         browser    hop                                                                          exchange                                    verdict
    ['on a request that is running',                'chrome',  { requestHeaders: fromCors, response: null, responseStartedAtMs: null }, { end: null },                              'simple pending observed -'],
    ['on a shared response',                        'chrome',  { requestHeaders: fromCors, response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') } }, {},                            'simple allowed observed -'],
    ['on a response that is not shared',            'chrome',  { requestHeaders: fromCors, responseStartedAtMs: null },                     { end: failed('net::ERR_FAILED') },         'simple blocked observed allow-origin-missing'],
    ['on a forbidden response that was delivered',  'chrome',  { requestHeaders: fromCors },                                                {},                                         'simple allowed observed browser-disagrees'],
    ['on an allowed response that was blocked',     'chrome',  { requestHeaders: fromCors, response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') }, responseStartedAtMs: null }, { end: failed('net::ERR_FAILED') }, 'simple blocked observed unexplained'],
    ['with several candidates',                     'chrome',  { url: 'http://api.example/', requestHeaders: origin, response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') }, responseStartedAtMs: null }, { end: failed('net::ERR_FAILED') }, 'simple blocked observed allow-origin-wildcard-with-credentials'],
    ['on a shared response in Firefox',             'firefox', { requestHeaders: fromCors, response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') } }, {},                            'simple allowed computed -'],
    ['on an unshared response in Firefox',          'firefox', { requestHeaders: fromCors },                                                {},                                         'simple blocked computed allow-origin-missing'],
    ['on a possibly shared response in Firefox',    'firefox', { url: 'http://api.example/', requestHeaders: origin, response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') } }, {},  'simple unknown computed allow-origin-wildcard-with-credentials [none, allow-origin-wildcard-with-credentials]'],
    ['on a same-origin request',                    'firefox', { url: 'https://page.example/' },                                            {},                                         'same-origin allowed observed -'],
    ['on an image',                                 'firefox', { requestHeaders: headers('Sec-Fetch-Mode: no-cors') },                      { type: 'image' },                          'no-cors opaque observed -'],
    ['on a frame',                                  'firefox', {},                                                                          { type: 'sub_frame' },                      'navigation allowed observed -'],
    ['on a WebSocket',                              'chrome',  { url: 'wss://api.example/', response: { status: 101, headerList: [] } },                                  { type: 'websocket' },                      'websocket allowed observed -'],
    ['on a request that waits for a login',         'chrome',  { requestHeaders: fromCors, response: { status: 401, headerList: [] }, responseStartedAtMs: null, askedForLogin: true },             { end: null },                              'simple pending observed login-prompt'],
    ['on a lost request',                           'chrome',  { requestHeaders: fromCors, response: null, responseStartedAtMs: null }, { end: { how: 'closed', atMs: 2, because: 'background-stopped' } }, 'simple unknown observed ended-unseen'],
  ])('%s in %s', (_, browser, hop, part, verdict) => {
    expect(inShort(judge(exchangeFacts([hop], part), browser, none))).toBe(verdict);
  });

  test.each<[string, string, string]>([
    ['script', 'text/html', 'Content-Type “text/html”, but a module script requires a JavaScript type'],
    ['json', 'text/plain', 'Content-Type “text/plain”, but a JSON module requires a JSON type'],
  ])('names the type of a module that Firefox rejected: %s', (destination, type, words) => {
    const hop = {
      requestHeaders: headers(`Sec-Fetch-Mode: cors\nSec-Fetch-Dest: ${destination}`),
      response: { status: 200, headerList: headers(`Access-Control-Allow-Origin: *\nContent-Type: ${type}`) },
    };
    const facts = exchangeFacts([hop], { type: 'script', end: failed('NS_ERROR_CORRUPTED_CONTENT') });
    expect(headline(facts, judge(facts, 'firefox', none), 'en', 'Firefox')).toContain(words);
  });

  test.each(['corp-same-origin', 'coep-require-corp'])('has no words of Firefox for a worker: %s', (code) => {
    const policy = code === 'corp-same-origin' ? 'Cross-Origin-Resource-Policy: same-origin' : '';
    const hop = {
      requestHeaders: headers('Sec-Fetch-Mode: no-cors'),
      response: { status: 200, headerList: headers(policy) },
    };
    const said = (initiator: ExchangeFacts['initiator']) =>
      judge(exchangeFacts([hop], { initiator, end: failed('NS_ERROR_DOM_CORP_FAILED') }), 'firefox', none);
    expect(said('dedicated-worker')).toMatchObject({ findings: [{ code }], browserReason: null });
    expect(said('document')).toMatchObject({ findings: [{ code }], browserReason: 'COEP' });
  });

  test('is certain of a status that is never used, whichever element requested it', () => {
    const hop = {
      requestHeaders: fromCors,
      response: {
        status: 404,
        headerList: headers('Access-Control-Allow-Origin: *\nContent-Type: text/css'),
      },
    };
    const call = { call: elementCall('link', {}, 'anonymous'), end: 'error', threw: null } as const;
    const page = { ...ambiguousWord(call), isOneOfThem: false };
    expect(inShort(judge(exchangeFacts([hop], { type: 'stylesheet', page }), 'firefox', none))).toBe(
      'simple failed computed response-unusable',
    );
  });

  test('has no words of CORS for an image that is redirected to another scheme', () => {
    const hop = (mode: string) => ({
      requestHeaders: headers(`Sec-Fetch-Mode: ${mode}`),
      response: { status: 302, headerList: headers('Location: foo:x') },
      redirectedTo: 'foo:x',
      responseStartedAtMs: null,
    });
    const end: End = { how: 'closed', atMs: 1_020, because: 'redirect-scheme' };
    const said = (mode: string, browser: BrowserName) =>
      judge(exchangeFacts([hop(mode)], { type: 'image', end }), browser, none).browserReason;
    expect([said('no-cors', 'chrome'), said('no-cors', 'firefox')]).toEqual([null, 'ORB']);
    expect([said('cors', 'chrome'), said('cors', 'firefox')]).toEqual([
      'CorsDisabledScheme',
      'CORSRequestNotHttp',
    ]);
  });

  test('includes the redirect to https: that made the origin null', () => {
    const hops = [
      { url: 'http://api.example/', internal: 'hsts' as const, response: null },
      {
        requestHeaders: headers('Origin: null\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site'),
        response: { status: 200, headerList: headers('Access-Control-Allow-Origin: https://page.example') },
        responseStartedAtMs: null,
      },
    ];
    const { findings } = judge(exchangeFacts(hops, { end: failed('net::ERR_FAILED') }), 'chrome', none);
    expect(findings.map(({ code, hop }) => `${hop} ${code}`)).toEqual([
      '1 allow-origin-mismatch',
      '0 hsts-upgrade',
    ]);
  });

  const unheard = { field: 'use', because: 'use-not-visible' };

  test('has the basis inferred for values that the end excluded, and assumed for the others', () => {
    const star = headers('Access-Control-Allow-Origin: *');
    const http = {
      url: 'http://api.example/',
      requestHeaders: origin,
      response: { status: 200, headerList: star },
    };
    const refused = exchangeFacts([{ ...http, responseStartedAtMs: null }], {
      end: failed('net::ERR_FAILED'),
    });
    expect(judge(refused, 'chrome', none)).toMatchObject({
      credentialsMode: { value: 'include', basis: 'inferred' },
      assumptions: [],
    });
    expect(judge(exchangeFacts([http]), 'chrome', none)).toMatchObject({
      credentialsMode: { value: 'same-origin', basis: 'assumed' },
      assumptions: [{ field: 'credentialsMode', because: 'credentials-not-included' }, unheard],
    });
    expect(judge(exchangeFacts([http]), 'firefox', none)).toMatchObject({
      assumptions: [{ field: 'credentialsMode', because: 'credentials-not-visible' }],
    });
  });

  test('is a success whichever mode allowed it', () => {
    const post = { url: 'http://api.example/', method: 'POST', requestHeaders: origin };
    const star = {
      ...post,
      response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') },
    };
    const verdict = judge(exchangeFacts([star]), 'chrome', none);
    expect(inShort(verdict)).toBe('simple allowed observed -');
    expect(verdict.assumptions[0]).toEqual({ field: 'mode', because: 'mode-not-visible' });
  });

  test("does not blame an earlier hop for a later hop's failure", () => {
    // The first redirect was followed, so it passed with any credentials mode.
    const facts = exchangeFacts([
      {
        url: 'http://a.example/',
        requestHeaders: origin,
        response: {
          status: 302,
          headerList: headers('Access-Control-Allow-Origin: *\nLocation: http://b.example/'),
        },
        redirectedTo: 'http://b.example/',
        responseStartedAtMs: null,
      },
      { url: 'http://b.example/', requestHeaders: [['Origin', 'null']] },
    ]);
    expect(inShort(judge(facts, 'firefox', none))).toBe('simple blocked computed allow-origin-missing');
  });

  test('does not blame a preflight that allowed its request', () => {
    const preflight = exchangeFacts(
      [
        {
          method: 'OPTIONS',
          url: 'http://api.example/',
          response: {
            status: 204,
            headerList: headers('Access-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: PUT'),
          },
          requestHeaders: [...origin, ['Access-Control-Request-Method', 'PUT']],
        },
      ],
      { id: 'p', preflightFor: { exchange: '1', hop: 0 } },
    );
    const put = exchangeFacts([
      { method: 'PUT', url: 'http://api.example/', requestHeaders: origin, preflight: 'p' },
    ]);
    const lookup = (id: string) => ({ p: preflight, 1: put })[id];
    expect(inShort(judge(put, 'firefox', lookup))).toBe('preflighted blocked computed allow-origin-missing');
    expect(inShort(judge(preflight, 'firefox', lookup))).toBe('preflight allowed observed -');
  });

  test('has two possible Firefox messages for an origin that is listed twice', () => {
    const facts = exchangeFacts([
      {
        requestHeaders: fromCors,
        response: {
          status: 200,
          headerList: headers('Access-Control-Allow-Origin: https://page.example, https://b.example'),
        },
      },
    ]);
    expect(judge(facts, 'firefox', none)).toMatchObject({
      outcome: 'blocked',
      browserReason: null,
      candidates: ['allow-origin-multiple', 'allow-origin-multiple'],
      browserReasonCandidates: ['CORSMultipleAllowOriginNotAllowed', 'CORSAllowOriginNotMatchingOrigin'],
    });
    expect(judge(facts, 'chrome', none).candidates).toEqual([]);
  });

  describe('on a redirect that Firefox did not follow', () => {
    const unfollowed = (list: string, requestHeaders: HeaderList = fromCors) =>
      inShort(
        judge(
          exchangeFacts(
            [{ requestHeaders, response: { status: 302, headerList: headers(`Location: /x\n${list}`) } }],
            { end: { how: 'completed', atMs: 2, status: 302 } },
          ),
          'firefox',
          none,
        ),
      );

    test('leaves open whether script asked for that', () => {
      expect(unfollowed('Access-Control-Allow-Origin: *')).toBe(
        'simple unknown observed redirect-mode-error [redirect-mode-error, none]',
      );
    });

    test('is that of the CORS check, which comes first', () => {
      expect(unfollowed('')).toBe('simple blocked computed allow-origin-missing');
    });

    test('has both candidates if credentials are not visible', () => {
      const facts = {
        url: 'http://api.example/',
        requestHeaders: origin,
        response: { status: 302, headerList: headers('Location: /x\nAccess-Control-Allow-Origin: *') },
      };
      expect(judge(exchangeFacts([facts]), 'firefox', none).candidates).toEqual([
        'redirect-mode-error',
        'none',
        'allow-origin-wildcard-with-credentials',
      ]);
    });
  });
});

describe('the verdict of a preflight', () => {
  const asks: HeaderList = [...origin, ['Access-Control-Request-Method', 'PUT']];
  const unanswered = { response: null, headersAtMs: null, responseStartedAtMs: null };

  function verdictOf(
    preflightHop: Partial<HopFacts>,
    end: End | null,
    requestEnd: End | null,
    requestHop: Partial<HopFacts> = {},
  ) {
    const preflight = exchangeFacts([{ method: 'OPTIONS', requestHeaders: asks, ...preflightHop }], {
      id: 'p',
      end,
      preflightFor: { exchange: '1', hop: 0 },
    });
    const request = exchangeFacts(
      [{ ...unanswered, method: 'PUT', requestHeaders: null, preflight: 'p', ...requestHop }],
      { end: requestEnd },
    );
    return inShort(judge(preflight, 'chrome', (id) => ({ p: preflight, 1: request })[id]));
  }
  const good = {
    response: {
      status: 204,
      headerList: headers('Access-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: PUT'),
    },
  };
  const done: End = { how: 'completed', atMs: 1_012, status: 204 };

  test('is pending, then that of the check', () => {
    expect(verdictOf(unanswered, null, null)).toBe('preflight pending observed -');
    expect(verdictOf({ response: { status: 404, headerList: [] } }, done, failed('net::ERR_FAILED'))).toBe(
      'preflight blocked observed -',
    );
    expect(
      verdictOf(good, done, done, {
        response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') },
        requestHeaders: origin,
      }),
    ).toBe('preflight allowed observed -');
  });

  test('is failed without a response', () => {
    expect(verdictOf(unanswered, failed('net::ERR_FAILED'), failed('net::ERR_CONNECTION_RESET'))).toBe(
      'preflight failed observed -',
    );
  });

  test('is unknown without its request', () => {
    const alone = exchangeFacts([{ method: 'OPTIONS', requestHeaders: asks, ...good }], { id: 'p' });
    expect(inShort(judge(alone, 'chrome', none))).toBe('preflight unknown observed -');
  });
});

describe('for any facts', () => {
  const anyHop: fc.Arbitrary<Partial<HopFacts>> = fc.record<Partial<HopFacts>>({
    url: anyUrl,
    method: anyMethod,
    requestHeaders: fc.option(anyHeaders),
    response: fc.option(
      fc.record({ status: fc.constantFrom(200, 204, 301, 302, 307, 401, 404), headerList: anyHeaders }),
    ),
    redirectedTo: fc.option(anyUrl),
    internal: fc.constantFrom(null, 'hsts', 'service-worker'),
    responseStartedAtMs: fc.option(fc.nat()),
    fromCache: fc.option(fc.boolean()),
    askedForLogin: fc.boolean(),
    preflight: fc.constantFrom(null, 'p', 'gone'),
  });
  const anyEnd: fc.Arbitrary<End | null> = fc.oneof(
    fc.constant(null),
    fc.record({ how: fc.constant('completed' as const), atMs: fc.nat(), status: fc.nat() }),
    fc.record({
      how: fc.constant('failed' as const),
      atMs: fc.nat(),
      error: fc.oneof(
        fc.constantFrom(
          'net::ERR_FAILED',
          'net::ERR_ABORTED',
          'NS_ERROR_DOM_BAD_URI',
          'NS_ERROR_UNEXPECTED',
          'NS_BINDING_ABORTED',
          'NS_ERROR_CORRUPTED_CONTENT',
        ),
        fc.string(),
      ),
    }),
    fc.record({
      how: fc.constant('closed' as const),
      atMs: fc.nat(),
      because: fc.constantFrom(
        'document-gone',
        'request-ended',
        'service-worker',
        'redirect-scheme',
        'background-stopped',
      ),
    }),
  );
  const anyFacts = fc
    .tuple(
      fc.array(anyHop, { minLength: 1, maxLength: 3 }),
      fc.record({
        type: fc.constantFrom(
          'xmlhttprequest',
          'image',
          'script',
          'font',
          'sub_frame',
          'main_frame',
          'websocket',
          'beacon',
          'ping',
          'other',
          'chicken',
        ),
        origin: fc.oneof(fc.constantFrom('https://page.example', 'null', null), anyUrl),
        initiator: fc.constantFrom('document', 'dedicated-worker', 'unknown'),
        end: anyEnd,
        preflightFor: fc.constantFrom(null, null, { exchange: 'gone', hop: 0 }),
      }),
    )
    .map(([hops, part]) => exchangeFacts(hops, part));
  const anyBrowser = fc.constantFrom<BrowserName>('chrome', 'firefox');

  /** Judges facts with a preflight that can be looked up. */
  const judged = (facts: ExchangeFacts, preflight: ExchangeFacts, browser: BrowserName) => {
    const all: Readonly<Record<string, ExchangeFacts>> = { 1: facts, p: { ...preflight, id: 'p' } };
    return judge(facts, browser, (id) => all[id]);
  };
  const check = (what: (verdict: Verdict, facts: ExchangeFacts, browser: BrowserName) => void) =>
    fc.assert(
      fc.property(anyFacts, anyFacts, anyBrowser, (facts, preflight, browser) =>
        what(judged(facts, preflight, browser), facts, browser),
      ),
      { numRuns: runs(500) },
    );

  test('judge never throws', () => {
    check(() => {});
  });

  test('a single claim and candidates exclude each other', () => {
    check(({ candidates, browserReason, browserReasonCandidates }) => {
      if (candidates.length > 0) expect(browserReason).toBeNull();
      expect(browserReasonCandidates).toHaveLength(candidates.length);
      expect(candidates).not.toHaveLength(1);
    });
  });

  test('a first error means that it did not pass', () => {
    check(({ findings, candidates, outcome }) => {
      const [first] = findings;
      if (first?.severity !== 'error' || candidates.length > 0) return;
      expect(outcome).toBe(kinds[first.code].outcome);
    });
  });

  test('a success has no error and no browser message', () => {
    check(({ findings, outcome, browserReason }) => {
      if (outcome !== 'allowed' && outcome !== 'opaque') return;
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(browserReason).toBeNull();
    });
  });

  test('a response that Chrome delivered is never blocked, and one that it blocked never allowed', () => {
    check(({ outcome, requestClass }, { end, hops, type }, browser) => {
      if (
        browser !== 'chrome' ||
        requestClass === 'preflight' ||
        type === 'sub_frame' ||
        type === 'websocket'
      )
        return;
      if (end?.how === 'completed') expect(outcome).not.toBe('blocked');
      const last = hops.at(-1);
      const isRefused =
        end?.how === 'failed' && end.error === 'net::ERR_FAILED' && last?.responseStartedAtMs === null;
      if (isRefused) expect(['blocked', 'unknown', 'failed']).toContain(outcome);
    });
  });
});
