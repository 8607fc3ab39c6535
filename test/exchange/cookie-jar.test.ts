import { describe, expect, test } from 'vitest';
import { type BrowserName, cookieRules } from '../../src/engine';
import { isSameSite, registrableDomain } from '../../src/engine/site';
import { cookieSights } from '../../src/exchange/cookie-jar';
import { judge } from '../../src/exchange/judge';
import type { ExchangeFacts } from '../../src/protocol/facts';
import { exchangeFacts } from '../support/facts';
import { headers } from '../support/http';

const page = 'https://www.page.example';
const at = (startedAtMs: number) => ({
  startedAtMs,
  sentAtMs: startedAtMs + 1,
  headersAtMs: startedAtMs + 2,
});

function sightsOf(all: readonly ExchangeFacts[], browser: BrowserName = 'chrome') {
  const judged = all.map((facts) => ({ facts, verdict: judge(facts, browser, () => undefined) }));
  const sights = cookieSights(judged, {
    rules: cookieRules[browser],
    isSameSite: ({ origin }, url) => origin === null || isSameSite(origin, new URL(url).origin),
    isPublicSuffix: (domain) => registrableDomain(domain) === null,
  });
  return Object.fromEntries(
    [...sights].map(([id, seen]) => [
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
      responseHeaders: headers(`Set-Cookie: sid=1; Secure; HttpOnly
        Set-Cookie: lang=en; Domain=page.example; Path=/; SameSite=Lax
        Set-Cookie: bad=1; Domain=example`),
    },
  ],
  { id: 'login', type: 'main_frame', origin: null },
);
const fetched = (id: string, url: string, sent: string, type = 'xmlhttprequest') =>
  exchangeFacts([{ ...at(10), url, requestHeaders: headers(sent) }], { id, type, origin: page });

describe('the cookies of a recording', () => {
  test('are seen going, and computed coming', () => {
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

  test('that stay are named with the reason', () => {
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

  test('of other hosts are not spoken of, and neither is a request that was not shown', () => {
    expect(sightsOf([login, fetched('far', 'https://far.example/', '')]).far).toEqual([]);
    const hidden = exchangeFacts([{ ...at(10), url: `${page}/x`, requestHeaders: null }], {
      id: 'h',
      origin: page,
    });
    expect(sightsOf([login, hidden]).h).toEqual([]);
  });

  test('are gone once they are taken away, and may come on each hop', () => {
    const out = exchangeFacts(
      [
        {
          ...at(10),
          url: `${page}/a`,
          status: 302,
          responseHeaders: headers('Set-Cookie: sid=; Max-Age=0; Path=/'),
        },
        {
          ...at(20),
          url: `${page}/b`,
          requestHeaders: headers('Cookie: lang=en'),
          responseHeaders: headers('Set-Cookie: x=1'),
        },
      ],
      { id: 'out', origin: page },
    );
    expect(sightsOf([login, out]).out).toEqual([
      '0 sid not-sent kept-back observed',
      '0 lang not-sent kept-back observed',
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
          responseHeaders: headers('Set-Cookie: t=1'),
        },
      ],
      { id: 'ad', type: 'image', origin: page },
    );
    expect(sightsOf([embedded], 'chrome').ad).toEqual(['0 t refused same-site-from-cross-site computed']);
    expect(sightsOf([embedded], 'firefox').ad).toEqual(['0 t set taken-if-third-party computed']);
  });
});
