import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ExchangeFacts } from '../../src/protocol/facts';
import { markdown } from '../../src/report/markdown';
import { exchangeFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';
import { pageCall, pageWord, violation } from '../support/page-hints';
import { reportOfFacts } from '../support/reports';

const ownUrl = 'https://page.example/data';
const answered = (id: string, responseHeaders: [string, string][], part: Partial<ExchangeFacts> = {}) =>
  exchangeFacts([{ url: ownUrl, response: { status: 200, headerList: responseHeaders } }], { id, ...part });

describe('a policy of the document', () => {
  const defaults = { atMs: 2_000, blockedUrl: 'https://api.example/x?token=s3cr3t' };
  const against = (id: string, part: Parameters<typeof violation>[0] = defaults) =>
    exchangeFacts([{}], { id, page: pageWord(pageCall(), [violation({ ...defaults, ...part })]) });

  test('is one event with the first request that violated it', () => {
    const report = reportOfFacts([against('first'), against('second')]);
    expect(report.pageEvents).toMatchObject([
      {
        kind: 'csp-violation',
        atMs: 2_000,
        source: 'extension',
        reading: { relation: 'cross-site', rule: { code: 'policy-enforced' }, risk: null },
        blockedUrl: defaults.blockedUrl,
        directive: 'connect-src',
        disposition: 'enforce',
        exchange: 'first',
      },
    ]);
    expect(markdown(report)).toMatch(/CSP violation \|.*`connect-src`/);
  });

  test('shows whether it only reports and whether it is an embedder policy', () => {
    const events = reportOfFacts([
      against('a', { disposition: 'report' }),
      against('b', { type: 'coep-violation', directive: 'image' }),
    ]).pageEvents;
    expect(events.map(({ kind, reading }) => [kind, reading.rule.code])).toEqual([
      ['csp-violation', 'policy-reported'],
      ['coep-violation', 'policy-enforced'],
    ]);
  });
});

describe('responses through a proxy', () => {
  test('are one event for each document and set of signs, with any values', () => {
    const via = (id: string, value: string) => answered(id, [['Via', value]]);
    const other = answered('c', [['X-Cache', 'HIT']]);
    const report = reportOfFacts([via('a', '1.1 one'), via('b', '1.1 two'), other]);
    expect(report.pageEvents).toMatchObject([
      {
        kind: 'server-proxy',
        count: 2,
        reading: { relation: 'same-origin', rule: { code: 'answer-through-proxy' } },
        url: ownUrl,
        marks: [{ mark: 'named-itself', strength: 'strong', header: 'Via', value: '1.1 one', by: null }],
        exchanges: ['a', 'b'],
      },
      { kind: 'server-proxy', count: 1, exchanges: ['c'] },
    ]);
    expect(markdown(report)).toMatch(/Through a proxy \|.*`Via: 1\.1 one`/);
  });

  test('are ignored if all signs are weak, or if they are cross-origin', () => {
    const foreign = exchangeFacts([
      { url: 'https://api.example/', response: { status: 200, headerList: [['Via', '1.1 x']] } },
    ]);
    expect(reportOfFacts([answered('a', [['Age', '12']]), foreign]).pageEvents).toEqual([]);
  });

  test('belong to the opened tab if they were received there', () => {
    const inTab = answered('a', [['Via', '1.1 x']], { tabId: 2 });
    const [proxied] = reportOfFacts([inTab], {
      pageEvents: [pageEvent.openedDocument({ openedTabId: 2 })],
    }).pageEvents.filter(({ kind }) => kind === 'server-proxy');
    expect(proxied?.openedTabId).toBe(2);
  });
});

// Readers of reports depend on these kinds.
test.each([
  ['message-port', pageEvent.channelTraffic({ channel: 'message-port' })],
  ['broadcast-channel', pageEvent.channelTraffic({ channel: 'broadcast-channel' })],
  ['worker-message', pageEvent.channelTraffic({ channel: 'worker' })],
  ['worker-message', pageEvent.channelTraffic({ channel: 'shared-worker' })],
  ['cookie', pageEvent.storageUse({ what: 'cookie' })],
  ['storage', pageEvent.storageUse({ what: 'local-storage' })],
  ['storage', pageEvent.storageUse({ what: 'indexed-db' })],
  ['storage-access', pageEvent.storageUse({ what: 'storage-access' })],
])('a report names a page event by its technique: %s', (kind, event) => {
  expect(reportOfFacts([], { pageEvents: [event] }).pageEvents).toMatchObject([{ kind }]);
});

interface EventSchema {
  readonly $ref?: string;
  readonly anyOf?: readonly EventSchema[];
  readonly properties?: { readonly kind: { readonly const?: string; readonly enum?: readonly string[] } };
}

test('the schema has exactly these kinds', () => {
  const schema = readFileSync('docs/report.schema.json', 'utf8');
  const { $defs } = JSON.parse(schema) as { $defs: Readonly<Record<string, EventSchema>> };
  const found = new Set(
    ($defs.PageEvent?.anyOf ?? []).flatMap(({ $ref, properties }) => {
      const kind = (properties ?? $defs[$ref?.replace('#/$defs/', '') ?? '']?.properties)?.kind;
      return kind?.enum ?? kind?.const ?? [];
    }),
  );
  expect([...found].sort()).toEqual([
    'broadcast-channel',
    'canvas-read',
    'coep-violation',
    'cookie',
    'csp-violation',
    'document-domain',
    'dom-access',
    'jsonp',
    'location-hash',
    'message-port',
    'opener',
    'post-message',
    'server-proxy',
    'storage',
    'storage-access',
    'websocket',
    'window-name',
    'worker-message',
  ]);
});
