import { describe, expect, test } from 'vitest';
import type { BrowserName } from '../../../src/engine';
import { preflightTriggers, responseTypeOf } from '../../../src/exchange/explained/describe';
import { judge } from '../../../src/exchange/verdict/judge';
import type { End, ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import type { PageCall, PageEnd, PageReport, ReportedCall } from '../../../src/protocol/page-hints';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { ambiguousWord, elementCall, pageCall, pageWord, violation } from '../../support/page-hints';

const allowed = headers('Access-Control-Allow-Origin: *');
const none = () => undefined;

function inShort(browser: BrowserName, facts: ExchangeFacts): string {
  const { outcome, outcomeBasis, findings, candidates } = judge(facts, browser, none);
  const codes = candidates.length > 0 ? candidates.join(' or ') : (findings[0]?.code ?? '-');
  return `${outcome} ${outcomeBasis} ${codes}`;
}

const word = (call: PageCall, end: PageEnd | null = null): PageReport => pageWord({ call, end, threw: null });

describe('a redirect that was not followed', () => {
  const target = 'https://other.example/';
  const redirect: Partial<HopFacts> = {
    response: { status: 302, headerList: headers(`Access-Control-Allow-Origin: *\nLocation: ${target}`) },
    requestHeaders: headers('Origin: https://page.example'),
    responseStartedAtMs: null,
  };
  const inChrome = exchangeFacts([{ ...redirect, redirectedTo: target }], {
    end: { how: 'failed', atMs: 1_012, error: 'net::ERR_ABORTED' },
  });
  const inFirefox = exchangeFacts([redirect], { end: { how: 'completed', atMs: 1_012, status: 302 } });

  // biome-ignore format: a table
  test.each<[string, PageReport, string, string]>([
    // what the page asked for               word                                                          in Chrome                                          in Firefox
    ['to return it',                         word(pageCall({ redirectMode: 'manual' })),                    'opaque computed -',                               'opaque computed -'],
    ['to fail',                              word(pageCall({ redirectMode: 'error' })),                     'failed computed redirect-mode-error',             'failed computed redirect-mode-error'],
    ['to follow it, and cannot abort',       word(pageCall()),                                             'blocked computed redirect-blocked-after',         'unknown observed redirect-mode-error or none'],
    ['to follow it, and can abort',          word(pageCall({ hasSignal: true })),                           'unknown observed redirect-blocked-after or aborted', 'unknown observed redirect-mode-error or none'],
    ['to follow it, and reported a policy',  pageWord(pageCall({ hasSignal: true }), [violation()]),        'blocked observed redirect-blocked-after',         'unknown observed redirect-mode-error or none'],
    ['for something hidden',                 word(pageCall({ redirectMode: null })),                        'unknown observed redirect-mode-error or none or redirect-blocked-after', 'unknown observed redirect-mode-error or none'],
  ])('if it asked %s', (_, page, chrome, firefox) => {
    expect(inShort('chrome', { ...inChrome, page })).toBe(chrome);
    expect(inShort('firefox', { ...inFirefox, page })).toBe(firefox);
  });

  test('has an opaque-redirect response if it was requested', () => {
    const page = word(pageCall({ redirectMode: 'manual' }));
    expect(responseTypeOf(inChrome, judge({ ...inChrome, page }, 'chrome', none))).toBe('opaqueredirect');
  });
});

describe('a response that passed all checks', () => {
  const script = (response: string, part: Partial<HopFacts> = {}) =>
    exchangeFacts(
      [
        {
          response: { status: 200, headerList: headers(`Access-Control-Allow-Origin: *\n${response}`) },
          ...part,
        },
      ],
      {
        type: 'script',
      },
    );
  const javaScript = 'Content-Type: text/javascript';
  const origin = { requestHeaders: headers('Origin: https://page.example') };
  const element = (integrity = '', crossOrigin: 'anonymous' | null = null, isModule = false) =>
    word(elementCall('script', { integrity }, crossOrigin, isModule), 'error');

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, PageReport, string]>([
    // what                                     exchange                                                       word                                  verdict
    ['and was used',                            script(javaScript),                                            word(elementCall('script'), 'load'),  'opaque observed -'],
    ['but has a type that is never sniffed',    script('Content-Type: text/plain\nX-Content-Type-Options: nosniff'), element(),                      'failed observed nosniff'],
    ['but is an image',                         script('Content-Type: image/png'),                             element(),                            'failed observed script-mime-type'],
    ['but is not JavaScript, for a module',     script('Content-Type: text/plain', origin),                    element('', null, true),              'failed observed module-mime-type'],
    ['but does not match its hash',             script(javaScript, origin),                                    element('sha256-x', 'anonymous'),     'failed observed integrity'],
    ['but is opaque, and has a hash',           script(javaScript),                                            element('sha256-x'),                  'failed observed integrity'],
    ['but is a module with a hash or imports',  script(javaScript, origin),                                   element('sha256-x', 'anonymous', true), 'unknown'],
    ['but imports what fails, as a module',     script(javaScript, origin),                                   element('', null, true),              'allowed observed import-failed'],
    ['but is an error page',                    script('Content-Type: text/html', { response: { status: 404, headerList: [] } }),            element(),                            'failed observed response-unusable'],
  ])('%s', (_, facts, page, verdict) => {
    const said = inShort('chrome', { ...facts, page });
    if (verdict === 'unknown') expect(said).toBe('unknown observed integrity or import-failed');
    else expect(said).toBe(verdict);
  });

  const sheet = (type: string, status = 200, part: Partial<ExchangeFacts> = {}) =>
    exchangeFacts([{ response: { status, headerList: headers(`Content-Type: ${type}`) } }], {
      type: 'stylesheet',
      ...part,
    });
  const given = (error: string): Partial<ExchangeFacts> => ({ end: { how: 'failed', atMs: 1_012, error } });

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, string]>([
    // what                               exchange                                              verdict
    ['what it imports failed',            sheet('text/css'),                                    'opaque observed import-failed'],
    ['it has another type',               sheet('text/html'),                                   'failed observed response-unusable'],
    ['it is an error page',               sheet('text/css', 404),                               'failed observed response-unusable'],
    ['the browser gave up its body',      sheet('text/css', 404, given('net::ERR_ABORTED')),    'failed observed response-unusable'],
    ['the server cut its body',           sheet('text/html', 200, given('net::ERR_CONNECTION_RESET')), 'failed observed response-unusable'],
  ])('of a style sheet whose link reported an error: %s', (_, facts, verdict) => {
    expect(inShort('chrome', { ...facts, page: word(elementCall('link'), 'error') })).toBe(verdict);
  });

  // biome-ignore format: a table
  test.each<[string, string, Partial<ExchangeFacts>, number, string, string, string]>([
    // what                               type          exchange                              status request                     Chrome                                                            Firefox
    ['a script that nobody reported',     '',           {},                                   404, 'script no-cors',             'failed computed response-unusable',                              'failed computed response-unusable'],
    ['a service worker’s script',         'text/plain', { initiator: 'unknown' },             200, 'serviceworker same-origin',  'failed computed worker-mime-type',                               'failed computed worker-mime-type'],
    ['a classic or module worker’s',      'text/plain', {},                                   200, 'worker same-origin',         'allowed observed -',                                             'failed computed worker-mime-type'],
    ['an import of a module worker',      'text/plain', { initiator: 'unknown' },             200, 'worker cors',                'failed computed module-mime-type',                               'failed computed module-mime-type'],
    ['a JSON module',                     'text/html',  {},                                   200, 'json cors',                  'failed computed module-mime-type',                               'failed computed module-mime-type'],
    ['a JSON module of its type',         'a/b+json',   {},                                   200, 'json cors',                  'allowed observed -',                                             'allowed observed -'],
    ['a worklet',                         'text/html',  {},                                   200, 'audioworklet cors',          'failed computed module-mime-type',                               'allowed observed -'],
    ['a module of WebAssembly',           'application/wasm', {},                             200, 'audioworklet cors',          'allowed observed -',                                             'allowed observed -'],
  ])('of %s: %s', (_, type, part, status, asked, chrome, firefox) => {
    const [destination, mode] = asked.split(' ');
    const url = 'https://page.example/script';
    const requestHeaders = headers(`Sec-Fetch-Dest: ${destination}\nSec-Fetch-Mode: ${mode}`);
    const response = { status, headerList: headers(type === '' ? '' : `Content-Type: ${type}`) };
    const facts = exchangeFacts([{ url, requestHeaders, response }], { type: 'script', ...part });
    expect([inShort('chrome', facts), inShort('firefox', facts)]).toEqual([chrome, firefox]);
  });

  const workerError: PageReport['call'] = { call: pageCall({ api: 'worker' }), end: 'error', threw: null };

  // biome-ignore format: a table
  test.each<[string, string, ExchangeFacts['embedderPolicy'], PageReport['call'], string, string?]>([
    // what                               headers                                       page               reported           verdict
    ['without a policy',                  'Content-Type: text/javascript',              'require-corp',    null,              'blocked computed coep-worker'],
    ['without a policy, and it failed',   'Content-Type: text/javascript',              'credentialless',  workerError,       'blocked observed coep-worker'],
    ['with a policy',                     'Cross-Origin-Embedder-Policy: require-corp\nContent-Type: text/javascript', 'require-corp',    null,              'allowed observed -'],
    ['of a page without one',             'Content-Type: text/javascript',              'unsafe-none',     null,              'allowed observed -'],
    ['of a page that was not seen',       'Content-Type: text/javascript',              null,              null,              'allowed observed -'],
    ['of such a page, and it failed',     'Content-Type: text/javascript',              null,              workerError,       'unknown observed coep-worker or import-failed', 'unknown observed coep-worker or none'],
    ['that failed by an import',          'Content-Type: text/javascript',              'unsafe-none',     workerError,       'allowed observed import-failed', 'allowed observed -'],
  ])('of a worker’s script %s', (_, list, embedderPolicy, call, verdict, inFirefox = verdict) => {
    const requestHeaders = headers('Sec-Fetch-Dest: worker\nSec-Fetch-Mode: same-origin');
    const hop = { url: 'https://page.example/w', requestHeaders, response: { status: 200, headerList: headers(list) } };
    const page = call && { call, possible: [], isOneOfThem: false, violations: [] };
    const facts = exchangeFacts([hop], { type: 'script', embedderPolicy, page });
    expect([inShort('chrome', facts), inShort('firefox', facts)]).toEqual([verdict, inFirefox]);
  });

  test('stays open for a fetch whose hash was not compared here', () => {
    const page = word(pageCall({ integrity: 'sha256-x' }));
    const facts = exchangeFacts([{ ...origin, response: { status: 200, headerList: allowed } }], { page });
    expect(inShort('chrome', facts)).toBe('unknown computed integrity or none');
  });

  test('is unusable if an event stream has another type', () => {
    const call = pageCall({ api: 'event-source' });
    const facts = exchangeFacts([{ ...origin, response: { status: 200, headerList: allowed } }], {
      page: word(call, 'error'),
    });
    expect(inShort('chrome', facts)).toBe('failed observed response-unusable');
  });

  test('is unusable if the browser rejects its status', () => {
    const call = pageCall({ api: 'event-source' });
    const facts = (error: string) =>
      exchangeFacts([{ ...origin, response: { status: 500, headerList: allowed } }], {
        page: word(call, 'error'),
        end: { how: 'failed', atMs: 1_012, error },
      });
    expect(inShort('chrome', facts('net::ERR_ABORTED'))).toBe('failed observed response-unusable');
    expect(inShort('firefox', facts('NS_ERROR_ABORT'))).toBe('failed observed response-unusable');
  });
});

