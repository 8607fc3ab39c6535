import { describe, expect, test } from 'vitest';
import type { BrowserName } from '../../../src/engine';
import { registrableDomain, relationOf } from '../../../src/engine/site';
import { attributesOf } from '../../../src/exchange/explained/cookie-attributes';
import { cookieContext } from '../../../src/exchange/explained/cookie-context';
import { cookieUses } from '../../../src/exchange/explained/cookie-jar';
import { isContradicted } from '../../../src/exchange/explained/stored-cookies';
import { surroundingsIn } from '../../../src/exchange/explained/surroundings';
import { judge } from '../../../src/exchange/verdict/judge';
import type { StoredCookie } from '../../../src/protocol/cookies';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { exchangeFacts, frameFacts, keptCookie } from '../../support/facts';
import { headers } from '../../support/http';

const page = 'https://www.page.example';
const at = (startedAtMs: number) => ({
  startedAtMs,
  sentAtMs: startedAtMs + 1,
  headersAtMs: startedAtMs + 2,
});

function seen(
  all: readonly ExchangeFacts[],
  browser: BrowserName = 'chrome',
  kept: readonly StoredCookie[] | null = null,
) {
  const judged = all.map((facts) => ({ facts, verdict: judge(facts, browser, () => undefined) }));
  const surroundings = surroundingsIn(all, [frameFacts(0, `${page}/`, { documentId: 'd1' })]);
  const sites = { relationOf, registrableDomain };
  const storedCookies = kept && { atMs: 1_000, cookies: kept };
  return cookieUses(judged, cookieContext(browser, sites, surroundings, storedCookies));
}

function sightsOf(all: readonly ExchangeFacts[], browser: BrowserName = 'chrome') {
  const uses = seen(all, browser);
  return Object.fromEntries(
    [...uses].map(([id, seen]) => [
      id,
      seen.map(
        ({ hop, name, direction, because, basis }) => `${hop} ${name} ${direction} ${because} ${basis}`,
      ),
    ]),
  );
}

const login = exchangeFacts(
  [
    {
      ...at(0),
      url: `${page}/login`,
      response: {
        status: 200,
        headerList: headers(`Set-Cookie: sid=1; Secure; HttpOnly
        Set-Cookie: lang=en; Domain=page.example; Path=/; SameSite=Lax
        Set-Cookie: bad=1; Domain=example`),
      },
    },
  ],
  { id: 'login', type: 'main_frame', origin: null },
);
const fetched = (id: string, url: string, sent: string, type = 'xmlhttprequest') =>
  exchangeFacts([{ ...at(10), url, requestHeaders: headers(sent) }], { id, type, origin: page });

