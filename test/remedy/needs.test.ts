import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BrowserRules,
  chromeRules,
  type Exchange,
  explain,
  firefoxRules,
  standardRules,
} from '../../src/engine';
import { type Need, withChange } from '../../src/remedy/need';
import { needs } from '../../src/remedy/needs';
import { anyCrossOriginRead, anyExchange } from '../support/arbitrary';
import { http } from '../support/http';
import { exchange } from '../support/request';
import { runs } from '../support/runs';

const passes = (of: Exchange, rules: BrowserRules) => explain(of, rules).failsAt === null;
const withAll = (of: Exchange, all: readonly Need[]) => all.reduce(withChange, of);
/** The exchange with a response without headers where needs are for one that was not seen. */
const asSupposed = (of: Exchange, all: readonly Need[]): Exchange => ({
  ...of,
  hops: of.hops.map((hop, index) =>
    all.some(({ hop, isSeen }) => hop === index && !isSeen)
      ? { ...hop, response: { status: 200, headerList: [] } }
      : hop,
  ),
});
const inShort = (all: readonly Need[]) =>
  all.map(
    ({ hop, on, header, current: has, required: needs, isSeen }) =>
      `${hop} ${on} ${header}: ${isSeen ? has : 'not seen'} → ${needs}`,
  );

