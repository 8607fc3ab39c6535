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
import { type Need, needs, withChange } from '../../src/remedy/needs';
import { anyCrossOriginRead, anyExchange } from '../support/arbitrary';
import { http } from '../support/http';
import { exchange } from '../support/request';
import { runs } from '../support/runs';

const passes = (of: Exchange, rules: BrowserRules) => explain(of, rules).failsAt === null;
const withAll = (of: Exchange, all: readonly Need[]) => all.reduce(withChange, of);
const inShort = (all: readonly Need[]) =>
  all.map(({ hop, on, header, has, needs }) => `${hop} ${on} ${header}: ${has} → ${needs}`);

describe('what an exchange needs', () => {
  const include = { credentialsMode: 'include' } as const;
  const put = { method: 'PUT', unsafeHeaderNames: ['authorization', 'x-foo'] };
  const ok = http`
    200
    Access-Control-Allow-Origin: *`;

  // biome-ignore format: a table
  test.each<[string, Exchange, readonly string[]]>([
    // what                            exchange                                                                needs
    ['nothing, if it passes',          exchange([{ response: ok }]),                                            []],
    ['nothing, if nothing was seen',   exchange([{}]),                                                          []],
    ['an origin',                      exchange([{ response: http`200` }]),                                     ['0 response Access-Control-Allow-Origin: null → https://page.example']],
    ['another origin',                 exchange([{ response: http`
                                           200
                                           Access-Control-Allow-Origin: https://other.example` }]),             ['0 response Access-Control-Allow-Origin: https://other.example → https://page.example']],
    ['anyone, for an opaque origin',   exchange([{ response: http`200` }], { origin: 'null' }),                 ['0 response Access-Control-Allow-Origin: null → *']],
    ['null, if it must be credentialed', exchange([{ response: http`200` }], { origin: 'null', ...include }),   ['0 response Access-Control-Allow-Origin: null → null', '0 response Access-Control-Allow-Credentials: null → true']],
    ['both, with credentials',         exchange([{ response: ok }], include),                                   ['0 response Access-Control-Allow-Origin: * → https://page.example', '0 response Access-Control-Allow-Credentials: null → true']],
    ['true and nothing else',          exchange([{ response: http`
                                           200
                                           Access-Control-Allow-Origin: https://page.example
                                           Access-Control-Allow-Credentials: True` }], include),                ['0 response Access-Control-Allow-Credentials: True → true']],
    ['a preflight that knows the method', exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: GET, DELETE`, response: ok }]),        ['0 preflight Access-Control-Allow-Methods: GET, DELETE → GET, DELETE, PUT']],
    ['a status',                       exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           404
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: *`, response: ok }]),                  ['0 preflight :status: 404 → 204']],
    ['no redirect of a preflight',     exchange([{ ...put, unsafeHeaderNames: [], preflight: http`
                                           301
                                           Location: /x
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: *`, response: ok }]),                  ['0 preflight :status: 301 → 204']],
    ['lists that parse',               exchange([{ ...put, preflight: http`
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
    ['null after a tainting redirect', exchange([{ url: 'https://a.example/', response: http`
                                           302
                                           Access-Control-Allow-Origin: *
                                           Location: https://b.example/` }, { url: 'https://b.example/', response: http`
                                           200
                                           Access-Control-Allow-Origin: https://page.example` }], { credentialsMode: 'omit' }), ['1 response Access-Control-Allow-Origin: https://page.example → *']],
    ['preflight and response at once', exchange([{ ...put, unsafeHeaderNames: [], preflight: http`405`, response: http`200` }]), [
                                                                                                                  '0 preflight Access-Control-Allow-Origin: null → https://page.example',
                                                                                                                  '0 preflight :status: 405 → 204',
                                                                                                                  '0 preflight Access-Control-Allow-Methods: null → PUT',
                                                                                                                  '0 response Access-Control-Allow-Origin: null → https://page.example']],
    ['a method that no list can name', exchange([{ method: '*,', preflight: http`
                                           204
                                           Access-Control-Allow-Origin: *
                                           Access-Control-Allow-Methods: PUT`, response: ok }]),                []],
    ['what no header can mend',        exchange([{ response: ok }], { mode: 'same-origin' }),                   []],
    ['what no header can mend either', exchange([{ url: 'ftp://api.example/' }]),                               []],
  ])('%s', (_, of, expected) => {
    const found = needs(of, standardRules);
    expect(inShort(found)).toEqual(expected);
    if (found.length > 0) expect(passes(withAll(of, found), standardRules)).toBe(true);
  });
});

describe('needs of any exchange', () => {
  const anyRules = fc.constantFrom(standardRules, chromeRules, firefoxRules);
  // Of exchanges of any kind, headers mend few: the others are of the kind that they do.
  const anyOf = fc.oneof(anyExchange, { weight: 3, arbitrary: anyCrossOriginRead });

  test('never throw', () => {
    fc.assert(fc.property(anyOf, anyRules, (of, rules) => void needs(of, rules)));
  });

  test('are none if it passes', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        if (passes(of, rules)) expect(needs(of, rules)).toEqual([]);
      }),
    );
  });

  test('make it pass, together', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const all = needs(of, rules);
        if (all.length > 0) expect(passes(withAll(of, all), rules)).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('are the smallest: without any one of them it fails again', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const all = needs(of, rules);
        for (const left of all) {
          const others = all.filter((need) => need !== left);
          expect(passes(withAll(of, others), rules), inShort([left])[0]).toBe(false);
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('list nothing that could be left out: without any item that was added it fails again', () => {
    const listed = (value: string | null) => value?.split(',').map((item) => item.trim()) ?? [];
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const all = needs(of, rules);
        for (const need of all.filter(({ header }) => /-Allow-(Methods|Headers)$/.test(header))) {
          const had = new Set(listed(need.has).map((item) => item.toLowerCase()));
          for (const item of listed(need.needs).filter((one) => !had.has(one.toLowerCase()))) {
            const value = listed(need.needs).filter((one) => one !== item);
            // An empty list is no smaller change: it would take a malformed one away all the same.
            if (value.length === 0) continue;
            const less = all.map((each) => (each === need ? { ...each, needs: value.join(', ') } : each));
            expect(passes(withAll(of, less), rules), `${need.header}: ${item}`).toBe(false);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('are there for enough of them that this says something', () => {
    const found = fc.sample(fc.tuple(anyOf, anyRules), { numRuns: 2000, seed: 1 });
    const mended = found.map(([of, rules]) => needs(of, rules)).filter((all) => all.length > 0);
    expect(mended.length).toBeGreaterThan(800);
    expect(mended.filter((all) => all.length > 1).length).toBeGreaterThan(400);
  });

  test('name each header of a response once, with its value now', () => {
    fc.assert(
      fc.property(anyOf, anyRules, (of, rules) => {
        const keys = needs(of, rules).map(({ hop, on, header }) => `${hop} ${on} ${header}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
