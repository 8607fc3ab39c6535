import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chromeRules,
  cookieNames,
  cookieRules,
  corpCheck,
  corsUnsafeRequestHeaderNames,
  differingComponents,
  type Exchange,
  type Explanation,
  embedderPolicyOf,
  explain,
  type FetchResponse,
  filteredResponse,
  firefoxRules,
  frameAncestorsCheck,
  frameOptionsCheck,
  getHeader,
  type HeaderList,
  isCorsSafelistedRequestHeader,
  isPotentiallyTrustworthy,
  isSameOrigin,
  locationUrl,
  mimeTypeCheck,
  mimeTypeEssence,
  moduleTypeCheck,
  normalizeMethod,
  nosniffCheck,
  opaqueResponseBlocking,
  originOf,
  parsePreflightHeaders,
  parseSetCookie,
  parseSingleRange,
  parseUrl,
  protocolOf,
  sendCookie,
  serializeRequestOrigin,
  setCookie,
  standardRules,
  taoCheck,
} from '../../src/engine';
import { isSameSite, relationOf } from '../../src/engine/site';
import { anyExchange, anyHeaders, anyMethod, anyResponse, anyUrl } from '../support/arbitrary';
import { runs } from '../support/runs';

const anyRules = fc.constantFrom(standardRules, chromeRules, firefoxRules);
const failing = new Set(['failure', 'network error']);

/** Returns the exchange with each response's header list changed. */
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

/** One more permission, and the response that grants it. */
interface Step {
  readonly hop: number;
  readonly on: 'preflight' | 'response';
  readonly allows: 'origin' | 'credentials' | 'method' | 'header' | 'status';
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  hop: fc.nat(3),
  on: fc.constantFrom('preflight', 'response'),
  allows: fc.constantFrom('origin', 'credentials', 'method', 'header', 'status'),
});

/** Returns the exchange with one more permission in one of its responses. */
function morePermissive(exchange: Exchange, { hop: at, on, allows }: Step): Exchange {
  const hop = exchange.hops[at];
  const response = hop?.[on];
  if (!hop || !response) return exchange;
  const urlList = exchange.hops.slice(0, at + 1).map(({ url }) => url);
  const sent = on === 'preflight' ? (hop.preflightOrigin ?? hop.sentOrigin) : hop.sentOrigin;
  const others = (name: string) =>
    response.headerList.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  const listed = (name: string, item: string): FetchResponse => ({
    ...response,
    headerList: [
      ...others(name),
      [name, [getHeader(response.headerList, name) ?? [], item].flat().join(', ')],
    ],
  });
  const set = (name: string, value: string): FetchResponse => ({
    ...response,
    headerList: [...others(name), [name, value]],
  });
  const changed = {
    origin: () =>
      set('Access-Control-Allow-Origin', sent ?? serializeRequestOrigin({ ...exchange, urlList })),
    credentials: () => set('Access-Control-Allow-Credentials', 'true'),
    method: () => listed('Access-Control-Allow-Methods', 'DELETE'),
    header: () => listed('Access-Control-Allow-Headers', 'x-foo'),
    status: () => (on === 'preflight' ? { ...response, status: 204 } : response),
  }[allows]();
  return { ...exchange, hops: exchange.hops.with(at, { ...hop, [on]: changed }) };
}

/** Returns how far an exchange gets, as a number. */
function reached({ failsAt }: Explanation): number {
  const places = ['request', 'preflight', 'response'];
  return failsAt ? failsAt.hop * places.length + places.indexOf(failsAt.on) : Number.POSITIVE_INFINITY;
}