describe('the needs of an exchange', () => {
  const include = { credentialsMode: 'include' } as const;
  const put = { method: 'PUT', unsafeHeaderNames: ['authorization', 'x-foo'] };
  const ok = http`
    200
    Access-Control-Allow-Origin: *`;

  // biome-ignore format: a table
  test.each<[string, Exchange, readonly string[]]>([
    // what                           exchange                                                                needs
    ['none if it passes',             exchange([{ response: ok }]),                                            []],
    ['none if nothing was observed',  exchange([{}]),                                                          []],
    ['an origin',                     exchange([{ response: http`200` }]),                                     ['0 response Access-Control-Allow-Origin: null → https://page.example']],
    ['another origin',                exchange([{ response: http`
                                           200
                                           Access-Control-Allow-Origin: https://other.example` }]),             ['0 response Access-Control-Allow-Origin: https://other.example → https://page.example']],
    ['any origin for an opaque one',  exchange([{ response: http`200` }], { origin: 'null' }),                 ['0 response Access-Control-Allow-Origin: null → *']],
    ['null, with credentials',        exchange([{ response: http`200` }], { origin: 'null', ...include }),   ['0 response Access-Control-Allow-Origin: null → null', '0 response Access-Control-Allow-Credentials: null → true']],
    ['both, with credentials',        exchange([{ response: ok }], include),                                   ['0 response Access-Control-Allow-Origin: * → https://page.example', '0 response Access-Control-Allow-Credentials: null → true']],
    ['exactly true',                  exchange([{ response: http`
                                           200
                                           Access-Control-Allow-Origin: https://page.example
                                           Access-Control-Allow-Credentials: True` }], include),                ['0 response Access-Control-Allow-Credentials: True → true']],
    ['a preflight with the method',  exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: GET, DELETE`, response: ok }]),        ['0 preflight Access-Control-Allow-Methods: GET, DELETE → GET, DELETE, PUT']],
    ['a status',                       exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           404
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: *`, response: ok }]),                  ['0 preflight :status: 404 → 204']],
    ['a preflight without a redirect',  exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           301
                                           Location: /x
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: *`, response: ok }]),                  ['0 preflight :status: 301 → 204']],
    ['well-formed lists',  exchange([{ ...put, preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: P@T
                                           Access-Control-Allow-Headers: x foo`, response: ok }]),              ['0 preflight Access-Control-Allow-Methods: P@T → PUT', '0 preflight Access-Control-Allow-Headers: x foo → authorization, x-foo']],
    ['names instead of *, with credentials', exchange([{ ...put, method: 'GET', preflight: http`
                                           204
                                           Access-Control-Allow-Origin: https://page.example
                                           Access-Control-Allow-Credentials: true
                                           Access-Control-Allow-Headers: *`, response: http`
                                           200
                                           Access-Control-Allow-Origin: https://page.example
                                           Access-Control-Allow-Credentials: true` }], include),                ['0 preflight Access-Control-Allow-Headers: * → authorization, x-foo']],
    ['a Location without userinfo',    exchange([{ response: http`
                                           302
                                           Access-Control-Allow-Origin: *
                                           Location: https://user:pw@b.example/x?y#z` }]),                      ['0 response Location: https://user:pw@b.example/x?y#z → https://b.example/x?y#z']],
    ['null after a tainting redirect',  exchange([{ url: 'https://a.example/', response: http`
                                           302
                                           Access-Control-Allow-Origin: *
                                           Location: https://b.example/` }, { url: 'https://b.example/', response: http`
                                           200
                                           Access-Control-Allow-Origin: https://page.example` }], { credentialsMode: 'omit' }), ['1 response Access-Control-Allow-Origin: https://page.example → *']],
    ['preflight and response together',  exchange([{ ...put, unsafeHeaderNames: [], preflight: http`405`, response: http`200` }]), [
                                                                                                                  '0 preflight Access-Control-Allow-Origin: null → https://page.example',
                                                                                                                  '0 preflight :status: 405 → 204',
                                                                                                                  '0 preflight Access-Control-Allow-Methods: null → PUT',
                                                                                                                  '0 response Access-Control-Allow-Origin: null → https://page.example']],
    ['a response that was not seen',  exchange([{ ...put, unsafeHeaderNames: [], preflight: http`401` }]), [
                                                                                                                  '0 preflight Access-Control-Allow-Origin: null → https://page.example',
                                                                                                                  '0 preflight :status: 401 → 204',
                                                                                                                  '0 preflight Access-Control-Allow-Methods: null → PUT',
                                                                                                                  '0 response Access-Control-Allow-Origin: not seen → https://page.example']],
    ['a response that was not seen, with credentials', exchange([{ preflight: http`
                                           204
                                           Access-Control-Allow-Origin: https://page.example
                                           Access-Control-Allow-Credentials: true`, unsafeHeaderNames: ['x-foo'] }], include), [
                                                                                                                  '0 preflight Access-Control-Allow-Headers: null → x-foo',
                                                                                                                  '0 response Access-Control-Allow-Origin: not seen → https://page.example',
                                                                                                                  '0 response Access-Control-Allow-Credentials: not seen → true']],
    ['nothing of a response that may still come', exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: PUT` }]),                              []],
    ['none for a method in lower case',  exchange([{ method: 'patch', preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: PATCH` }]),                            []],
    ['none for another one that is listed in upper case',  exchange([{ method: 'purge', preflight: http`
                                           204
                                           Access-Control-Allow-Methods: PURGE` }]),                            []],
    ['none for a redirect to a login page',  exchange([{ response: http`
                                           302
                                           Location: https://id.example/sso/start` }]),                         []],
    ['none for the login page itself', exchange([{ url: 'https://page.example/manifest', response: http`
                                           302
                                           Location: https://team.example/cdn-cgi/access/login/app` },
                                           { url: 'https://team.example/cdn-cgi/access/login/app', response: http`200` }]), []],
    ['those of a request to log in',   exchange([{ url: 'https://api.example/login', response: http`200` }]),   ['0 response Access-Control-Allow-Origin: null → https://page.example']],
    ['none for a preflight that a login answers', exchange([{ ...put, preflight: http`
                                           302
                                           Location: /login?next=%2F` }]),                                      []],
    ['none for a preflight that is redirected to https:', exchange([{ ...put, url: 'http://api.example/x', preflight: http`
                                           301
                                           Location: https://api.example/x` }]),                                []],
    ['none for a preflight that is redirected to a slash', exchange([{ ...put, url: 'https://api.example/x', preflight: http`
                                           307
                                           Location: /x/` }]),                                                  []],
    ['none for a page of a tunnel',    exchange([{ response: http`
                                           200
                                           ngrok-error-code: ERR_NGROK_6024` }]),                               []],
    ['none for a challenge',           exchange([{ ...put, preflight: http`
                                           403
                                           cf-mitigated: challenge` }]),                                        []],
    ['none for a deployment protection', exchange([{ ...put, preflight: http`
                                           401
                                           Set-Cookie: _vercel_sso_nonce=x; Path=/; Secure; HttpOnly` }]),      []],
    ['none for a method that is not a token',  exchange([{ method: '*,', preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: PUT`, response: ok }]),                []],
    ['none if no header can fix it',         exchange([{ response: ok }], { mode: 'same-origin' }),                   []],
    ['none if no header can fix it either',  exchange([{ url: 'ftp://api.example/' }]),                               []],
  ])('%s', (_, of, expected) => {
    const found = needs(of, standardRules);
    expect(inShort(found)).toEqual(expected);
    if (found.length > 0) expect(passes(withAll(of, found), standardRules)).toBe(true);
  });
});

describe('the needs of any exchange', () => {
  const anyRules = fc.constantFrom(standardRules, chromeRules, firefoxRules);
  // Headers can fix few random exchanges, so the others are of a kind that they can fix.
  const anyOf = fc.oneof(anyExchange, { weight: 3, arbitrary: anyCrossOriginRead });

  test('never throw', () => {
    fc.assert(fc.property(anyOf, anyRules, (of, rules) => void needs(of, rules)));
  });

  test('are empty if it passes', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        if (passes(of, rules)) expect(needs(of, rules)).toEqual([]);
      }),
    );
  });

  test('let it pass together', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const all = needs(of, rules);
        if (all.length > 0) expect(passes(withAll(of, all), rules)).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('are minimal: without any one of them it fails again', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const all = needs(of, rules);
        for (const left of all) {
          const others = all.filter((need) => need !== left);
          expect(passes(withAll(asSupposed(of, all), others), rules), inShort([left])[0]).toBe(false);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('list no unneeded items: without any added item it fails again', () => {
    const listed = (value: string | null) => value?.split(',').map((item) => item.trim()) ?? [];
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const all = needs(of, rules);
        for (const need of all.filter(({ header }) => /-Allow-(Methods|Headers)$/.test(header))) {
          const had = new Set(listed(need.current).map((item) => item.toLowerCase()));
          for (const item of listed(need.required).filter((one) => !had.has(one.toLowerCase()))) {
            const value = listed(need.required).filter((one) => one !== item);
            // An empty list is not a smaller change: it would replace a malformed one just the same.
            if (value.length === 0) continue;
            const less = all.map((each) => (each === need ? { ...each, required: value.join(', ') } : each));
            expect(passes(withAll(of, less), rules), `${need.header}: ${item}`).toBe(false);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('exist for enough exchanges to make these tests meaningful', () => {
    const found = fc.sample(fc.tuple(anyOf, anyRules), { numRuns: 2000, seed: 1 });
    const mended = found.map(([of, rules]) => needs(of, rules)).filter((all) => all.length > 0);
    expect(mended.length).toBeGreaterThan(800);
    expect(mended.filter((all) => all.length > 1).length).toBeGreaterThan(400);
  });

  test('name each header of a response once, with its current value', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const keys = needs(of, rules).map(({ hop, on, header }) => `${hop} ${on} ${header}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