describe('a request of fetchLater(), which no script reads,', () => {
  const sent = (answer: string, part: Partial<ExchangeFacts> = {}) =>
    exchangeFacts(
      [
        {
          requestHeaders: headers('Origin: https://page.example\nSec-Fetch-Mode: cors'),
          response: { status: 200, headerList: headers(answer) },
          ...(part.end && { responseStartedAtMs: null }),
        },
      ],
      { page: word(pageCall({ api: 'fetchLater', keepalive: true })), ...part },
    );
  const refused = { end: { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } } as const;

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, string]>([
    ['was sent',                                       sent('Access-Control-Allow-Origin: *'), 'opaque observed -'],
    ['is blocked by its response, as the browser showed', sent('', refused),                   'blocked observed allow-origin-missing'],
    ['fails if the network did',                       exchangeFacts([{ response: null, responseStartedAtMs: null }], { ...sent('', { end: { how: 'failed', atMs: 1_012, error: 'net::ERR_CONNECTION_REFUSED' } }), hops: [{ ...sent('').hops[0]!, response: null, responseStartedAtMs: null }] }), 'failed observed network-refused'],
  ])('%s', (_, facts, verdict) => {
    expect(inShort('chrome', facts)).toBe(verdict);
  });
});

describe('of several possible calls', () => {
  const star = exchangeFacts([
    {
      requestHeaders: headers('Origin: https://page.example\nSec-Fetch-Mode: cors'),
      response: { status: 200, headerList: allowed },
    },
  ]);
  const failed = {
    ...star,
    hops: star.hops.map((hop) => ({ ...hop, responseStartedAtMs: null })),
    end: { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } as const,
  };
  const include = pageCall({ id: 'c2', credentialsMode: 'include' });
  const image: ExchangeFacts = { ...star, kind: 'image', type: 'image' };
  const img = (id: string, crossOrigin: 'anonymous' | 'use-credentials', end: PageEnd) => ({
    call: elementCall('img', { id }, crossOrigin),
    end,
    threw: null,
  });
  const only = (reported: ReportedCall): PageReport => ({ ...ambiguousWord(reported), isOneOfThem: false });

  // biome-ignore format: a table
  test.each<[string, BrowserName, ExchangeFacts, PageReport, string, string]>([
    // what                                  browser    exchange  word                                                       credentials            verdict
    ['the shared options are known',         'chrome',  star,     ambiguousWord(pageCall(), pageCall({ id: 'c2', integrity: null })), 'same-origin observed', 'allowed observed -'],
    ['the outcome excludes one',             'chrome',  star,     ambiguousWord(pageCall(), include),                        'same-origin assumed', 'allowed observed -'],
    ['the failure excludes the other',       'chrome',  failed,   ambiguousWord(pageCall(), include),                        'include inferred',    'blocked observed allow-origin-wildcard-with-credentials'],
    ['nothing else is a candidate',          'firefox', star,     ambiguousWord(pageCall(), pageCall({ id: 'c2', credentialsMode: 'omit' })), 'same-origin assumed', 'allowed computed -'],
    ['each gives a candidate',               'firefox', star,     ambiguousWord(pageCall(), include),                        'same-origin assumed', 'unknown computed none or allow-origin-wildcard-with-credentials'],
    ['the shared end decides',               'firefox', star,     ambiguousWord(word(pageCall({ api: 'xhr' }), 'error').call!, word(pageCall({ api: 'xhr', credentialsMode: 'include' }), 'error').call!), 'include inferred', 'blocked observed allow-origin-wildcard-with-credentials'],
    ['an error is possible',                 'chrome',  image,    only(img('a', 'anonymous', 'error')),                      'same-origin assumed', 'unknown computed response-unusable or none'],
    ['a load changes nothing',               'chrome',  image,    only(img('a', 'anonymous', 'load')),                       'same-origin assumed', 'allowed observed -'],
    ['an error of another request is not',   'chrome',  image,    only(img('a', 'use-credentials', 'error')),                'same-origin assumed', 'allowed observed -'],
  ])('%s', (_, browser, facts, page, credentials, verdict) => {
    const { credentialsMode } = judge({ ...facts, page }, browser, none);
    expect(`${credentialsMode.value} ${credentialsMode.basis}`).toBe(credentials);
    expect(inShort(browser, { ...facts, page })).toBe(verdict);
  });
});

