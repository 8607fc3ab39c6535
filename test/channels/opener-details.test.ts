import { describe, expect, test } from 'vitest';
import { openerDetails, openerDetailsOf } from '../../src/channels/opener-details';
import type { BrowserName } from '../../src/engine';
import type { HopFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { exchangeFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';

const page = 'https://page.example';
const other = 'https://other.example';

/** A document's request, answered with those policies: an answer each, the last not a redirect. */
function document(id: string, tabId: number, startedAtMs: number, url: string, ...policies: string[]) {
  const hops = policies.map(
    (policy, index): Partial<HopFacts> => ({
      url: index < policies.length - 1 ? `${other}/redirect` : url,
      response: { status: 200, headerList: policy === '' ? [] : [['Cross-Origin-Opener-Policy', policy]] },
    }),
  );
  return exchangeFacts(hops, { id, tabId, startedAtMs, type: 'main_frame', origin: page });
}

/** What is said of a window of another origin that a page with that policy opens. */
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
    // of the page                its own, with its redirects            because
    ['',                          ['same-origin'],                       'opened-policy'],
    ['same-origin-allow-popups',  ['noopener-allow-popups'],             'opened-policy'],
    ['same-origin',               [''],                                  'opener-policy'],
    ['same-origin',               ['same-origin'],                       'both-policies'],
    ['same-origin-allow-popups',  ['same-origin-allow-popups'],          'both-policies'],
    ['',                          ['same-origin', ''],                   'redirect-policy'],
    ['',                          ['', ''],                              'no-policy'],
    ['',                          [''],                                  'no-policy'],
    ['same-origin-allow-popups',  [''],                                  'no-policy'],
    // The page was there before the recording.
    [null,                        ['noopener-allow-popups'],             'opened-policy'],
    [null,                        ['same-origin'],                       'not-known'],
    [null,                        [''],                                  'not-known'],
  ])('of a page with %j, answered with %j: %s', (opener, policies, because) => {
    expect(opened(opener, policies).because).toBe(because);
  });

  test('is told by the policies that the browser knows', () => {
    expect(opened('', ['noopener-allow-popups'], 'firefox')).toMatchObject({
      because: 'no-policy',
      openedPolicy: 'unsafe-none',
    });
  });

  test('was opened by a frame of another origin, where its page gives such windows none', () => {
    const event = pageEvent.openedDocument();
    const byFrame = { ...document('o', 2, 500, event.url, ''), origin: other };
    const because = (policy: string) =>
      openerDetails(event, [document('p', 1, 100, `${page}/`, policy), byFrame], [event], 'chrome').because;
    expect(because('same-origin')).toBe('framed-opener');
    // The empty document that the window began with has no policy of the page's.
    expect(because('same-origin-allow-popups')).toBe('no-policy');
  });

  test('is not held against another page that is in its opener’s tab', () => {
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

  test('is not explained by requests that were not seen, or are of another document', () => {
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

  test('is held against the document before it, once it has had one', () => {
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
    // What was before went with the page before.
    expect(because([third])).toBe('not-known');
  });
});

describe('a window with its opener', () => {
  test('has no reason, and the policies of both', () => {
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

test('a document’s request has the story of its document, and no other has one', () => {
  const event = pageEvent.openedDocument();
  const [opener, own] = [document('p', 1, 100, `${page}/`, ''), document('o', 2, 500, event.url, '')];
  const storyOf = (facts: typeof own) => openerDetailsOf(facts, [opener, own], [event], 'chrome');
  expect(storyOf(own)?.because).toBe('no-policy');
  expect(storyOf(opener)).toBeNull();
});
