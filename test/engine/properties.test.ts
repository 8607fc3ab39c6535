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

/** A step by which a server allows more, and where. */
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

/** The exchange with one more thing allowed by one of its responses. */
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

/** How far an exchange comes, as a number. */
function reached({ failsAt }: Explanation): number {
  const places = ['request', 'preflight', 'response'];
  return failsAt ? failsAt.hop * places.length + places.indexOf(failsAt.on) : Number.POSITIVE_INFINITY;
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

  test('what comes after the CORS check', () => {
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

  test('what is explained twice is explained alike, and left as it was', () => {
    fc.assert(
      fc.property(anyExchange, anyRules, (exchange, rules) => {
        const before = structuredClone(exchange);
        expect(explain(exchange, rules)).toEqual(explain(exchange, rules));
        expect(exchange).toEqual(before);
      }),
    );
  });

  test('the order of headers of different names changes nothing', () => {
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

  test('a policy that becomes more permissive, step by step, never fails what passed', () => {
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
    { numRuns: runs(2_000) },
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
