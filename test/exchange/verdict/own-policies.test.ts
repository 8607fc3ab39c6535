import { describe, expect, test } from 'vitest';
import { documentPoliciesOf } from '../../../src/exchange/facts/document-policies';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import type { PageCall, PageReport, PolicyViolation } from '../../../src/protocol/page-hints';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall, pageCall, reportedCall, violation } from '../../support/page-hints';

const page = 'https://page.example/';
const api = 'https://api.example/';
const own = 'Connection-Allowlist: (response-origin)';
const unsent = { response: null, requestHeaders: null, headersAtMs: null, responseStartedAtMs: null };
const served = (...lines: string[]) =>
  documentPoliciesOf(
    'chrome',
    page,
    lines.flatMap((line) => headers(line)),
  );
const failed = (error: string) => ({ how: 'failed', atMs: 1_010, error }) as const;
const neverSeen = { how: 'closed', atMs: 3_000, because: 'never-seen' } as const;
const report = (part: Partial<PageReport>): PageReport => ({
  call: null,
  possible: [],
  isOneOfThem: false,
  violations: [],
  ...part,
});

function judged(hops: readonly Partial<HopFacts>[], part: Partial<ExchangeFacts>) {
  const { outcome, outcomeBasis, findings, candidates } = judge(
    exchangeFacts(hops, part),
    'chrome',
    () => undefined,
  );
  const codes = candidates.length > 0 ? candidates : findings.map(({ code }) => code);
  return `${outcome}, ${outcomeBasis}: ${codes.join(' ')}`;
}

describe("a Connection-Allowlist of the page's document", () => {
  const socket = { url: 'wss://api.example/', ...unsent };
  const redirected = {
    url: page,
    redirectedTo: api,
    response: { status: 302, headerList: headers(`Location: ${api}`) },
  };
  const call = report({ call: reportedCall({ api: 'websocket', url: 'wss://api.example/' }, 'error') });

  // biome-ignore format: a table
  test.each<[string, readonly Partial<HopFacts>[], Partial<ExchangeFacts>, string]>([
    ['blocks a WebSocket',                    [socket], { type: 'websocket', documentPolicies: served(own), page: call }, 'blocked, observed: connection-allowlist'],
    ['may be that of a worker',               [socket], { type: 'websocket', documentPolicies: served(own), initiator: 'unknown' }, 'unknown, observed: aborted network-other local-network-denied connection-allowlist'],
    ['is missing',                            [socket], { type: 'websocket', documentPolicies: served(), page: call }, 'unknown, observed: aborted network-other local-network-denied'],
    ['is not known',                          [socket], { type: 'websocket', page: call }, 'unknown, observed: aborted network-other local-network-denied connection-allowlist'],
    ['lists the socket',                      [socket], { type: 'websocket', documentPolicies: served('Connection-Allowlist: ("https://api.example")'), page: call }, 'unknown, observed: aborted network-other local-network-denied'],
    ['cannot have blocked what was sent',     [{ ...socket, requestHeaders: [] }], { type: 'websocket', documentPolicies: served(own), page: call }, 'unknown, observed: socket-handshake network-other aborted local-network-denied'],
  ])('%s', (_, hops, part, expected) => {
    const end = failed('net::ERR_FAILED');
    expect(judged(hops, { end, ...part })).toBe(expected);
  });

  // biome-ignore format: a table
  test.each<[string, Partial<ExchangeFacts>, string]>([
    ['blocks a redirect',                     { documentPolicies: served(own) }, 'blocked, observed: connection-allowlist'],
    ['is not known',                          {}, 'blocked, observed: connection-allowlist unexplained'],
    ['may be that of a worker',               { documentPolicies: served(own), initiator: 'unknown' }, 'blocked, observed: connection-allowlist unexplained'],
    ['allows redirects',                      { documentPolicies: served(`${own};redirects=allow`) }, 'blocked, observed: unexplained'],
  ])('%s, as the error of a redirect shows', (_, part, expected) => {
    const hop = { ...redirected, responseStartedAtMs: null };
    expect(judged([hop], { end: failed('net::ERR_UNSAFE_REDIRECT'), ...part })).toBe(expected);
  });

  test('blocks the redirect of a frame, which is aborted', () => {
    const hop = { ...redirected, responseStartedAtMs: null };
    const end = failed('net::ERR_ABORTED');
    const part = { type: 'sub_frame', end, documentPolicies: served(own) };
    expect(judged([hop], part)).toBe('blocked, computed: connection-allowlist');
  });

  test.each(['iframe', 'object', 'embed'])('blocks an <%s> that has no event', (name) => {
    const type = name === 'iframe' ? 'sub_frame' : 'object';
    const page = report({ call: reportedCall(elementCall(name, { url: api }), 'load') });
    const part = { type, requestId: '', end: neverSeen, page };
    const all = { ...part, documentPolicies: served(own) };
    expect(judged([{ url: api, ...unsent }], all)).toBe('blocked, computed: connection-allowlist');
    expect(judged([{ url: api, ...unsent }], part)).toBe('unknown, observed: never-seen');
  });
});

