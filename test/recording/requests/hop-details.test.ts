import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { hopDetails, preflightCost } from '../../../src/recording/requests/hop-details';
import { exchangeFacts } from '../../support/facts';
import { headers } from '../../support/http';

const sent = (origin: string) => headers(`Origin: ${origin}\nSec-Fetch-Mode: cors`);
const passing = headers('Access-Control-Allow-Origin: *');

function storiesOf(facts: ExchangeFacts, others: readonly ExchangeFacts[] = []) {
  const lookup = (id: string) => others.find((other) => other.id === id);
  return hopDetails(facts, judge(facts, 'chrome', lookup), lookup);
}

describe('the hops of a redirect chain', () => {
  const chain = exchangeFacts([
    {
      url: 'https://page.example/out',
      startedAtMs: 1_000,
      requestHeaders: headers('Sec-Fetch-Mode: cors'),
      response: { status: 302, headerList: headers('Location: //api.example/in') },
      redirectedTo: 'https://api.example/in',
    },
    {
      url: 'https://api.example/in',
      startedAtMs: 1_005,
      requestHeaders: sent('https://page.example'),
      response: { status: 307, headerList: [...passing, ['Location', 'https://far.example/end']] },
    },
    { url: 'https://far.example/end', startedAtMs: 1_008, requestHeaders: sent('null') },
  ]);

  test('show the check of each hop and where it was redirected to', () => {
    expect(
      storiesOf(chain).map(({ corsCheck, location, tookMs }) => ({ corsCheck, location, tookMs })),
    ).toEqual([
      { corsCheck: { kind: 'none', because: 'own' }, location: '//api.example/in', tookMs: 5 },
      { corsCheck: { kind: 'passed' }, location: 'https://far.example/end', tookMs: 3 },
      { corsCheck: { kind: 'failed', finding: 'allow-origin-missing' }, location: null, tookMs: 4 },
    ]);
  });

  test('show the origin that was sent, and when it becomes null', () => {
    expect(storiesOf(chain).map(({ sentOrigin, isTainted }) => [sentOrigin.value, isTainted])).toEqual([
      [null, false],
      ['https://page.example', false],
      ['null', true],
    ]);
    const hidden = exchangeFacts([{ requestHeaders: null, response: null }], {
      end: { how: 'failed', atMs: 1_010, error: 'net::ERR_FAILED' },
    });
    expect(storiesOf(hidden)[0]).toMatchObject({
      sentOrigin: { value: 'https://page.example', basis: 'computed' },
      corsCheck: { kind: 'none', because: 'unseen' },
    });
  });

  test('have no check for an image', () => {
    const image = exchangeFacts([{ requestHeaders: headers('Sec-Fetch-Mode: no-cors') }], { type: 'image' });
    expect(storiesOf(image)[0]?.corsCheck).toEqual({ kind: 'none', because: 'no-cors' });
  });
});

describe('the cost of preflights', () => {
  const put = (response: HopFacts['response']) =>
    exchangeFacts([{ method: 'PUT', preflight: 'p', response }]);
  const answered = { status: 200, headerList: [] };
  const preflight = (part: Partial<ExchangeFacts> = {}) =>
    exchangeFacts([{ method: 'OPTIONS' }], { id: 'p', ...part });
  const costOf = (facts: ExchangeFacts, other?: ExchangeFacts) =>
    preflightCost(facts, (id) => (id === other?.id ? other : undefined));

  test("is their share of the request's time", () => {
    expect(costOf(put(answered), preflight())).toEqual({ preflightsMs: 12, allMs: 12, isAlone: false });
    expect(costOf(put(null), preflight())).toMatchObject({ preflightsMs: 12, isAlone: true });
  });

  test('is null while one runs, or if there is none', () => {
    expect(costOf(put(answered), preflight({ end: null }))).toBeNull();
    expect(costOf(put(answered))).toBeNull();
    expect(costOf(exchangeFacts())).toBeNull();
  });
});
