import { describe, expect, test } from 'vitest';
import { openerDetails, openerDetailsOf } from '../../src/channels/opener-details';
import type { BrowserName } from '../../src/engine';
import type { HopFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { exchangeFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';

const page = 'https://page.example';
const other = 'https://other.example';

/** Returns a document's request. Each policy is that of one response; all but the last are redirects. */
function document(id: string, tabId: number, startedAtMs: number, url: string, ...policies: string[]) {
  const hops = policies.map(
    (policy, index): Partial<HopFacts> => ({
      url: index < policies.length - 1 ? `${other}/redirect` : url,
      response: { status: 200, headerList: policy === '' ? [] : [['Cross-Origin-Opener-Policy', policy]] },
    }),
  );
  return exchangeFacts(hops, { id, tabId, startedAtMs, type: 'main_frame', origin: page });
}

/** Returns the details of a cross-origin window that a page with that policy opens. */
function opened(opener: string | null, policies: readonly string[], browser: BrowserName = 'chrome') {
  const event = pageEvent.openedDocument();
  const exchanges = [
    ...(opener === null ? [] : [document('p', 1, 100, `${page}/`, opener)]),
    document('o', 2, 500, event.url, ...policies),
  ];
  return openerDetails(event, exchanges, [event], browser);
}

describe('a window without its opener', () => {
  // biome-ignore format: a table
  test.each<[string | null, readonly string[], string]>([
    // opener's policy            policies of the responses              because
    ['',                          ['same-origin'],                       'opened-policy'],
    ['same-origin-allow-popups',  ['noopener-allow-popups'],             'opened-policy'],
    ['same-origin',               [''],                                  'opener-policy'],
    ['same-origin',               ['same-origin'],                       'both-policies'],
    ['same-origin-allow-popups',  ['same-origin-allow-popups'],          'both-policies'],
    ['',                          ['same-origin', ''],                   'redirect-policy'],
    ['',                          ['', ''],                              'no-policy'],
    ['',                          [''],                                  'no-policy'],
    ['same-origin-allow-popups',  [''],                                  'no-policy'],
    // The page was loaded before the recording.
    [null,                        ['noopener-allow-popups'],             'opened-policy'],
    [null,                        ['same-origin'],                       'not-known'],
    [null,                        [''],                                  'not-known'],
  ])('opened by a page with %j, with responses %j: %s', (opener, policies, because) => {
    expect(opened(opener, policies).because).toBe(because);
  });

  test('depends on the policies that the browser supports', () => {
    expect(opened('', ['noopener-allow-popups'], 'firefox')).toMatchObject({
      because: 'no-policy',
      openedPolicy: 'unsafe-none',
    });
  });

  test('is opened by a cross-origin frame of a page whose policy severs such windows', () => {
    const event = pageEvent.openedDocument();
    const byFrame = { ...document('o', 2, 500, event.url, ''), origin: other };
    const because = (policy: string) =>
      openerDetails(event, [document('p', 1, 100, `${page}/`, policy), byFrame], [event], 'chrome').because;
    expect(because('same-origin')).toBe('framed-opener');
    // The window's initial empty document does not have the page's policy.
    expect(because('same-origin-allow-popups')).toBe('no-policy');
  });

  test('is not compared with another page in the opener’s tab', () => {
    const event = pageEvent.openedDocument({
      from: { frameId: 0, documentId: 'd1', origin: 'https://before.example' },
    });
    const exchanges = [
      document('p', 1, 100, `${page}/`, ''),
      document('o', 2, 500, event.url, 'same-origin'),
    ];
    expect(openerDetails(event, exchanges, [event], 'chrome')).toMatchObject({
      because: 'not-known',
      openedPolicy: 'same-origin',
      openerPolicy: null,
    });
  });

  test('is not explained by unseen responses or by requests for another document', () => {
    const event = pageEvent.openedDocument();
    const unseen = exchangeFacts([{ url: event.url, response: null }], {
      tabId: 2,
      startedAtMs: 500,
      type: 'main_frame',
    });
    for (const exchanges of [[], [unseen], [document('o', 2, 500, `${other}/elsewhere`, 'same-origin')]]) {
      expect(openerDetails(event, exchanges, [event], 'chrome')).toMatchObject({
        because: 'not-known',
        openedPolicy: null,
      });
    }
  });

  test('is compared with the previous document if it is not the first in its tab', () => {
    const first = pageEvent.openedDocument({ id: 'o1', atMs: 600, hasOpener: true, url: `${other}/first` });
    const second = pageEvent.openedDocument({ id: 'o2', atMs: 900, isFirst: false });
    const exchanges = [
      document('p', 1, 100, `${page}/`, 'same-origin-allow-popups'),
      document('o', 2, 500, first.url, ''),
      document('q', 2, 800, second.url, 'same-origin'),
    ];
    const details = openerDetails(second, exchanges, [first, second], 'chrome');
    expect(details).toMatchObject({ because: 'opened-policy', openerPolicy: 'unsafe-none', isFirst: false });
    const third = pageEvent.openedDocument({ id: 'o3', atMs: 950, isFirst: false, url: `${other}/first` });
    const because = (events: readonly PageEventFacts[]) =>
      openerDetails(third, exchanges, events, 'chrome').because;
    expect(because([first, second, third])).toBe('severed-before');
    // The earlier events were removed with the previous page.
    expect(because([third])).toBe('not-known');
  });
});

describe('a window with its opener', () => {
  test('has no reason, but both policies', () => {
    const event = pageEvent.openedDocument({ hasOpener: true, url: `${other}/window#top` });
    const exchanges = [
      document('p', 1, 100, `${page}/`, 'same-origin-allow-popups'),
      document('o', 2, 500, `${other}/window`, ''),
    ];
    expect(openerDetails(event, exchanges, [event], 'chrome')).toEqual({
      exchange: exchanges[1],
      because: null,
      openedPolicy: 'unsafe-none',
      openerPolicy: 'same-origin-allow-popups',
      isFirst: true,
    });
  });
});

test('the request of an opened document has its details, other requests have none', () => {
  const event = pageEvent.openedDocument();
  const [opener, windowRequest] = [
    document('p', 1, 100, `${page}/`, ''),
    document('o', 2, 500, event.url, ''),
  ];
  const detailsOf = (facts: typeof windowRequest) =>
    openerDetailsOf(facts, [opener, windowRequest], [event], 'chrome');
  expect(detailsOf(windowRequest)?.because).toBe('no-policy');
  expect(detailsOf(opener)).toBeNull();
});