describe('the engine never throws on input from the network', () => {
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

  test('checks after the CORS check', () => {
    const anyPolicy = fc.constantFrom('unsafe-none', 'credentialless', 'require-corp');
    const anyEmbedder = fc.option(fc.record({ value: anyPolicy, isolation: anyPolicy }));
    fc.assert(
      fc.property(
        anyResponse,
        anyUrl,
        anyUrl,
        anyEmbedder,
        fc.boolean(),
        (response, a, url, embedder, is) => {
          const origin = originOf(a);
          corpCheck({ origin, url, includesCredentials: is, isFrame: is }, response, embedder, isSameSite);
          embedderPolicyOf(response, is);
          opaqueResponseBlocking(response);
          nosniffCheck('script', response);
          mimeTypeCheck('script', response);
          moduleTypeCheck('unknown', response);
          frameOptionsCheck({ url, ancestors: [origin] }, response);
          frameAncestorsCheck({ url, ancestors: [origin] }, response);
          taoCheck({ origin, urlList: [a, url], mode: 'cors', responseTainting: 'cors' }, response);
          const request = {
            credentialsMode: 'omit',
            responseTainting: 'cors',
            redirectMode: 'follow',
          } as const;
          const { readable, hidden } = filteredResponse(request, response);
          expect(readable.filter((name) => hidden.some((each) => each.name === name))).toEqual([]);
        },
      ),
    );
  });

  test('cookies', () => {
    const attribute = fc.constantFrom(
      '',
      '; Secure',
      '; SameSite=None',
      '; Domain=example',
      '; Path=/x',
      '; Max-Age=-9',
    );
    const value = fc
      .tuple(fc.string({ unit: 'binary', maxLength: 20 }), attribute, attribute)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(value, anyUrl, fc.boolean(), (header, url, is) => {
        const request = {
          url,
          atMs: 0,
          includesCredentials: is,
          isSameSite: is,
          isTopLevel: !is,
          topLevelSite: null,
          method: 'GET',
        };
        const { cookie } = setCookie(parseSetCookie(header), request, cookieRules.chrome);
        if (cookie) sendCookie(cookie, request, cookieRules.firefox);
        cookieNames(header);
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

describe('any exchange', () => {
  test('has a finding for each failing rule, and none for any other', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        for (const { trace } of explain(exchange, rules).traces) {
          expect(trace.finding !== null).toBe(failing.has(trace.result));
        }
      }),
    );
  });

  test('fails exactly at its first error, and has no findings beyond it', () => {
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

  test('lists each problem once', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const codes = explain(exchange, rules).findings.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  test('has the same result for header names in another case', () => {
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

  test('has the same result with unknown headers', () => {
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

  test('has the same explanation each time, and is not changed by it', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const before = structuredClone(exchange);
        expect(explain(exchange, rules)).toEqual(explain(exchange, rules));
        expect(exchange).toEqual(before);
      }),
    );
  });

  test('has the same result with headers of different names in another order', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const sorted = withHeaderLists(exchange, (list) =>
          list.toSorted(([a], [b]) =>
            a.toLowerCase() < b.toLowerCase() ? -1 : Number(a.toLowerCase() !== b.toLowerCase()),
          ),
        );
        expect(explain(sorted, rules)).toEqual(explain(exchange, rules));
      }),
    );
  });

  test('never fails after a more permissive policy if it passed before', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, fc.array(anyStep, { maxLength: 6 }), (exchange, rules, steps) => {
        let policy = exchange;
        for (const step of steps) {
          const before = reached(explain(policy, rules));
          policy = morePermissive(policy, step);
          expect(reached(explain(policy, rules))).toBeGreaterThanOrEqual(before);
        }
      }),
      { numRuns: runs(1_000) },
    );
  });

  test('passes with credentials only if it passes without them', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const includes = explain({ ...exchange, credentialsMode: 'include' }, rules);
        const omits = explain({ ...exchange, credentialsMode: 'omit' }, rules);
        if (includes.failsAt === null) expect(omits.failsAt).toBeNull();
      }),
    );
  });
});

test('has the origin and scheme that the URL parser returns', () => {
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
    { numRuns: runs(2_000) },
  );
});

test('isSameOrigin is symmetric, and true for equal origins unless they are opaque', () => {
  fc.assert(
    fc.property(anyUrl, anyUrl, (a, b) => {
      const [first, second] = [originOf(a), originOf(b)];
      expect(isSameOrigin(first, second)).toBe(isSameOrigin(second, first));
      expect(isSameOrigin(first, first)).toBe(first !== 'null');
      expect(relationOf(first, second) === 'same-origin').toBe(isSameOrigin(first, second));
    }),
  );
});