describe('what a page may have done with a response if nothing was reported', () => {
  const stream = (answer: string, part: Partial<HopFacts> = {}) =>
    exchangeFacts([
      {
        requestHeaders: headers('Origin: https://page.example\nAccept: text/event-stream'),
        response: { status: 200, headerList: headers(`Access-Control-Allow-Origin: *\n${answer}`) },
        ...part,
      },
    ]);
  const always = 'Access-Control-Allow-Origin: https://page.example\nAccess-Control-Allow-Credentials: true';
  const plain = exchangeFacts([
    {
      requestHeaders: headers('Origin: https://page.example'),
      response: { status: 200, headerList: headers(always) },
    },
  ]);
  const font: ExchangeFacts = { ...plain, kind: 'font', type: 'font' };

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, PageReport | null, readonly string[]]>([
    // what                             exchange  word                                                     what may have stopped it
    ['a fetch',                         plain,    null,                                                    ['integrity']],
    ['a fetch without a hash',          plain,    word(pageCall()),                                        []],
    ['a fetch that hides its hash',     plain,    word(pageCall({ integrity: null })),                     ['integrity']],
    ['an XMLHttpRequest',               plain,    word(pageCall({ api: 'xhr', integrity: null })),         []],
    ['one of two plain calls',          plain,    ambiguousWord(pageCall(), pageCall({ id: 'c2' })),           []],
    ['one of two, and one has a hash',  plain,    ambiguousWord(pageCall(), pageCall({ integrity: 'sha256-x' })), ['integrity']],
    ['a font',                          font,     null,                                                    ['response-unusable']],
    ['a font that was used',            font,     word(elementCall('font'), 'load'),                       []],
    ['a font that was not used',        font,     word(elementCall('font'), 'error'),                      []],
    ['an image',                        { ...plain, kind: 'image', type: 'image' }, null,                                 []],
  ])('%s', (_, facts, page, uses) => {
    for (const browser of ['chrome', 'firefox'] as const) {
      const { possibleUseFailures, assumptions } = judge({ ...facts, page }, browser, none);
      expect(possibleUseFailures).toEqual(uses);
      expect(assumptions.some(({ because }) => because === 'use-not-visible')).toBe(uses.length > 0);
    }
  });

  test('stays open for a request that looks like an EventSource and got no stream', () => {
    const open = 'unknown computed response-unusable or none';
    expect(inShort('chrome', stream('Content-Type: text/plain'))).toBe(open);
    expect(
      inShort(
        'chrome',
        stream('Content-Type: text/event-stream', { response: { status: 500, headerList: [] } }),
      ),
    ).toBe(open);
    expect(inShort('chrome', stream('Content-Type: text/event-stream'))).toBe('allowed observed -');
  });
});

