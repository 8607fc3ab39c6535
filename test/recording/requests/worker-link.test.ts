import { describe, expect, test } from 'vitest';
import { factsOfUnsentCall } from '../../../src/exchange/calls/unsent-call';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { workerLinksIn } from '../../../src/recording/requests/worker-link';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall } from '../../support/page-hints';

const url = 'https://api.example/i.png';
const image = (part: Partial<ExchangeFacts> = {}) =>
  exchangeFacts([{ url, requestHeaders: headers('Sec-Fetch-Mode: no-cors'), internal: 'service-worker' }], {
    id: 'image',
    type: 'image',
    end: { how: 'closed', atMs: 2_000, because: 'service-worker' },
    ...part,
  });
const own = (part: Partial<ExchangeFacts> = {}, mode = 'cors') =>
  exchangeFacts([{ url, requestHeaders: headers(`Sec-Fetch-Mode: ${mode}`) }], {
    id: 'own',
    tabId: -1,
    frameId: -1,
    documentId: null,
    initiator: 'unknown',
    startedAtMs: 1_500,
    ...part,
  });
const linksOf = (...exchanges: readonly ExchangeFacts[]) => {
  const linkOf = workerLinksIn(exchanges, (facts) => judge(facts, 'firefox', () => undefined));
  return exchanges.map(linkOf);
};

describe('the request of a service worker', () => {
  test('is linked with the request that it answered, both ways', () => {
    expect(linksOf(image(), own())).toEqual([
      { made: ['own'], madeFor: [], isModeChanged: true },
      { made: [], madeFor: ['image'], isModeChanged: true },
    ]);
  });

  test('has not changed the mode if both have the same', () => {
    expect(linksOf(image(), own({}, 'no-cors'))[0]).toMatchObject({ made: ['own'], isModeChanged: false });
  });

  test('is linked with an element that reported an error without a request', () => {
    const call = elementCall('img', { url, atMs: 1_900 }, 'anonymous');
    const row = factsOfUnsentCall({ call, end: 'error', threw: null }, [], false)!;
    expect(linksOf(row, own())[0]?.made).toEqual(['own']);
  });

  // biome-ignore format: a table
  test.each<[string, ExchangeFacts, ExchangeFacts]>([
    ['at another time',               image(), own({ startedAtMs: 9_000 })],
    ['of another origin',             image(), own({ origin: 'https://other.example' })],
    ['of a request from the network', image({ end: { how: 'completed', atMs: 2_000, status: 200 } }), own()],
    ['of a tab',                      image(), own({ tabId: 1 })],
  ])('is not linked: %s', (_, page, other) => {
    expect(linksOf(page, other)).toEqual([null, null]);
  });
});