describe("a Permissions-Policy of the page's document", () => {
  // biome-ignore format: a table
  test.each([
    // policy                            what it threw    expected
    ['sync-xhr=()',                      'NetworkError', 'blocked, observed: permissions-policy'],
    ['camera=(self), sync-xhr=( ), usb=()', 'NetworkError', 'blocked, observed: permissions-policy'],
    ['sync-xhr=()',                      null,           'unknown, observed: never-seen'],
    ['sync-xhr=(self)',                  'NetworkError', 'unknown, observed: never-seen'],
    ['camera=()',                        'NetworkError', 'unknown, observed: never-seen'],
  ])('%s, with %s', (policy, threw, expected) => {
    const call = { ...reportedCall(pageCall({ api: 'xhr', url: api }), 'error'), threw };
    const documentPolicies = served(`Permissions-Policy: ${policy}`);
    const part = { requestId: '', end: neverSeen, documentPolicies, page: report({ call }) };
    expect(judged([{ url: api, ...unsent }], part)).toBe(expected);
  });
});

describe("an Integrity-Policy of the page's document, where the browser reports nothing to the page", () => {
  const script = (part: Partial<PageCall>, crossOrigin: 'anonymous' | null = null, isModule = false) =>
    report({
      call: reportedCall(elementCall('script', { url: api, ...part }, crossOrigin, isModule), 'error'),
    });
  const policy = 'Integrity-Policy: blocked-destinations=(script)';
  const blocked = 'blocked, observed: integrity-policy';
  const unseen = 'unknown, observed: service-worker-failed never-seen';
  const unseenByCors = 'unknown, observed: service-worker-opaque service-worker-failed never-seen';

  // biome-ignore format: a table
  test.each<[string, string, PageReport, string]>([
    ['without attributes',        policy, script({ integrity: '' }), blocked],
    ['without crossorigin',       policy, script({ integrity: 'sha256-a' }), blocked],
    ['without integrity',         policy, script({ integrity: '' }, 'anonymous'), blocked],
    ['a module without integrity', policy, script({ integrity: '' }, null, true), blocked],
    ['with both',                 policy, script({ integrity: 'sha256-a' }, 'anonymous'), unseenByCors],
    ['a module with integrity',   policy, script({ integrity: 'sha256-a' }, null, true), unseenByCors],
    ['of no policy',              'X-Other: 1', script({ integrity: '' }), unseen],
    ['of a report-only policy',   'Integrity-Policy-Report-Only: blocked-destinations=(script)', script({ integrity: '' }), unseen],
  ])('a script %s', (_, line, page, expected) => {
    const part = { type: 'script', requestId: '', end: neverSeen, documentPolicies: served(line), page };
    expect(judged([{ url: api, ...unsent }], part)).toBe(expected);
  });
});

