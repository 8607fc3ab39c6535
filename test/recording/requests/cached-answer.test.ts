import { describe, expect, test } from 'vitest';
import type { BrowserName } from '../../../src/engine';
import { judge } from '../../../src/exchange/verdict/judge';
import type { HopFacts } from '../../../src/protocol/facts';
import { cachedAnswersIn } from '../../../src/recording/requests/cached-answer';
import { exchangeFacts } from '../../support/facts';
import { headers, http } from '../../support/http';

const url = 'https://api.example/i.png';
const cacheable = http`
  200
  Date: Tue, 01 Dec 2026 10:00:00 GMT
  Cache-Control: max-age=600`;

const image = (part: Partial<HopFacts> = {}) =>
  exchangeFacts([{ url, requestHeaders: headers('Accept: image/*'), response: cacheable, ...part }], {
    id: 'image',
    type: 'image',
  });
const fetched = (part: Partial<HopFacts> = {}) =>
  exchangeFacts(
    [
      {
        url,
        startedAtMs: 5_000,
        requestHeaders: headers('Origin: https://page.example'),
        response: cacheable,
        responseStartedAtMs: null,
        fromCache: null,
        ...part,
      },
    ],
    { id: 'fetch', startedAtMs: 5_000, end: { how: 'failed', atMs: 5_010, error: 'net::ERR_FAILED' } },
  );
const found = (
  earlier: ReturnType<typeof image>,
  later: ReturnType<typeof fetched>,
  browser: BrowserName = 'chrome',
) =>
  cachedAnswersIn([earlier, later])(
    later,
    judge(later, browser, () => undefined),
  );

describe('the earlier response that the cache may have answered with', () => {
  test('is that of a request without Origin for the same URL', () => {
    expect(found(image(), fetched({ url: `${url}#part` }))).toEqual({ exchange: 'image', ageMs: 4_000 });
  });

  test('is that of a request from another origin, whose header does not match', () => {
    const response = http`
      200
      Cache-Control: max-age=600
      Access-Control-Allow-Origin: https://other.example`;
    const earlier = image({ requestHeaders: headers('Origin: https://other.example'), response });
    expect(found(earlier, fetched({ response }))).toEqual({ exchange: 'image', ageMs: 4_000 });
  });

  test('may have no lifetime but a time of its last change', () => {
    const response = http`
      200
      Date: Tue, 01 Dec 2026 10:00:00 GMT
      Last-Modified: Tue, 24 Nov 2026 10:00:00 GMT`;
    expect(found(image({ response }), fetched({ response }))).not.toBeNull();
  });

  const variant = (name: string, value: string) => ({
    response: { ...cacheable, headerList: [...cacheable.headerList, [name, value] as const] },
  });

  // biome-ignore format: a table
  test.each<[string, Partial<HopFacts>, Partial<HopFacts>]>([
    // what                                earlier                                                      blocked
    ['with Vary: Origin',                  variant('Vary', 'Accept, Origin'),                           variant('Vary', 'Accept, Origin')],
    ['with Vary: *',                       variant('Vary', '*'),                                        variant('Vary', '*')],
    ['that must not be stored',            variant('Cache-Control', 'no-store'),                        variant('Cache-Control', 'no-store')],
    ['that is too old',                    { response: http`
                                             200
                                             Cache-Control: max-age=3` },                                { response: http`
                                                                                                           200
                                                                                                           Cache-Control: max-age=3` }],
    ['without a lifetime',                 { response: http`200` },                                     { response: http`200` }],
    ['for another URL',                    { url: `${url}?2` },                                         {}],
    ['of another method',                  { method: 'POST' },                                          {}],
    ['with the same Origin',               { requestHeaders: headers('Origin: https://page.example') }, {}],
    ['with another Date',                  {},                                                          { response: http`
                                                                                                           200
                                                                                                           Date: Tue, 01 Dec 2026 10:00:04 GMT
                                                                                                           Cache-Control: max-age=600` }],
    ['if the request bypassed the cache',  {},                                                          { requestHeaders: headers('Origin: https://page.example\nCache-Control: no-cache') }],
    ['if the server was asked',            {},                                                          { fromCache: false }],
    ['if it began later',                  { startedAtMs: 6_000 },                                      {}],
  ])('is none %s', (_, earlier, later) => {
    expect(found(image(earlier), fetched(later))).toBeNull();
  });

  test('is none for a request that was allowed', () => {
    const later = exchangeFacts(
      [
        {
          url,
          startedAtMs: 5_000,
          response: http`
      200
      Access-Control-Allow-Origin: *`,
          fromCache: null,
        },
      ],
      { id: 'fetch', startedAtMs: 5_000 },
    );
    expect(
      found(
        image({
          response: http`
      200
      Access-Control-Allow-Origin: *`,
        }),
        later,
      ),
    ).toBeNull();
  });
});
