import { describe, expect, test } from 'vitest';
import {
  type BrowserRules,
  chromeRules,
  type Evidence,
  explain,
  type FindingCode,
  findingCodes,
  findings,
  firefoxRules,
  type SectionId,
  sections,
  standardRules,
} from '../../src/engine';
import { type FindingContext, languageFor, type Prose, proseFor } from '../../src/prose';
import { nearMiss } from '../../src/prose/near-miss';
import { hostOf, shortUrl } from '../../src/prose/short-url';
import { http } from '../support/http';
import { languages, type TextAt, textsIn } from '../support/prose-texts';
import { exchange } from '../support/request';

const usual: Evidence = {
  origin: 'https://other.test',
  requestOrigin: 'https://page.test',
  credentials: 'True',
  credentialsMode: 'include',
  status: '401',
  method: 'PUT',
  methods: 'GET, POST',
  unsafeNames: 'x-a,x-b',
  headerNames: 'x-a',
  missingNames: 'x-b',
  locationUrl: 'https://elsewhere.test/',
  error: 'net::ERR_FAILED',
};

function context(evidence: Evidence = usual, part: Partial<FindingContext> = {}): FindingContext {
  return {
    evidence,
    url: 'https://api.test/data',
    method: 'PUT',
    origin: 'https://page.test',
    browser: 'Chrome',
    kind: 'fetch',
    api: null,
    requestedUrl: 'https://api.test/data',
    status: 200,
    otherFix: null,
    mayBeCached: false,
    ...part,
  };
}

/** What changes the sentences of a finding: who requested it, and what was seen of it. */
const variants: readonly FindingContext[] = [
  context(),
  ...['use', 'track', 'worker', 'shared-worker', 'event-source', 'image'].flatMap((requestedBy) => [
    context({ requestedBy, reported: 'error', status: '204' }),
    context({ requestedBy, reported: 'error', status: '500', answeredBy: 'service-worker' }),
  ]),
  context({ opaque: 'true' }),
  context({ lacking: 'https://frame.test', embedder: 'https://page.test', permission: 'local-network' }),
  context({ lacking: 'https://frame.test' }),
  ...['prompt', 'denied'].map((state) => context({ state })),
  context({ status: '101', offered: 'v1', protocol: 'v2' }),
  ...['101', '302', '403'].map((status) => context({ status })),
  context({}, { url: 'wss://api.test/chat' }),
  context({}, { url: 'chrome-extension://abc/a.js' }),
  context({ requestOrigin: 'null' }, { origin: 'null', status: 500 }),
  context({}, { mayBeCached: true }),
  ...(['login-page', 'gateway-page', 'other-url', 'method-case'] as const).map((otherFix) =>
    context(usual, { otherFix }),
  ),
];

function sentencesOf({ findings }: Prose, code: FindingCode, context: FindingContext): readonly TextAt[] {
  return [
    [`/findings/${code}/sentence`, findings[code].sentence(context)],
    [`/findings/${code}/remedy`, findings[code].remedy(context)],
  ];
}

/** Every text about requests, with the path to it; functions of findings are called with a usual context. */
function textsOf(prose: Prose): readonly TextAt[] {
  const said = findingCodes.flatMap((code) => sentencesOf(prose, code, context()));
  const { classes, outcomes, nothingWrong, preflightRefused } = prose;
  const { findings, assumptions, sections, steps, headline, ticket } = prose;
  const row = { classes, outcomes, nothingWrong, preflightRefused };
  return [...textsIn({ ...row, findings, assumptions, sections, steps, headline, ticket }), ...said];
}