describe('a report-only policy', () => {
  const requestHeaders = headers('Origin: https://page.example');
  const allowed = {
    url: api,
    requestHeaders,
    response: { status: 200, headerList: headers('Access-Control-Allow-Origin: *') },
  };
  const reported = (type: PolicyViolation['type'], disposition: 'enforce' | 'report', directive = '') =>
    report({ violations: [violation({ type, blockedUrl: api, disposition, directive })] });
  const listed = served('Connection-Allowlist-Report-Only: (response-origin)');

  // biome-ignore format: a table
  test.each<[string, readonly Partial<HopFacts>[], Partial<ExchangeFacts>, string]>([
    ['warns of a list, computed',             [allowed], { documentPolicies: listed }, 'allowed, observed: report-only'],
    ['warns of a redirect',                   [{ url: page, redirectedTo: page, response: { status: 302, headerList: [] } }, { url: page }], { documentPolicies: listed }, 'allowed, observed: report-only'],
    ['says nothing of its own origin',        [{ url: page }], { documentPolicies: listed }, 'allowed, observed: '],
    ['says nothing of a worker',              [allowed], { documentPolicies: listed, initiator: 'unknown' }, 'allowed, observed: '],
    ['says nothing of what failed',           [{ url: api, ...unsent }], { documentPolicies: listed, end: failed('net::ERR_CONNECTION_REFUSED') }, 'failed, observed: network-refused'],
    ['warns of Integrity-Policy, reported',   [{ ...allowed }], { type: 'script', page: reported('integrity-violation', 'report', 'script') }, 'allowed, observed: report-only'],
    ['warns of a CSP, reported',              [allowed], { page: reported('csp-violation', 'report', 'connect-src') }, 'allowed, observed: report-only'],
    ['warns of COEP, reported',               [allowed], { type: 'image', page: reported('coep-violation', 'report') }, 'allowed, observed: report-only'],
    ['warns of Integrity-Policy, computed',   [allowed], { type: 'script', documentPolicies: served('Integrity-Policy-Report-Only: blocked-destinations=(script)'), page: report({ call: reportedCall(elementCall('script', { url: api, integrity: '' }, 'anonymous'), 'load') }) }, 'allowed, observed: report-only'],
    ['is no warning if it is enforced',       [allowed], { type: 'image', page: reported('coep-violation', 'enforce') }, 'allowed, observed: '],
  ])('%s', (_, hops, part, expected) => {
    expect(judged(hops, part)).toBe(expected);
  });
});

describe('the headers of Private Network Access', () => {
  const preflight = exchangeFacts(
    [
      {
        url: api,
        requestHeaders: headers(
          'Access-Control-Request-Method: PUT\nAccess-Control-Request-Private-Network: true',
        ),
        response: { status: 204, headerList: headers('Access-Control-Allow-Private-Network: true') },
      },
    ],
    { id: 'p', preflightFor: { exchange: '1', hop: 0 } },
  );
  test('are obsolete on a response, a preflight and its response', () => {
    const headerList = headers('Access-Control-Allow-Origin: *\nAccess-Control-Allow-Private-Network: true');
    const facts = exchangeFacts([
      { url: api, requestHeaders: null, preflight: 'p', response: { status: 200, headerList } },
    ]);
    const { findings, outcome } = judge(facts, 'chrome', () => preflight);
    expect(findings.filter(({ code }) => code === 'private-network-header').map(({ on }) => on)).toEqual([
      'request',
      'preflight',
      'response',
    ]);
    expect(findings.every(({ severity }) => severity === 'warning') || outcome !== 'allowed').toBe(true);
  });
});

describe('a declared address space', () => {
  const declared = (...spaces: (string | null)[]) => {
    const possible = spaces.map((targetAddressSpace, index) =>
      reportedCall(pageCall({ id: `c${index}`, targetAddressSpace, url: 'http://localhost:8080/' })),
    );
    const [call = null] = possible;
    const page = possible.length === 1 ? report({ call }) : report({ possible, isOneOfThem: true });
    return { page: possible.length === 0 ? null : page, end: failed('net::ERR_FAILED') };
  };
  const open = 'unknown, observed: network-other local-network-denied';

  // biome-ignore format: a table
  test.each<[readonly (string | null)[], string, string]>([
    [['local'],              'http://localhost:8080/', 'blocked, computed: local-network-mismatch'],
    [['public'],             'http://127.0.0.1:8080/', 'blocked, computed: local-network-mismatch'],
    [['local', 'public'],    'http://localhost:8080/', 'blocked, computed: local-network-mismatch'],
    [['local', ''],          'http://localhost:8080/', `${open} local-network-mismatch`],
    [['loopback'],           'http://localhost:8080/', `${open} local-network-mismatch`],
    [['local'],              'http://printer.example/', `${open} local-network-mismatch`],
    [[''],                   'http://localhost:8080/', open],
    [['unknown'],            'http://localhost:8080/', open],
    [[null],                 'http://localhost:8080/', `${open} local-network-mismatch`],
    [[],                     'http://localhost:8080/', `${open} local-network-mismatch`],
  ])('%s of %s', (spaces, url, expected) => {
    const { requestHeaders: _, ...hop } = unsent;
    expect(judged([{ url, ...hop }], declared(...spaces))).toBe(expected);
  });
});
