import { describe, expect, test } from 'vitest';
import type { Mode } from '../../../src/engine';
import type { Verdict } from '../../../src/exchange/verdict/verdict';
import type { ExchangeFacts, HopFacts, Outcome, RequestClass } from '../../../src/protocol/facts';
import { explainRecording } from '../../../src/recording/explain-recording';
import type { Entry } from '../../../src/recording/log/entries';
import { between, contactsOf } from '../../../src/recording/requests/origins';
import { exchangeFacts } from '../../support/facts';
import { exchangesOf, explainingContext, recordingsOf } from '../../support/reports';

const page = 'https://page.example';

interface Seen {
  readonly class?: RequestClass;
  readonly outcome?: Outcome;
  readonly hops?: readonly Partial<HopFacts>[];
  readonly part?: Partial<ExchangeFacts>;
  /** By default, the mode that fits the class. */
  readonly mode?: Mode;
}

const modes: Readonly<Partial<Record<RequestClass, Mode>>> = {
  'no-cors': 'no-cors',
  navigation: 'navigate',
};
const entry = ({
  class: requestClass = 'simple',
  outcome = 'allowed',
  hops = [{}],
  part = {},
  mode,
}: Seen): Entry => ({
  facts: exchangeFacts(hops, part),
  requestClass,
  outcome,
  mode: mode ?? modes[requestClass] ?? 'cors',
});
const to = (url: string, seen: Seen = {}) => entry({ hops: [{ url }], ...seen });
const countsOf = (entries: readonly Entry[], origin: string, from = page) =>
  contactsOf(entries, from).contacts.find((contact) => contact.origin === origin)?.counts;

describe('the contacts of a recording', () => {
  test('are in order of first contact, each once', () => {
    const entries = [to('https://b.example/1'), to('https://a.example/'), to('https://b.example/2')];
    const { contacts } = contactsOf(entries, page);
    expect(contacts.map(({ origin }) => origin)).toEqual(['https://b.example', 'https://a.example']);
  });

  // biome-ignore format: a table
  test.each<readonly [string, Seen, object]>([
    ['a fetch reads',                    {},                                                        { read: 1 }],
    ['a blocked fetch, too',             { outcome: 'blocked' },                                    { read: 1, blocked: 1 }],
    ['a failed fetch only reads',        { outcome: 'failed' },                                    { read: 1 }],
    ['an image is embedded',             { class: 'no-cors', part: { type: 'image' } },             { embed: 1 }],
    ['a CORS image is read',             { part: { type: 'image' } },                               { read: 1 }],
    ['a frame is embedded',              { class: 'navigation', part: { type: 'sub_frame' } },      { embed: 1 }],
    ['a beacon writes',                  { class: 'no-cors', part: { type: 'ping' } },              { write: 1 }],
    ['a no-cors fetch writes',           { class: 'no-cors' },                                      { write: 1 }],
    ['a link writes',                    { class: 'navigation', part: { type: 'main_frame' } },     { write: 1 }],
    ['a WebSocket reads',                { class: 'websocket', part: { type: 'websocket' } },       { read: 1 }],
    ['a same-origin image is embedded',  { class: 'same-origin', part: { type: 'image' }, mode: 'no-cors' }, { embed: 1 }],
    ['a same-origin fetch reads',        { class: 'same-origin' },                                  { read: 1 }],
  ])('count by what a request does: %s', (_, seen, counts) => {
    const { origin } = new URL(exchangeFacts().hops[0]!.url);
    expect(countsOf([entry(seen)], origin)).toEqual({ read: 0, embed: 0, write: 0, blocked: 0, ...counts });
  });

  test('count a redirected request once for each origin, and as blocked where it ended', () => {
    const hops = ['https://a.example/1', 'https://a.example/2', 'https://b.example/'].map((url) => ({ url }));
    const entries = [entry({ hops, outcome: 'blocked' })];
    expect(countsOf(entries, 'https://a.example')).toMatchObject({ read: 1, blocked: 0 });
    expect(countsOf(entries, 'https://b.example')).toMatchObject({ read: 1, blocked: 1 });
  });

  test('leave out what was never sent: upgrades, preflights, other schemes', () => {
    const upgraded = entry({
      hops: [{ url: 'http://a.example/', internal: 'hsts' }, { url: 'https://a.example/' }],
    });
    const preflight = to('https://a.example/', {
      class: 'preflight',
      part: { preflightFor: { exchange: '1', hop: 0 } },
    });
    const entries = [upgraded, preflight, to('chrome-extension://abc/x.js'), to('data:,x')];
    const { contacts } = contactsOf(entries, page);
    expect(contacts.map(({ origin }) => origin)).toEqual(['https://a.example']);
    expect(contacts[0]?.counts.read).toBe(1);
  });

  test("treat a WebSocket as its server's origin", () => {
    expect(countsOf([to('wss://a.example/chat')], 'https://a.example')?.read).toBe(1);
    expect(countsOf([to('ws://a.example:8080/')], 'http://a.example:8080')?.read).toBe(1);
  });

  test('count for one source, and list the others', () => {
    const frame = 'https://frame.example';
    const entries = [
      to('https://a.example/'),
      to('https://a.example/', { part: { origin: frame } }),
      to('https://a.example/', { part: { origin: frame } }),
      to('https://page.example/', { part: { origin: null, type: 'main_frame' }, class: 'navigation' }),
    ];
    expect(countsOf(entries, 'https://a.example')?.read).toBe(1);
    expect(countsOf(entries, 'https://a.example', frame)?.read).toBe(2);
    expect(contactsOf(entries, page).sources).toEqual([page, frame]);
    expect(contactsOf(entries, page).contacts.map(({ origin }) => origin)).toContain(page);
  });

  test('have all observed addresses, including those of preflights', () => {
    const entries = [
      entry({ hops: [{ url: 'https://a.example/', serverIp: '192.0.2.1' }] }),
      entry({ hops: [{ url: 'https://a.example/', serverIp: '192.0.2.1' }] }),
      entry({
        hops: [{ url: 'https://a.example/', serverIp: '2001:db8::1' }],
        part: { preflightFor: { exchange: '1', hop: 0 } },
      }),
      entry({ hops: [{ url: 'https://b.example/', serverIp: null }] }),
    ];
    expect(contactsOf(entries, page).contacts.map(({ addresses }) => addresses)).toEqual([
      ['192.0.2.1', '2001:db8::1'],
      [],
    ]);
  });
});