describe('the answer of a service worker', () => {
  const unanswered = { response: null, responseStartedAtMs: null } as const;
  const handed = (type: string) =>
    exchangeFacts([{ ...unanswered, requestHeaders: null }], {
      type,
      end: { how: 'closed', atMs: 3_000, because: 'service-worker' },
    });
  const script = handed('xmlhttprequest');
  const image = handed('image');
  const opaqueOrFailed = 'service-worker-opaque or service-worker-failed';

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, PageReport | null, string]>([
    ['without a reported call',          script, null,                                               `unknown observed none or ${opaqueOrFailed}`],
    ['for a fetch',                      script, word(pageCall()),                                   `unknown observed none or ${opaqueOrFailed}`],
    ['for a fetch that reads nothing',   script, word(pageCall({ mode: 'no-cors' })),               'unknown observed none or service-worker-failed'],
    ['with a reported load',             script, word(pageCall({ api: 'xhr' }), 'load'),             'allowed observed -'],
    ['with a reported error',            script, word(pageCall({ api: 'xhr' }), 'error'),            `failed observed ${opaqueOrFailed}`],
    ['for an image without a report',    image, null,                                               'unknown observed -'],
    ['for an image that was shown',      image,  word(elementCall('img'), 'load'),                   'opaque observed -'],
    ['for an image that was not shown',  image,  word(elementCall('img'), 'error'),                  'failed observed service-worker-failed or response-unusable'],
    ['for a CORS image',                 image,  word(elementCall('img', {}, 'anonymous'), 'error'), `failed observed ${opaqueOrFailed} or response-unusable`],
  ])('%s', (_, facts, page, verdict) => {
    expect(inShort('firefox', { ...facts, page })).toBe(verdict);
  });

  test('has the console message of Firefox', () => {
    const page = word(pageCall({ api: 'xhr' }), 'error');
    expect(judge({ ...script, page }, 'firefox', none).browserReasonCandidates).toEqual([
      'Service Worker Interception',
      'Service Worker Interception',
    ]);
  });
});