describe.each(languages)('the prose in %s', (language) => {
  const prose = proseFor(language);

  test.each(findingCodes)('has every text of %s, in its length', (code) => {
    const { title, reason, sentence, remedy } = prose.findings[code];
    expect(title.length, title).toBeLessThanOrEqual(80);
    expect(reason.length, reason).toBeLessThanOrEqual(40);
    for (const text of [title, reason, sentence(context()), remedy(context())]) expect(text).not.toBe('');
    expect(title, 'a title has no full stop').not.toMatch(/[.。]$/);
    expect(sentence(context()), 'a sentence has one').toMatch(/[.。]$/);
  });

  test('has two titles for no two codes', () => {
    const titles = findingCodes.map((code) => prose.findings[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(textsOf(prose))('%s is calm and exact', (_, text) => {
    expect(text).not.toMatch(/CORS error|CORS 错误|\bplease\b|\bthe browser\b|undefined|\[object|NaN/i);
    expect(text, 'full-width spaces and doubled ones').not.toMatch(/ {2}|\u3000/);
  });

  // What failed is said by what it was: the word would send people to headers that are not to blame.
  test.each(findingCodes)('%s is told without the word CORS', (code) => {
    const { title, reason, sentence, remedy } = prose.findings[code];
    for (const text of [title, reason, sentence(context()), remedy(context())]) {
      expect(text).not.toMatch(/CORS(?!cope)/);
      expect(text).not.toMatch(/跨源资源共享/);
    }
  });

  // biome-ignore format: a table
  const deciding: readonly (readonly [code: FindingCode, field: string])[] = [
    ['allow-origin-multiple',                  'origin'],
    ['allow-origin-invalid',                   'origin'],
    ['allow-origin-mismatch',                  'origin'],
    ['allow-origin-mismatch',                  'requestOrigin'],
    ['allow-origin-missing',                   'requestOrigin'],
    ['allow-origin-wildcard-with-credentials', 'requestOrigin'],
    ['allow-credentials-not-true',             'credentials'],
    ['preflight-allow-origin-mismatch',        'origin'],
    ['preflight-allow-credentials-not-true',   'credentials'],
    ['preflight-status',                       'status'],
    ['preflight-redirect',                     'status'],
    ['preflight-allow-methods-invalid',        'methods'],
    ['preflight-allow-headers-invalid',        'headerNames'],
    ['preflight-method-not-allowed',           'method'],
    ['preflight-method-not-allowed',           'methods'],
    ['preflight-header-not-allowed',           'headerNames'],
    ['preflight-header-not-allowed',           'missingNames'],
    ['preflight-network-error',                'error'],
    ['redirect-with-credentials',              'locationUrl'],
    ['redirect-scheme',                        'locationUrl'],
    ['network-dns',                            'error'],
    ['network-tls',                            'error'],
  ];
  const hostile = '<img src=x onerror=alert(1)> `$(a)` $& $1 \\ | “” \u0000\u202e 中文 😀';

  test.each(deciding)('%s names its %s, whatever is in it', (code, field) => {
    expect(prose.findings[code].sentence(context({ ...usual, [field]: hostile }))).toContain(hostile);
  });

  test.each(findingCodes)('%s can be said with no evidence, and with hostile values', (code) => {
    const { sentence, remedy } = prose.findings[code];
    const all = Object.fromEntries(Object.keys(usual).map((field) => [field, hostile]));
    const none = Object.fromEntries(Object.keys(usual).map((field) => [field, null]));
    const bare = context({}, { url: hostile, method: hostile, origin: hostile, browser: hostile });
    for (const each of [context({}), context(none), context(all), bare]) {
      for (const text of [sentence(each), remedy(each)])
        expect(text).not.toMatch(/undefined|null(?=”|"|\s以)/);
    }
  });

  test('says exactly which header with which value', () => {
    const remedy = prose.findings['allow-origin-missing'].remedy(context({ ...usual, origin: null }));
    expect(remedy).toContain('Access-Control-Allow-Origin: https://page.test');
    expect(remedy).toContain('Access-Control-Allow-Credentials: true');
    expect(remedy).toContain('api.test');
  });

  const originCodes = findingCodes.filter((code) => /allow-origin-/.test(code));

  test.each(originCodes)('%s never advises to allow null or every origin', (code) => {
    for (const credentialsMode of ['include', 'same-origin']) {
      const opaque = prose.findings[code].remedy(
        context({ ...usual, requestOrigin: 'null', credentialsMode }),
      );
      expect(opaque).not.toContain('Access-Control-Allow-Origin: null');
      expect(opaque).toMatch(/Do not allow “null”|切勿允许“null”/);
      const named = prose.findings[code].remedy(context({ ...usual, credentialsMode }));
      expect(named).toMatch(/echoing back every Origin opens|原样回显任意 Origin 等于/);
      expect(named).toContain('Vary: Origin');
    }
  });

  test('does not advise * for a request with credentials', () => {
    const remedy = prose.findings['allow-origin-missing'].remedy(context());
    expect(remedy).not.toMatch(/or \* if|也可以返回 \*/);
  });

  test('does not advise to log in where a preflight was redirected', () => {
    const remedy = (requestedUrl: string) =>
      prose.findings['preflight-redirect'].remedy(context(usual, { otherFix: 'login-page', requestedUrl }));
    expect(remedy('https://api.test/data')).toContain('OPTIONS https://api.test/data');
    expect(remedy('https://api.test/data')).not.toContain("credentials: 'include'");
    expect(remedy('https://app.test/data'), 'redirected before the preflight').toContain('app.test');
  });

  test('writes an allow attribute that a frame accepts', () => {
    const remedy = prose.findings['local-network-denied'].remedy(context({}));
    expect(remedy).toContain('allow="loopback-network; local-network"');
  });

  test('refutes what is said about no-cors, Postman, slashes and null', () => {
    const { remedy } = prose.findings['allow-origin-missing'];
    expect(remedy(context())).toMatch(/no-cors/);
    expect(remedy(context())).toMatch(/Postman/);
    const { sentence } = prose.findings['allow-origin-mismatch'];
    expect(sentence(context({ ...usual, origin: 'https://page.test/' }))).toMatch(/slash|斜杠/);
    expect(sentence(context({ ...usual, origin: 'null' }))).toMatch(/does not identify|不能标识/);
  });

  test('has a text for the step that each finding stands on', () => {
    for (const code of findingCodes) {
      const { section, step } = findings[code];
      expect(prose.steps[section]?.[step], `${section} ${step}`).toBeTruthy();
    }
  });

  test('has a text for each step that the engine returns at or passes over', () => {
    const walked = walkedSteps();
    expect(walked.size).toBeGreaterThanOrEqual(25);
    for (const each of walked) {
      const [section, step] = each.split(' ') as [SectionId, string];
      expect(prose.steps[section]?.[step], each).toBeTruthy();
    }
  });

  test('has a name for every section', () => {
    for (const id of Object.keys(sections) as SectionId[]) expect(prose.sections[id]).toBeTruthy();
  });
});

/** The steps of the decision lists, as exchanges that go every way walk them: `corsCheck 4`. */
function walkedSteps(): ReadonlySet<string> {
  const ok = http`200
    Access-Control-Allow-Origin: https://page.example
    Access-Control-Allow-Credentials: true`;
  const preflights = [
    ok,
    http`302`,
    http`500`,
    http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: "PUT"`,
    http`204
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: x a`,
    http`204
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: *`,
    http`204
      Access-Control-Allow-Origin: https://page.example
      Access-Control-Allow-Methods: PUT
      Access-Control-Allow-Headers: authorization, x-a`,
  ];
  const location = (to: string) => http`302
    Access-Control-Allow-Origin: *
    Location: ${to}`;
  const responses = [
    ok,
    http`200`,
    http`302
      Access-Control-Allow-Origin: *`,
    ...['http://[', 'ftp://api.example/', 'https://a:b@c.example/', 'https://a:b@page.example/', '/next'].map(
      location,
    ),
  ];
  const urls = ['https://page.example/', 'https://api.example/', 'ftp://api.example/'];
  const put = { method: 'PUT', unsafeHeaderNames: ['authorization', 'x-a'] };
  const exchanges = [
    ...urls.flatMap((url) =>
      (['cors', 'no-cors', 'same-origin', 'navigate'] as const).flatMap((mode) =>
        (['follow', 'error'] as const).map((redirectMode) => exchange([{ url }], { mode, redirectMode })),
      ),
    ),
    ...(['include', 'same-origin'] as const).flatMap((credentialsMode) => [
      ...preflights.map((preflight) => exchange([{ ...put, preflight }], { credentialsMode })),
      ...responses.flatMap((response) =>
        (['follow', 'error'] as const).map((redirectMode) =>
          exchange([{ response }], { credentialsMode, redirectMode }),
        ),
      ),
    ]),
    exchange(Array.from({ length: 22 }, () => ({ response: location('/') }))),
  ];
  const rules: readonly BrowserRules[] = [standardRules, chromeRules, firefoxRules];
  return new Set(
    exchanges.flatMap((each) =>
      rules.flatMap((browser) =>
        explain(each, browser).traces.flatMap(({ trace: { section, step, passedOver, failsToo } }) =>
          [step, ...passedOver, ...failsToo.map((failed) => failed.step)].map(
            (number) => `${section} ${number}`,
          ),
        ),
      ),
    ),
  );
}

describe('the two languages', () => {
  test('share no text but codes and names', () => {
    const chinese = new Map(textsOf(proseFor('zh-CN')));
    const shared = textsOf(proseFor('en')).filter(([path, text]) => chinese.get(path) === text);
    expect(shared.map(([path]) => path)).toEqual(['/classes/no-cors/label']);
  });

  test('say in Chinese what is not a header or a code', () => {
    for (const [path, text] of textsOf(proseFor('zh-CN'))) {
      if (/^\/classes\/(no-cors|websocket|webtransport)\/label$/.test(path)) continue;
      expect(text, path).toMatch(/\p{Script=Han}/u);
    }
  });

  test('set Chinese apart from Latin words', () => {
    const prose = proseFor('zh-CN');
    const varied = findingCodes.flatMap((code) => variants.flatMap((each) => sentencesOf(prose, code, each)));
    for (const [path, text] of [...textsOf(prose), ...varied]) {
      expect(text, path).not.toMatch(/\p{Script=Han}[A-Za-z0-9<]|[A-Za-z0-9>]\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
    }
  });

  // biome-ignore format: a table
  test.each([
    [['zh-TW', 'en'], 'zh-CN'],
    [['de', 'en-GB'], 'en'],
    [[],              'en'],
  ] as const)('%j reads %s', (preferred, language) => {
    expect(languageFor(preferred)).toBe(language);
  });
});

describe('a shortened URL', () => {
  // biome-ignore format: a table
  test.each([
    ['https://user:word@api.test:8443/a/b?c=d#e', 'https://api.test:8443/a/b', 'api.test:8443'],
    ['https://api.test:443/',                     'https://api.test/',         'api.test'],
    ['data:text/plain,abc',                       'data:text/plain,abc',       'data:'],
    ['file:///etc/hostname',                      'file:///etc/hostname',      'file:'],
    ['blob:https://page.test/1',                  'blob:https://page.test/1',  'blob:'],
    ['no url',                                    'no url',                    'no url'],
  ])('of %s is %s', (url, short, host) => {
    expect(shortUrl(url)).toBe(short);
    expect(hostOf(url)).toBe(host);
  });

  test('has at most 80 characters and breaks none in two', () => {
    expect(shortUrl(`https://api.test/${'a'.repeat(100)}`)).toHaveLength(80);
    expect(shortUrl('😀'.repeat(60))).toMatch(/^😀+…$/u);
  });
});

describe('a near miss', () => {
  // biome-ignore format: a table
  test.each([
    ['null',                 'null'],
    ['https://page.test/',   'trailing-slash'],
    ['https://page.test/a',  'path'],
    ['https://Page.test',    'letter-case'],
    ['https://*.test',       'pattern'],
    ['https://other.test',   null],
  ])('of %s is %s', (value, miss) => {
    expect(nearMiss(value, 'https://page.test')).toBe(miss);
  });
});
