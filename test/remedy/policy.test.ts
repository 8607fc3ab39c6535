import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chromeRules,
  type Exchange,
  explain,
  filteredResponse,
  firefoxRules,
  type Hop,
} from '../../src/engine';
import { askedOf } from '../../src/remedy/asked';
import { type CorsPolicy, requiredPolicy, type WantedRequest } from '../../src/remedy/policy';
import { type Excess, excessOf, policyRows, servedPolicy } from '../../src/remedy/served-policy';
import { underPolicy } from '../../src/remedy/under-policy';
import { anyCrossOriginRead } from '../support/arbitrary';
import { http } from '../support/http';
import { exchange } from '../support/request';
import { runs } from '../support/runs';

const server = 'https://api.example';
const page = 'https://page.example';
const other = 'https://other.example';

/** A request of one hop to the server. */
function wanted(
  hop: Partial<Hop> = {},
  part: Partial<Exchange> = {},
  exposedHeaders: readonly string[] = [],
): WantedRequest {
  return { exchange: exchange([{ url: `${server}/x`, ...hop }], part), exposedHeaders };
}

const none: CorsPolicy = {
  origins: [],
  methods: [],
  requestHeaders: [],
  exposedHeaders: [],
  credentials: false,
  maxAgeSeconds: null,
};
const include = { credentialsMode: 'include' } as const;
const opaque = { origin: 'null' } as const;
const put = { method: 'PUT', unsafeHeaderNames: ['x-b', 'x-a'] };

describe('the smallest policy of a server', () => {
  // biome-ignore format: a table
  test.each<[string, readonly WantedRequest[], Partial<CorsPolicy>, readonly string[]]>([
    // for                                     requests                                          policy                                                                  unsolved
    ['no request allows nothing',              [],                                               {},                                                                     []],
    ['a simple request has its origin',        [wanted()],                                       { origins: [page] },                                                    []],
    ['two pages lists both',                   [wanted(), wanted({}, { origin: other })],        { origins: [other, page] },                                             []],
    ['a preflight has its method and headers', [wanted(put)],                                    { origins: [page], methods: ['PUT'], requestHeaders: ['x-a', 'x-b'], maxAgeSeconds: 7200 }, []],
    ['a POST with a header lists no method',   [wanted({ method: 'POST', unsafeHeaderNames: ['content-type'] })], { origins: [page], requestHeaders: ['content-type'], maxAgeSeconds: 7200 }, []],
    ['credentials allows them',                [wanted({}, include)],                            { origins: [page], credentials: true },                                 []],
    ['headers to read exposes them once',      [wanted({}, {}, ['X-Total', 'ETag']), wanted({}, {}, ['etag'])], { origins: [page], exposedHeaders: ['ETag', 'X-Total'] }, []],
    ['an opaque origin allows any',            [wanted({}, opaque), wanted()],                   { origins: '*' },                                                       []],
    ['an opaque origin with credentials is empty', [wanted({}, { ...opaque, ...include })],      {},                                                                     ['opaque-origin']],
    ['credentials excludes an opaque origin',  [wanted({}, opaque), wanted({}, include)],        { origins: [page], credentials: true },                                 ['opaque-origin']],
    ['a method that no list can contain',      [wanted({ method: 'P@T' })],                      {},                                                                     ['method']],
    ['a page of the server itself',            [wanted({}, { origin: server })],                 {},                                                                     []],
    ['another server',                         [wanted({ url: 'https://b.example/' })],          {},                                                                     []],
    ['no-cors',                                [wanted({}, { mode: 'no-cors' })],                {},                                                                     []],
    ['a redirect that made the origin opaque', [{ exchange: exchange([{ url: 'https://b.example/' }, { url: `${server}/x` }]), exposedHeaders: [] }], { origins: '*' },  []],
  ])('for %s', (_, requests, policy, unsolved) => {
    const found = requiredPolicy(server, requests);
    expect(found.policy).toEqual({ ...none, ...policy });
    expect([...found.unsolved.values()]).toEqual(unsolved);
  });
});