describe('the cookies of a recording', () => {
  test('are observed when sent, and computed when set', () => {
    expect(sightsOf([login, fetched('own', `${page}/x`, 'Cookie: sid=1; theme=dark')])).toEqual({
      login: [
        '0 sid set taken computed',
        '0 lang set taken computed',
        '0 bad refused public-suffix computed',
      ],
      own: [
        '0 sid sent in-the-header observed',
        '0 theme sent in-the-header observed',
        '0 lang not-sent kept-back observed',
      ],
    });
  });

  test('are listed with the reason if they are not sent', () => {
    const sub = 'https://api.www.page.example/x';
    expect(sightsOf([login, fetched('sub', sub, 'Sec-Fetch-Mode: no-cors', 'image')]).sub).toEqual([
      '0 sid not-sent host-only computed',
      '0 lang not-sent kept-back observed',
    ]);
    expect(
      sightsOf([login, fetched('cors', 'https://page.example/x', `Origin: ${page}\nSec-Fetch-Mode: cors`)])
        .cors,
    ).toEqual(['0 sid not-sent credentials-mode computed', '0 lang not-sent credentials-mode computed']);
  });

  test('are not listed for other hosts, or if the request was not shown', () => {
    expect(sightsOf([login, fetched('far', 'https://far.example/', '')]).far).toEqual([]);
    const hidden = exchangeFacts([{ ...at(10), url: `${page}/x`, requestHeaders: null }], {
      id: 'h',
      origin: page,
    });
    expect(sightsOf([login, hidden]).h).toEqual([]);
  });

  test('are gone once they are deleted, and may be set on each hop', () => {
    const out = exchangeFacts(
      [
        {
          ...at(10),
          url: `${page}/a`,
          response: { status: 302, headerList: headers('Set-Cookie: sid=; Max-Age=0; Path=/') },
        },
        {
          ...at(20),
          url: `${page}/b`,
          requestHeaders: headers('Cookie: lang=en'),
          response: { status: 200, headerList: headers('Set-Cookie: x=1') },
        },
      ],
      { id: 'out', origin: page },
    );
    expect(sightsOf([login, out]).out).toEqual([
      '0 sid not-sent omitted observed',
      '0 lang not-sent omitted observed',
      '0 sid set taken-away computed',
      '1 lang sent in-the-header observed',
      '1 x set taken computed',
    ]);
  });

  test('differ by browser where the browsers do', () => {
    const embedded = exchangeFacts(
      [
        {
          ...at(0),
          url: 'https://ads.example/p.gif',
          requestHeaders: headers('Sec-Fetch-Mode: no-cors'),
          response: { status: 200, headerList: headers('Set-Cookie: t=1') },
        },
      ],
      { id: 'ad', type: 'image', origin: page },
    );
    expect(sightsOf([embedded], 'chrome').ad).toEqual(['0 t refused same-site-from-cross-site computed']);
    expect(sightsOf([embedded], 'firefox').ad).toEqual(['0 t set taken-if-third-party computed']);
  });

  const third = exchangeFacts(
    [
      {
        ...at(0),
        url: 'https://ads.example/p.gif',
        requestHeaders: headers('Sec-Fetch-Mode: no-cors'),
        response: {
          status: 200,
          headerList: headers(`Set-Cookie: t=1
          Set-Cookie: n=1; SameSite=None; Secure
          Set-Cookie: p=1; SameSite=None; Secure; Partitioned`),
        },
      },
    ],
    { id: 'ad', type: 'image', origin: page },
  );

  test("include the other browser's reason if it would decide differently", () => {
    const otherwise = (browser: BrowserName) =>
      seen([third], browser)
        .get('ad')
        ?.map(({ name, direction, otherwise }) => `${name} ${direction} ${otherwise}`);
    expect(otherwise('chrome')).toEqual(['t refused taken-if-third-party', 'n set null', 'p set null']);
    expect(otherwise('firefox')).toEqual(['t set same-site-from-cross-site', 'n set null', 'p set null']);
  });

  test('have their attributes and their partition', () => {
    const bound = (browser: BrowserName) =>
      seen([third], browser)
        .get('ad')
        ?.map(({ cookie }) => cookie && attributesOf(cookie).join('; '));
    expect(bound('chrome')).toEqual([
      'ads.example; Path=/',
      'ads.example; Path=/; Secure; SameSite=None',
      'ads.example; Path=/; Secure; SameSite=None; Partitioned; (https://page.example)',
    ]);
    expect(bound('firefox')?.[1]).toBe('ads.example; Path=/; Secure; SameSite=None; (https://page.example)');
  });

  test("are compared with the browser's store", () => {
    const keeps = (part: Partial<StoredCookie>) =>
      keptCookie({ domain: 'www.page.example', isSecure: true, ...part });
    const sightsWith = (kept: readonly StoredCookie[], all: readonly ExchangeFacts[] = [login]) =>
      seen(all, 'chrome', kept)
        .get(all.at(-1)?.id ?? '')
        ?.map((use) => {
          const { name, direction, because, basis, stored: match } = use;
          return `${name} ${direction} ${because} ${basis} ${match}${isContradicted(use, match) ? '!' : ''}`;
        });
    const lang = { name: 'lang', value: 'en', domain: 'page.example', isHostOnly: false };
    expect(sightsWith([keeps({}), keeps(lang)])).toEqual([
      'sid set taken observed same',
      'lang set taken observed same',
      'bad refused public-suffix observed none',
    ]);
    expect(
      sightsWith([keeps({ value: '2' }), keeps({ name: 'bad', domain: 'example', isHostOnly: false })]),
    ).toEqual([
      'bad not-sent kept-since observed same',
      'sid set taken computed other',
      'lang set taken computed none!',
      'bad refused public-suffix computed same!',
    ]);
    // A cookie from before the recording is known only from the store.
    const strict = keeps({ name: 'old', domain: 'ads.example', sameSite: 'strict' });
    const image = exchangeFacts(
      [{ ...at(20), url: 'https://ads.example/q.gif', requestHeaders: headers('Sec-Fetch-Mode: no-cors') }],
      { id: 'later', type: 'image', origin: page },
    );
    expect(sightsWith([strict], [image])).toEqual(['old not-sent strict-cross-site computed same']);
    expect(sightsWith([{ ...strict, sameSite: 'none' }], [image])).toEqual([
      'old not-sent kept-since observed same',
    ]);
    // A cookie that a recorded response sets is known from there.
    expect(sightsWith([keeps({})], [fetched('before', `${page}/x`, ''), login])).toEqual([
      'sid set taken observed same',
      'lang set taken computed none!',
      'bad refused public-suffix observed none',
    ]);
  });

  test('are compared where they were last set', () => {
    const again = exchangeFacts(
      [
        {
          ...at(20),
          url: `${page}/a`,
          response: { status: 200, headerList: headers('Set-Cookie: x=1; Path=/') },
        },
        {
          ...at(30),
          url: `${page}/b`,
          response: { status: 200, headerList: headers('Set-Cookie: x=; Max-Age=0; Path=/') },
        },
      ],
      { id: 'again', origin: page },
    );
    expect(
      seen([again], 'chrome', [])
        .get('again')
        ?.filter(({ direction }) => direction === 'set')
        .map(({ because, stored: match, basis }) => `${because} ${match} ${basis}`),
    ).toEqual(['taken null computed', 'taken-away none observed']);
  });
});
