import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chromeRules,
  corsUnsafeRequestHeaderNames,
  differingComponents,
  type Exchange,
  explain,
  firefoxRules,
  type HeaderList,
  isCorsSafelistedRequestHeader,
  isPotentiallyTrustworthy,
  isSameOrigin,
  locationUrl,
  mimeTypeEssence,
  normalizeMethod,
  originOf,
  parsePreflightHeaders,
  parseSingleRange,
  parseUrl,
  protocolOf,
  serializeRequestOrigin,
  standardRules,
} from '../../src/engine';
import { relationOf } from '../../src/engine/site';
import { anyExchange, anyHeaders, anyMethod, anyResponse, anyUrl } from '../support/arbitrary';

const anyRules = fc.constantFrom(standardRules, chromeRules, firefoxRules);
const failing = new Set(['failure', 'network error']);

/** The exchange with each of its responses' header lists changed. */
function withHeaderLists(exchange: Exchange, change: (list: HeaderList) => HeaderList): Exchange {
  return {
    ...exchange,
    hops: exchange.hops.map((hop) => ({
      ...hop,
      preflight: hop.preflight && { ...hop.preflight, headerList: change(hop.preflight.headerList) },
      response: hop.response && { ...hop.response, headerList: change(hop.response.headerList) },
    })),
  };
}

describe('nothing from the network makes the engine throw', () => {
  test('whole exchanges', () => {
    fc.assert(fc.property(anyExchange, anyRules, (exchange, rules) => void explain(exchange, rules)));
  });

  test('header lists, values and methods', () => {
    fc.assert(
      fc.property(anyHeaders, anyMethod, (list, method) => {
        parsePreflightHeaders(list);
        corsUnsafeRequestHeaderNames(list);
        normalizeMethod(method);
        for (const [name, value] of list) {
          isCorsSafelistedRequestHeader(name, value);
          mimeTypeEssence(value);
          parseSingleRange(value);
        }
      }),
    );
  });

  test('URLs and origins', () => {
    fc.assert(
      fc.property(anyUrl, anyUrl, anyResponse, (a, b, response) => {
        locationUrl(response, a);
        isPotentiallyTrustworthy(a);
        serializeRequestOrigin({ origin: a, urlList: [a, b] });
        differingComponents(a, b);
        relationOf(originOf(a), originOf(b));
      }),
    );
  });
});

describe('in any exchange', () => {
  test('every rule that fails has a finding, and no other has', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        for (const { trace } of explain(exchange, rules).traces) {
          expect(trace.finding !== null).toBe(failing.has(trace.result));
        }
      }),
    );
  });

  test('it fails exactly where its first error is, and nothing is found beyond', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const { failsAt, findings, routes } = explain(exchange, rules);
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(failsAt).toEqual(errors[0] ? { hop: errors[0].hop, on: errors[0].on } : null);
        for (const { hop, on } of errors) expect({ hop, on }).toEqual(failsAt);
        if (failsAt) expect(routes).toHaveLength(failsAt.hop + 1);
      }),
    );
  });

  test('no problem is listed twice', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const codes = explain(exchange, rules).findings.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  test("the case of a header's name changes nothing", () => {
    fc.assert(
      fc.property(anyExchange, anyRules, fc.boolean(), (exchange, rules, isUpper) => {
        const recased = withHeaderLists(exchange, (list) =>
          list.map(([name, value]) => {
            // Only ASCII letters have a case on the wire.
            const changed = name.replace(/[a-z]/gi, (letter) =>
              isUpper ? letter.toUpperCase() : letter.toLowerCase(),
            );
            return [changed, value];
          }),
        );
        expect(explain(recased, rules)).toEqual(explain(exchange, rules));
      }),
    );
  });

  test('headers that the rules do not know change nothing', () => {
    const unrelated = fc.array(
      fc.tuple(
        fc.constantFrom('X-Powered-By', 'Vary', 'Set-Cookie', 'Access-Control-Max-Age', 'Date'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(anyExchange, anyRules, unrelated, (exchange, rules, others) => {
        const padded = withHeaderLists(exchange, (list) => [...others, ...list, ...others]);
        expect(explain(padded, rules)).toEqual(explain(exchange, rules));
      }),
    );
  });

  test('a request that includes credentials is shared at most where one that does not is', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const includes = explain({ ...exchange, credentialsMode: 'include' }, rules);
        const omits = explain({ ...exchange, credentialsMode: 'omit' }, rules);
        if (includes.failsAt === null) expect(omits.failsAt).toBeNull();
      }),
    );
  });
});

test('the origin and the scheme of a URL are those that its parser gives', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.constantFrom(
      '127.0.0.1',
      '1.2',
      '0x1',
      'a.0x7f',
      'xn--a',
      'a.xn--nxa',
      'A.example',
      'a..b',
      '-',
      'a_b',
    ),
  );
  const port = fc.oneof(
    fc.constantFrom('', ':80', ':443', ':8', ':080', ':65535', ':65536', ':'),
    fc.nat(70_000).map((n) => `:${n}`),
  );
  const anyHttpUrl = fc
    .tuple(
      fc.constantFrom('http', 'https', 'ws', 'HTTP'),
      host,
      port,
      fc.constantFrom('/', '/x?y', '', '?q', '#f', '\\', '@b.example/'),
    )
    .map(([scheme, name, at, rest]) => `${scheme}://${name}${at}${rest}`);
  fc.assert(
    fc.property(fc.oneof(anyHttpUrl, anyUrl), (url) => {
      const parsed = parseUrl(url);
      expect(originOf(url)).toBe(parsed?.origin ?? 'null');
      expect(protocolOf(url)).toBe(parsed?.protocol ?? '');
    }),
    { numRuns: 2_000 },
  );
});

test('same origin is symmetric, and an origin is its own exactly if it is not opaque', () => {
  fc.assert(
    fc.property(anyUrl, anyUrl, (a, b) => {
      const [first, second] = [originOf(a), originOf(b)];
      expect(isSameOrigin(first, second)).toBe(isSameOrigin(second, first));
      expect(isSameOrigin(first, first)).toBe(first !== 'null');
      expect(relationOf(first, second) === 'same-origin').toBe(isSameOrigin(first, second));
    }),
  );
});