describe('the requests behind a count', () => {
  test('are as many as each count', () => {
    const classes = ['simple', 'no-cors', 'preflight', 'navigation', 'websocket', 'same-origin'] as const;
    const outcomes = ['allowed', 'blocked', 'failed', 'opaque'] as const;
    const entries = classes.flatMap((word) =>
      outcomes.flatMap((outcome) =>
        ['https://a.example/', 'https://b.example/x', 'http://a.example/'].flatMap((url) =>
          ['xmlhttprequest', 'image', 'ping', 'sub_frame'].map((type) =>
            entry({
              class: word,
              outcome,
              hops: [{ url }, { url: 'https://c.example/' }],
              part: { type, preflightFor: word === 'preflight' ? { exchange: '1', hop: 0 } : null },
            }),
          ),
        ),
      ),
    );
    for (const { origin, counts } of contactsOf(entries, page).contacts) {
      for (const only of ['read', 'embed', 'write', 'blocked'] as const) {
        const { includes } = between(page, origin, only);
        expect(entries.filter(includes), `${only} ${origin}`).toHaveLength(counts[only]);
      }
    }
    expect(entries.filter(between(page, 'https://c.example', null).includes)).toHaveLength(5 * 4 * 3 * 4);
    expect(entries.filter(between('https://b.example', 'https://c.example', null).includes)).toEqual([]);
  });
});

describe('a long recording', () => {
  const many = (total: number) =>
    Array.from({ length: total }, (_, index) =>
      to(`https://host${index % 40}.example/items/${index}?q=${index}`, {
        outcome: index % 7 === 0 ? 'blocked' : 'allowed',
        part: { id: String(index) },
      }),
    );

  test('is counted completely', () => {
    const { contacts } = contactsOf(many(10_000), page);
    expect(contacts).toHaveLength(40);
    expect(contacts.reduce((sum, { counts }) => sum + counts.read, 0)).toBe(10_000);
    expect(contacts.reduce((sum, { counts }) => sum + counts.blocked, 0)).toBe(Math.ceil(10_000 / 7));
  });

  test('is counted again after one entry changed, without examining the others', () => {
    const entries = many(10_000);
    contactsOf(entries, page);
    let reads = 0;
    const watched = entries.map((each) => {
      Object.defineProperty(each, 'facts', {
        configurable: true,
        get: () => {
          reads++;
          return exchangeFacts();
        },
      });
      return each;
    });
    const next = [...watched.slice(0, -1), to('https://new.example/')];
    expect(contactsOf(next, page).contacts.at(-1)?.origin).toBe('https://new.example');
    expect(reads).toBe(0);
  });
});

function entryOf(facts: ExchangeFacts, { requestClass, outcome, mode }: Verdict): Entry {
  return { facts, requestClass, outcome, mode: mode.value };
}

describe.each(['chrome', 'firefox'] as const)('the count of a request recorded in %s', (browser) => {
  test.each(recordingsOf(browser))('has the access of its explanation: $name', (recording) => {
    const context = explainingContext(browser);
    const recorded = {
      page: { url: '', title: null, frames: [] },
      exchanges: exchangesOf(recording),
      pageEvents: [],
    };
    const { exchanges } = explainRecording(
      { ...recorded, audit: null, stars: [], storedCookies: null },
      context,
    );
    for (const { facts, verdict, access } of exchanges) {
      if (facts.origin === null || facts.preflightFor) continue;
      const { contacts } = contactsOf([entryOf(facts, verdict)], facts.origin);
      const counted = contacts.flatMap(({ counts }) =>
        (['read', 'embed', 'write'] as const).filter((kind) => counts[kind] > 0),
      );
      expect(new Set(counted), facts.id).toEqual(new Set(contacts.length > 0 ? [access] : []));
    }
  });
});