const anyWanted: fc.Arbitrary<WantedRequest> = fc
  .record({
    origin: fc.constantFrom(page, other, 'http://localhost:3000', page, 'null'),
    credentialsMode: fc.constantFrom('omit', 'same-origin', 'same-origin', 'include'),
    method: fc.constantFrom('GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'patch', 'P@T'),
    unsafeHeaderNames: fc.subarray(['authorization', 'content-type', 'x-foo']),
    exposedHeaders: fc.subarray(['ETag', 'X-Total', 'x-total']),
    useCorsPreflight: fc.boolean(),
  })
  .map(({ origin, credentialsMode, exposedHeaders, ...hop }) =>
    wanted(hop, { origin, credentialsMode } as const, exposedHeaders),
  );
const anyTraffic = fc.array(anyWanted, { maxLength: 200 });

/** Whether a page gets what it wants from a server under a policy, in both browsers. */
function gets({ exchange: recorded, exposedHeaders }: WantedRequest, policy: CorsPolicy): boolean {
  const served = underPolicy(server, recorded, policy);
  if ([chromeRules, firefoxRules].some((rules) => explain(served, rules).failsAt !== null)) return false;
  const response = served.hops.at(-1)?.response;
  if (!response) return false;
  const { credentialsMode } = recorded;
  const present = exposedHeaders.map((name) => [name, '1'] as const);
  const readable = filteredResponse(
    { credentialsMode, redirectMode: 'follow', responseTainting: 'cors' },
    { ...response, headerList: [...response.headerList, ...present] },
  );
  return !readable.hidden.some(({ name }) => exposedHeaders.some((wish) => wish.toLowerCase() === name));
}

/** The policy without one of its parts, once for each part that decides whether a request passes. */
function lesser(policy: CorsPolicy): readonly CorsPolicy[] {
  const without = <Key extends 'methods' | 'requestHeaders' | 'exposedHeaders'>(key: Key) =>
    policy[key].map((value) => ({ ...policy, [key]: policy[key].filter((each) => each !== value) }));
  const { origins } = policy;
  const fewer =
    origins === '*' ? [[page, other]] : origins.map((it) => origins.filter((each) => each !== it));
  return [
    ...fewer.map((kept) => ({ ...policy, origins: kept })),
    ...without('methods'),
    ...without('requestHeaders'),
    ...without('exposedHeaders'),
    ...(policy.credentials ? [{ ...policy, credentials: false }] : []),
  ];
}

describe('for any traffic', () => {
  test('the policy lets every request pass that it does not leave out', () => {
    fc.assert(
      fc.property(anyTraffic, (traffic) => {
        const { policy, unsolved } = requiredPolicy(server, traffic);
        for (const [index, request] of traffic.entries()) {
          expect(gets(request, policy)).toBe(!unsolved.has(index));
        }
      }),
      { numRuns: runs(60) },
    );
  });

  test('each part of the policy is needed', () => {
    fc.assert(
      fc.property(anyTraffic, (traffic) => {
        const { policy, unsolved } = requiredPolicy(server, traffic);
        const solved = traffic.filter((_, index) => !unsolved.has(index));
        for (const less of lesser(policy)) expect(solved.every((each) => gets(each, less))).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  test('redirects between servers leave no failure of the policy at this server', () => {
    fc.assert(
      fc.property(anyCrossOriginRead, (recorded) => {
        const { policy, unsolved } = requiredPolicy(server, [{ exchange: recorded, exposedHeaders: [] }]);
        if (unsolved.size > 0) return;
        const { findings } = explain(underPolicy(server, recorded, policy), chromeRules);
        const asked = askedOf(server, recorded).map(({ hop }) => hop);
        const left = findings.filter(
          ({ code, hop }) => asked.includes(hop) && /allow-|^preflight-/.test(code),
        );
        expect(left).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  test('a server under the smallest policy allows nothing beyond it', () => {
    fc.assert(
      fc.property(anyTraffic, (traffic) => {
        const { policy } = requiredPolicy(server, traffic);
        const served = traffic.map((request) => ({
          ...request,
          exchange: underPolicy(server, request.exchange, policy),
        }));
        expect(excessOf(servedPolicy(server, served), policy)).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('what a wider policy allows beyond the smallest is exactly what it adds', () => {
    const added = fc.record({
      methods: fc.subarray(['LINK', 'PURGE']),
      requestHeaders: fc.subarray(['x-more', 'x-other']),
      credentials: fc.boolean(),
    });
    fc.assert(
      fc.property(anyTraffic, added, (traffic, more) => {
        const { policy } = requiredPolicy(server, traffic);
        const wide: CorsPolicy = {
          ...policy,
          methods: [...policy.methods, ...more.methods],
          requestHeaders: [...policy.requestHeaders, ...more.requestHeaders],
          credentials: policy.credentials || more.credentials,
        };
        const served = traffic.map((request) => ({
          ...request,
          exchange: underPolicy(server, request.exchange, wide),
        }));
        const seen = served.flatMap(({ exchange: of }) => of.hops);
        const isAllowed = ({ headerList }: { readonly headerList: readonly (readonly string[])[] }) =>
          headerList.some(([name]) => name === 'Access-Control-Allow-Origin');
        const hasPreflight = seen.some(({ preflight }) => preflight && isAllowed(preflight));
        const hasNamed = wide.origins !== '*' && seen.some(({ response }) => response && isAllowed(response));
        const expected: Excess[] = [
          ...(more.credentials && !policy.credentials && hasNamed
            ? [{ kind: 'credentials', values: [] } as const]
            : []),
          ...(hasPreflight && more.methods.length > 0
            ? [{ kind: 'method', values: more.methods } as const]
            : []),
          ...(hasPreflight && more.requestHeaders.length > 0
            ? [{ kind: 'request-header', values: more.requestHeaders } as const]
            : []),
        ];
        expect(excessOf(servedPolicy(server, served), policy)).toEqual(expected);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('what a recorded server allows', () => {
  const ok = http`
    200
    Access-Control-Allow-Origin: *
    Access-Control-Allow-Credentials: true`;
  const loose = http`
    200
    Access-Control-Allow-Origin: null
    Access-Control-Allow-Methods: *, GET, LINK
    Access-Control-Allow-Headers: *, X-A, X-More`;

  test('beyond the policy is named part by part', () => {
    const recorded = [wanted({ ...put, preflight: loose, response: ok })];
    const { policy } = requiredPolicy(server, recorded);
    expect(excessOf(servedPolicy(server, recorded), policy)).toEqual([
      { kind: 'any-origin', values: [] },
      { kind: 'null-origin', values: [] },
      { kind: 'credentials', values: [] },
      { kind: 'any-method', values: [] },
      { kind: 'method', values: ['LINK'] },
      { kind: 'any-request-header', values: [] },
      { kind: 'request-header', values: ['x-more'] },
    ]);
  });

  test('stands beside what is required', () => {
    const recorded = [
      wanted({ ...put, preflight: http`401` }),
      wanted({ response: ok }, include, ['ETag']),
      wanted({ response: http`500` }, { origin: other }),
    ];
    const { policy } = requiredPolicy(server, recorded);
    const shown = policyRows(server, recorded, policy).map(
      ({ header, current, required }) => `${header}: ${current.join(' | ')} → ${required}`,
    );
    expect(shown).toEqual([
      `Access-Control-Allow-Origin:  | * → ${other} ${page}`,
      'Access-Control-Allow-Credentials:  | true → true',
      ':status: 401 → 204',
      'Access-Control-Allow-Methods:  → PUT',
      'Access-Control-Allow-Headers:  → x-a, x-b',
      'Access-Control-Expose-Headers:  → ETag',
      'Vary:  → Origin',
    ]);
  });
});