describe('a frame that was not shown', () => {
  const frame = (header: string, part: Partial<ExchangeFacts> = {}) =>
    exchangeFacts([{ response: { status: 200, headerList: headers(header) }, responseStartedAtMs: 1_010 }], {
      type: 'sub_frame',
      ...part,
    });
  const failed = (error: string): Partial<ExchangeFacts> => ({ end: { how: 'failed', atMs: 1_012, error } });
  const coep: Partial<ExchangeFacts> = {
    page: {
      call: null,
      possible: [],
      isOneOfThem: false,
      violations: [violation({ type: 'coep-violation' })],
    },
  };

  test('is reported by the embedding page in Chrome, however it ended', () => {
    const shown = 'Content-Type: text/html';
    expect(inShort('chrome', frame(shown))).toBe('allowed observed -');
    expect(inShort('chrome', frame(shown, coep))).toBe('blocked observed coep-frame');
    expect(inShort('chrome', frame(shown, { ...coep, ...failed('net::ERR_ABORTED') }))).toBe(
      'blocked observed coep-frame',
    );
    expect(inShort('chrome', frame('X-Frame-Options: DENY', failed('net::ERR_ABORTED')))).toBe(
      'blocked computed frame-refused',
    );
  });

  // biome-ignore format: a table
  test.each<[string, string, string | null]>([
    ['NS_ERROR_XFO_VIOLATION',               'X-Frame-Options: DENY',                           'X-Frame-Options'],
    ['NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION', "Content-Security-Policy: frame-ancestors 'none'", 'CSP_CSPGenericViolation'],
    ['NS_ERROR_DOM_COEP_FAILED',             'Content-Type: text/html',                         null],
    ['NS_ERROR_DOM_CORP_FAILED',             'Cross-Origin-Embedder-Policy: require-corp',      'COEP'],
  ])('names the policy in Firefox: %s', (error, header, word) => {
    expect(judge(frame(header, failed(error)), 'firefox', none).browserReason).toBe(word);
  });
});

