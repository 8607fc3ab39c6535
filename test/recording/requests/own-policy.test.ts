import { describe, expect, test } from 'vitest';
import { documentPoliciesOf } from '../../../src/exchange/facts/document-policies';
import { findings } from '../../../src/prose/en/findings';
import { findingContext } from '../../../src/prose/headline';
import { findings as chinese } from '../../../src/prose/zh-cn/findings';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { PageReport, PolicyViolation } from '../../../src/protocol/page-hints';
import { explainRecording } from '../../../src/recording/explain-recording';
import { exchangeFacts, frameFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall, reportedCall, violation } from '../../support/page-hints';
import { explainingContext } from '../../support/reports';

const page = 'https://page.example/shop';
const api = 'https://api.example/data';
const unsent = { response: null, requestHeaders: null, headersAtMs: null, responseStartedAtMs: null };
const neverSeen = { how: 'closed', atMs: 3_000, because: 'never-seen' } as const;
const violated = (type: PolicyViolation['type'], directive: string): PageReport => ({
  call:
    type === 'integrity-violation'
      ? reportedCall(elementCall('script', { url: api, integrity: 'sha256-a' }), 'error')
      : null,
  possible: [],
  isOneOfThem: false,
  violations: [violation({ type, blockedUrl: api, directive, disposition: 'enforce' })],
});

/** The evidence, sentence and remedy of the first finding, in both languages. */
function explained(line: string, part: Partial<ExchangeFacts>, hop = {}) {
  const load = exchangeFacts([{ url: page, response: { status: 200, headerList: headers(line) } }], {
    id: 'load',
    type: 'main_frame',
    startedAtMs: 500,
  });
  const facts = exchangeFacts([{ url: api, ...unsent, ...hop }], {
    id: 'request',
    documentPolicies: documentPoliciesOf('chrome', page, headers(line)),
    ...part,
  });
  const recorded = {
    page: { url: page, title: null, frames: [frameFacts(0, page)] },
    exchanges: [load, facts],
    pageEvents: [],
    audit: null,
    stars: [],
    storedCookies: null,
  };
  const { exchanges } = explainRecording(recorded, explainingContext('chrome'));
  const [exchange] = exchanges.filter((other) => other.facts.id === 'request');
  const [finding] = exchange?.verdict.findings ?? [];
  if (!exchange || !finding) throw new Error('nothing was found');
  const context = findingContext(facts, exchange.verdict, finding, 'Chrome');
  const texts = [findings, chinese].flatMap((prose) => {
    const { sentence, remedy } = prose[finding.code];
    return [sentence(context), remedy(context)];
  });
  return { code: finding.code, evidence: finding.evidence, texts };
}

describe("a finding of the page's own policy", () => {
  const failed = (error: string) => ({ how: 'failed', atMs: 1_010, error }) as const;

  // biome-ignore format: a table
  test.each<[string, string, Partial<ExchangeFacts>, object, readonly string[]]>([
    // what             header of the document                                        request   hop    what its texts contain
    ['connection-allowlist', 'Connection-Allowlist: (response-origin)',               { end: failed('net::ERR_NETWORK_ACCESS_REVOKED') }, {}, ['Connection-Allowlist: (response-origin)', '"https://api.example"']],
    ['connection-allowlist', 'Connection-Allowlist: (response-origin)',               { end: failed('net::ERR_UNSAFE_REDIRECT') }, { url: page, redirectedTo: api, response: { status: 302, headerList: headers(`Location: ${api}`) } }, ['Connection-Allowlist: (response-origin)', 'redirects=allow']],
    ['csp',             "Content-Security-Policy: default-src *; connect-src 'self'", { requestId: '', end: neverSeen, page: violated('csp-violation', 'connect-src') }, {}, ["Content-Security-Policy: connect-src 'self'", 'https://api.example', 'connect-src']],
    ['csp',             "Content-Security-Policy: default-src 'self'",                { requestId: '', end: neverSeen, page: violated('csp-violation', 'connect-src') }, {}, ["Content-Security-Policy: default-src 'self'", "connect-src 'self' https://api.example"]],
    ['integrity-policy', 'Integrity-Policy: blocked-destinations=(script)',           { requestId: '', end: neverSeen, type: 'script', page: violated('integrity-violation', 'script') }, {}, ['Integrity-Policy: blocked-destinations=(script)', 'crossorigin']],
    ['document-isolation-policy', 'Document-Isolation-Policy: isolate-and-require-corp', { type: 'image', end: failed('net::ERR_BLOCKED_BY_RESPONSE'), page: violated('dip-violation', '') }, { response: { status: 200, headerList: [] } }, ['Document-Isolation-Policy: isolate-and-require-corp']],
    ['coep-require-corp', 'Cross-Origin-Embedder-Policy: require-corp',               { type: 'image', end: failed('net::ERR_BLOCKED_BY_RESPONSE'), page: violated('coep-violation', '') }, { response: { status: 200, headerList: [] } }, ['Cross-Origin-Embedder-Policy: require-corp']],
  ])('%s of %s names header, document and entry', (code, line, part, hop, values) => {
    const { code: found, evidence, texts } = explained(line, part, hop);
    expect(found).toBe(code);
    expect(evidence).toMatchObject({ document: page, header: line.split(':')[0] });
    for (const [sentence = '', remedy = ''] of [texts.slice(0, 2), texts.slice(2)]) {
      expect(sentence).toContain(page);
      for (const value of values) expect(`${sentence} ${remedy}`).toContain(value);
    }
  });

  test('wants only the attribute that the element lacks', () => {
    const part = {
      requestId: '',
      end: neverSeen,
      type: 'script',
      page: violated('integrity-violation', 'script'),
    };
    const { evidence, texts } = explained('Integrity-Policy: blocked-destinations=(script)', part);
    expect(evidence.lacking).toBe('crossorigin');
    expect(texts[1]).toContain('add the attribute crossorigin to the element');
  });

  test('warns of a report-only policy with the same values', () => {
    const line = 'Connection-Allowlist-Report-Only: (response-origin)';
    const response = { status: 200, headerList: headers('Access-Control-Allow-Origin: *') };
    const { code, evidence, texts } = explained(line, {}, { response });
    expect(code).toBe('report-only');
    expect(evidence).toEqual({
      header: 'Connection-Allowlist-Report-Only',
      document: page,
      policy: '(response-origin)',
      entry: '"https://api.example"',
    });
    expect(texts[0]).toBe(
      'The Connection-Allowlist-Report-Only of the page at https://page.example would block GET ' +
        'https://api.example/data if it were enforced; https://page.example/shop was sent with ' +
        'Connection-Allowlist-Report-Only: (response-origin).',
    );
    expect(texts[1]).toBe(
      'Before you enforce the policy, add "https://api.example" to it on the page’s server.',
    );
  });

  test('names no document that was not recorded', () => {
    const part = { end: failed('net::ERR_NETWORK_ACCESS_REVOKED'), frameId: 7, documentPolicies: null };
    const { evidence, texts } = explained('Connection-Allowlist: (response-origin)', part);
    expect(evidence).toEqual({ error: 'net::ERR_NETWORK_ACCESS_REVOKED', header: 'Connection-Allowlist' });
    expect(texts[1]).toContain('add "https://api.example" to the list in Connection-Allowlist.');
  });
});