describe('the browser’s message for a request that a policy blocked', () => {
  const wordFor = (browser: BrowserName, facts: ExchangeFacts) => judge(facts, browser, none).browserReason;
  const never = (api: PageCall['api']) =>
    exchangeFacts([{ response: null, requestHeaders: null, responseStartedAtMs: null }], {
      requestId: '',
      end: { how: 'closed', atMs: 3_000, because: 'never-seen' },
      page: pageWord(pageCall({ api }), [violation()]),
    });

  test('is none in Chrome for fetch(), because its protocol reports nothing', () => {
    expect(wordFor('chrome', never('xhr'))).toBe('csp');
    expect(wordFor('chrome', never('fetch'))).toBeNull();
    expect(wordFor('firefox', never('fetch'))).toBe('CSP_CSPGenericViolation');
  });

  test('names the policy in Firefox if it blocked a redirect', () => {
    const redirected = { redirectedTo: 'https://other.example/', responseStartedAtMs: null };
    const responseHeaders = headers('Location: https://other.example/\nAccess-Control-Allow-Origin: *');
    const requestHeaders = headers('Origin: https://page.example');
    const facts = exchangeFacts(
      [{ ...redirected, requestHeaders, response: { status: 302, headerList: responseHeaders } }],
      {
        page: pageWord(pageCall(), [violation()]),
        end: { how: 'failed', atMs: 1_012, error: 'NS_ERROR_UNEXPECTED' },
      },
    );
    expect(inShort('firefox', facts)).toBe('blocked observed redirect-blocked-after');
    expect(wordFor('firefox', facts)).toBe('CSP_CSPGenericViolation');
  });
});

describe("if Firefox shows no outcome, the page's report decides", () => {
  const facts = exchangeFacts([
    {
      requestHeaders: headers('Origin: https://page.example'),
      response: { status: 200, headerList: allowed },
    },
  ]);
  const hidden = { api: 'xhr', credentialsMode: null } as const;

  // biome-ignore format: a table
  test.each<[PageEnd | null, string]>([
    [null,    'unknown computed none or allow-origin-wildcard-with-credentials'],
    ['load',  'allowed observed -'],
    ['error', 'blocked observed allow-origin-wildcard-with-credentials'],
  ])('%s: %s', (end, verdict) => {
    expect(inShort('firefox', { ...facts, page: word(pageCall(hidden), end) })).toBe(verdict);
  });

  test('except by the load of a link that preloads, which Firefox fires even if the response was blocked', () => {
    const refused = exchangeFacts([{ requestHeaders: headers('Origin: https://page.example') }]);
    const page = word(elementCall('link', {}, 'anonymous'), 'load');
    expect(inShort('firefox', { ...refused, page })).toBe('blocked computed allow-origin-missing');
  });

  test('but is unknown if it contradicts all rules', () => {
    const refused = exchangeFacts([{ requestHeaders: headers('Origin: https://page.example') }]);
    const page = word(pageCall({ api: 'xhr' }), 'load');
    expect(inShort('firefox', { ...refused, page })).toBe('unknown observed browser-disagrees');
    expect(judge({ ...refused, page }, 'firefox', none).pageEnd).toEqual({
      value: 'load',
      basis: 'observed',
    });
  });
});

describe('events with two possible causes', () => {
  const failed = (error: string): End => ({ how: 'failed', atMs: 1_012, error });

  test('have one left if the element reported an error, because an aborted one reports nothing', () => {
    const facts = exchangeFacts([{}], { type: 'image', end: failed('NS_BINDING_ABORTED') });
    const stopped = { ...facts, hops: facts.hops.map((hop) => ({ ...hop, responseStartedAtMs: null })) };
    expect(inShort('firefox', { ...stopped, page: word(elementCall('img'), 'error') })).toBe(
      'blocked observed orb',
    );
  });

  test('have the embedder policy left that the page reported', () => {
    const facts = exchangeFacts([{ responseStartedAtMs: null }], {
      type: 'image',
      end: failed('net::ERR_BLOCKED_BY_RESPONSE'),
      page: {
        call: null,
        possible: [],
        isOneOfThem: false,
        violations: [violation({ type: 'coep-violation' })],
      },
    });
    expect(inShort('chrome', facts)).toBe('blocked observed coep-require-corp');
  });
});

describe("the page's report is ignored", () => {
  const facts = exchangeFacts([
    {
      requestHeaders: headers('Origin: https://page.example\nCookie: a=1'),
      response: { status: 200, headerList: allowed },
    },
  ]);

  test('if it contradicts what was sent', () => {
    const page = word(pageCall({ credentialsMode: 'omit' }));
    expect(judge({ ...facts, page }, 'firefox', none).credentialsMode).toEqual({
      value: 'include',
      basis: 'inferred',
    });
  });

  test('if several calls match, and the row says so', () => {
    const bare = exchangeFacts([{ requestHeaders: headers('Origin: https://page.example') }]);
    const page = ambiguousWord(pageCall(), pageCall({ id: 'c2', credentialsMode: 'include' }));
    const { assumptions } = judge({ ...bare, page }, 'chrome', none);
    expect(assumptions.map(({ because }) => because)).toContain('call-ambiguous');
  });

  test('if the page hides it, and the row says so', () => {
    const bare = exchangeFacts([{ requestHeaders: headers('Origin: https://page.example') }]);
    const page = word(pageCall({ credentialsMode: null }));
    const { assumptions } = judge({ ...bare, page }, 'chrome', none);
    expect(assumptions.map(({ because }) => because)).toContain('call-hides-it');
  });
});

test('but a call distinguishes an upload listener from a streaming body', () => {
  const preflight = exchangeFacts(
    [{ method: 'OPTIONS', requestHeaders: headers('Access-Control-Request-Method: POST') }],
    { id: 'p' },
  );
  const trigger = (isStreamingBody: boolean) => {
    const page = word(pageCall({ isStreamingBody, method: 'POST' }));
    const facts = exchangeFacts([{ method: 'POST', preflight: 'p' }], { page });
    return preflightTriggers(
      facts,
      judge(facts, 'chrome', () => preflight),
    );
  };
  expect(trigger(true)).toEqual(['streaming body']);
  expect(trigger(false)).toEqual(['upload listener']);
});
