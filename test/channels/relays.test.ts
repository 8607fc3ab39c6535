import { describe, expect, test } from 'vitest';
import { findRelays } from '../../src/channels/find-relays';
import { relayParts } from '../../src/channels/relays';
import type { ExchangeFacts, FrameFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { exchangeFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';

// A document is a letter, and its id. `a(b(c)|d)`: b stands in a, and c in b, until d takes the place of b;
// `x`: the frame is removed. All that was there is known by requests, what is there now by the tab.
//
//   b#v      the fragment of b changes, by whom is not visible      b#v!     by b itself
//   a>b#v    b is asked for with that fragment, by a's origin
//   b=v      b writes its name                                      c?b=v    c finds that b left it
//   c?b~v    c finds that, and b left another value                 +9       nine seconds pass
const origins: Readonly<Record<string, string>> = {
  a: 'https://page.example',
  c: 'https://page.example',
  p: 'https://page.example',
  q: 'https://page.example',
  b: 'https://other.example',
  e: 'https://other.example',
  d: 'https://third.example',
  s: 'https://api.page.example',
  n: 'null',
};

interface Recorded {
  readonly events: readonly PageEventFacts[];
  readonly exchanges: readonly ExchangeFacts[];
  readonly frames: readonly FrameFacts[];
}

function record(layout: string, steps: string): Recorded {
  const { frames, places } = stand(layout);
  const events: PageEventFacts[] = [];
  const exchanges: ExchangeFacts[] = [];
  let atMs = 1_000;
  for (const [index, step] of steps.split(' ').entries()) {
    const id = `${index + 1}`;
    atMs += 10;
    const [, seconds] = /^\+(\d+)$/.exec(step) ?? [];
    const [, by = '', into = '', asked = ''] = /^(\w)>(\w)(#.*)?$/.exec(step) ?? [];
    const [, changed = '', fragment = '', own] = /^(\w)(#.*?)(!)?$/.exec(step) ?? [];
    const [, writer = '', written = ''] = /^(\w)=(.*)$/.exec(step) ?? [];
    const [, finder = '', left = '', sign, found = ''] = /^(\w)\?(\w)([=~])(.*)$/.exec(step) ?? [];
    const frameOf = (letter: string) => ({
      frameId: places.get(letter)!.frameId,
      documentId: letter,
      origin: origins[letter]!,
    });
    const preview = (text: string) => ({ text, length: text.length });
    if (seconds) atMs += Number(seconds) * 1_000;
    else if (into) {
      const { frameId, parent } = places.get(into)!;
      const part = { id, type: 'sub_frame', frameId, documentId: parent, origin: origins[by]! };
      const url = `${origins[into]}/${into}${asked}`;
      exchanges.push(exchangeFacts([{ url }], { ...part, startedAtMs: atMs }));
    } else if (changed) {
      const newUrl = `${origins[changed]}/${changed}${fragment}`;
      const who = own ? 'own-realm' : 'not-visible';
      events.push(pageEvent.fragmentChanged({ id, atMs, frame: frameOf(changed), newUrl, by: who }));
    } else if (writer) {
      events.push(pageEvent.windowName({ id, atMs, frame: frameOf(writer), value: preview(written) }));
    } else if (finder) {
      const before = { origin: origins[left]!, hadSameValue: sign === '=' };
      const part = { action: 'survived', value: preview(found), before } as const;
      events.push(pageEvent.windowName({ id, atMs, frame: frameOf(finder), ...part }));
    } else throw new Error(`test: no step "${step}"`);
  }
  return { events, exchanges, frames };
}

function stand(layout: string) {
  const places = new Map<string, { frameId: number; parent: string | null }>();
  const frames = new Map<number, FrameFacts>();
  const inside: string[] = [];
  let lastFrame = -1;
  let last = '';
  let isReplacing = false;
  for (const sign of layout) {
    if (sign === '(') inside.push(last);
    else if (sign === ')') last = inside.pop()!;
    else if (sign === '|') isReplacing = true;
    else {
      const frameId = isReplacing ? places.get(last)!.frameId : ++lastFrame;
      const parent = inside.at(-1) ?? null;
      const parentFrameId = parent === null ? -1 : places.get(parent)!.frameId;
      isReplacing = false;
      if (sign === 'x') frames.delete(frameId);
      else {
        places.set(sign, { frameId, parent });
        const url = `${origins[sign]}/${sign}`;
        frames.set(frameId, { frameId, parentFrameId, documentId: sign, url, origin: origins[sign]! });
        last = sign;
      }
    }
  }
  return { places, frames: [...frames.values()] };
}

/** A relay in a line: how sure, by what, over whom, which steps. */
function inWords([layout, steps]: readonly [string, string]): readonly string[] {
  return findRelays(record(layout, steps)).map(({ kind, certainty, frames, rounds }) => {
    const [a, b, c] = frames.map(({ documentId, origin }) => documentId ?? origin);
    const ids = rounds.map((round) => round.map(({ id }) => id).join(' ')).join(' / ');
    return `${certainty} ${kind} ${a} ${b} ${c}: ${ids}`;
  });
}

// biome-ignore format: a table
const positive: readonly (readonly [what: string, layout: string, steps: string, relay: string])[] = [
  // by fragments
  ['the classic one',                    'a(b(c))',     'a>b b>c b#name=liam c#name=liam',             'likely hash-relay a b c: 3 4'],
  ['recorded after the load',            'a(b(c))',     'b#v c#v',                                     'likely hash-relay a b c: 1 2'],
  ['the answer holds what was asked',    'a(b(c))',     'b#question-17 c#question-17=yes',             'likely hash-relay a b c: 1 2'],
  ['the answer is a part of it',         'a(b(c))',     'b#to=c&data=1701 c#data=1701',                'likely hash-relay a b c: 1 2'],
  ['percent-encoded on its way',         'a(b(c))',     'b#%7B%22n%22%3A1%7D c#{"n":1}',               'likely hash-relay a b c: 1 2'],
  ['several values, one way',            'a(b(c))',     'b#one c#one b#two c#two',                     'likely hash-relay a b c: 1 2 / 3 4'],
  ['two values before they go on',       'a(b(c))',     'b#one b#two c#one c#two',                     'likely hash-relay a b c: 1 3 / 2 4'],
  ['C is made with the value',           'a(b(c))',     'a>b b#v b>c#v',                               'likely hash-relay a b c: 2 3'],
  ['B is made with the value',           'a(b(c))',     'a>b#v b>c c#v',                               'likely hash-relay a b c: 1 3'],
  ['both are made with it',              'a(b(c))',     'a>b#v b>c#v',                                 'certain hash-relay a b c: 1 2'],
  ['C takes the place of B',             'a(b|c)',      'a>b#v b>c#v',                                 'certain hash-relay a https://other.example c: 1 2'],
  ['C in the place of B, after a change','a(b|c)',      'a>b b#v b>c#v',                               'likely hash-relay a b c: 2 3'],
  ['C is loaded with each value',        'a(b(c))',     'b#one b>c#one b#two b>c#two',                 'likely hash-relay a b c: 1 2 / 3 4'],
  ['B and C are gone by now',            'a(b(c)|x)',   'a>b b>c b#v c#v',                             'likely hash-relay a b c: 3 4'],
  ['deeper in the page',                 'p(d(a(b(c))))', 'b#v c#v',                                   'likely hash-relay a b c: 1 2'],
  ['a frame of B between',               'a(b(e(c)))',  'b#v c#v',                                     'likely hash-relay a b c: 1 2'],
  ['over an origin of the same site',    'a(s(c))',     's#v c#v',                                     'likely hash-relay a s c: 1 2'],
  ['over a sandboxed frame',             'a(n(c))',     'n#v c#v',                                     'likely hash-relay a n c: 1 2'],
  ['a page between A and B',             'a(d(b(c)))',  'b#v c#v',                                     'likely hash-relay a b c: 1 2'],
  ['nine seconds later',                 'a(b(c))',     'b#v +9 c#v',                                  'likely hash-relay a b c: 1 3'],
  // by names
  ['the classic one, by name',           'a(b|c)',      'a>b b=data c?b=data',                         'certain name-relay a b c: 1 2 3'],
  ['its frame is removed',               'a(b|c|x)',    'a>b b=data c?b=data',                         'certain name-relay a b c: 1 2 3'],
  ['recorded after the load, by name',   'a(b|c)',      'b=data c?b=data',                             'certain name-relay a b c: 1 2'],
  ['B writes twice',                     'a(b|c)',      'a>b b=first b=data c?b=data',                 'certain name-relay a b c: 1 3 4'],
  ['the write is not seen',              'a(b|c)',      'a>b c?b=data',                                'likely name-relay a https://other.example c: 1 2'],
  ['the frame had another name',         'a(b|c)',      'a>b b?a=frame b=data c?b=data',               'certain name-relay a b c: 1 3 4'],
  ['B sends itself on',                  'a(b|c)',      'a>b b=data b>c c?b=data',                     'certain name-relay a b c: 1 2 4'],
  ['from a sandboxed frame',             'a(n|c)',      'n=data c?n=data',                             'certain name-relay a n c: 1 2'],
  ['in a frame of a frame',              'd(a(b|c))',   'a>b b=data c?b=data',                         'certain name-relay a b c: 1 2 3'],
  ['one by each way',                    'a(b|c)',      'a>b#v b=data b>c#v c?b=data',                 'certain hash-relay a https://other.example c: 1 3'],
];

// biome-ignore format: a table
const negative: readonly (readonly [what: string, layout: string, steps: string])[] = [
  // by fragments
  ['B alone',                            'a(b(c))',     'a>b b>c b#v'],
  ['C alone',                            'a(b(c))',     'a>b b>c c#v'],
  ['another value',                      'a(b(c))',     'b#height=1200 c#tab=3'],
  ['a short part of it',                 'a(b(c))',     'b#tab=3 c#tab=31'],
  ['C comes first',                      'a(b(c))',     'c#v b#v'],
  ['too late',                           'a(b(c))',     'b#v +11 c#v'],
  ['B is of the page’s origin',          'a(p(c))',     'p#v c#v'],
  ['C is of B’s origin',                 'a(b(e))',     'b#v e#v'],
  ['C is of a third origin',             'a(b(d))',     'b#v d#v'],
  ['C is of the page’s site alone',      'a(b(s))',     'b#v s#v'],
  ['C beside B',                         'a(bc)',       'b#v c#v'],
  ['B in C',                             'a(c(b))',     'b#v c#v'],
  ['the page itself answers',            'a(b)',        'b#v a#v'],
  ['B does it to itself',                'a(b(c))',     'b#v! c#v'],
  ['C does it to itself',                'a(b(c))',     'b#v c#v!'],
  ['fragments that are taken away',      'a(b(c))',     'b# c#'],
  ['A loads C itself',                   'a(b(c))',     'b#v a>c#v'],
  ['A sends the frame on itself',        'a(b|c)',      'a>b#v a>c#v'],
  ['somebody else made B with it',       'a(b(c))',     'd>b#v b>c#v'],
  ['B was replaced in between',          'a(b|e(c))',   'a>b b#v a>e c#v'],
  ['a page that is in nothing',          'b(c)',        'b#v c#v'],
  ['two opaque origins',                 'n(b)',        'b#v b#v'],
  ['nobody knows where C is',            'a(b(c)|x)',   'b#v c#v'],
  // by names
  ['a name given to the frame',          'a(b|c)',      'a>b b?a=frame c?b=frame'],
  ['a name that B writes again',         'a(b|c)',      'a>b b?a=frame b=frame c?b=frame'],
  ['a leak to a third origin',           'a(b|d)',      'a>b b=data d?b=data'],
  ['a leak of the page’s own',           'a(c|b)',      'a>c c=data b?c=data'],
  ['kept within the origin',             'a(p|c)',      'a>p p=data c?p=data'],
  ['replaced on its way',                'a(b|c)',      'a>b b=data c?b~other'],
  ['B left another value',               'a(b|c)',      'a>b b=data c?b=other'],
  ['written alone',                      'a(b)',        'a>b b=data'],
  ['the whole page goes on',             'b|c',         'b=data c?b=data'],
  ['C in another origin’s frame',        'd(b|c)',      'd>b b=data c?b=data'],
  ['an empty name',                      'a(b|c)',      'a>b b= c?b='],
  ['nobody knows where the frame stood', 'a(b|c|x)',    'b=data c?b=data'],
];

describe('a relay A → B → C', () => {
  test.each(positive)('%s', (_, layout, steps, relay) => {
    expect(inWords([layout, steps])).toContain(relay);
  });

  test.each(negative)('is not: %s', (_, layout, steps) => {
    expect(inWords([layout, steps])).toEqual([]);
  });

  test('says what is not visible of it', () => {
    const unseen = (layout: string, steps: string) =>
      findRelays(record(layout, steps)).map((relay) => relay.unseen);
    expect(unseen('a(b(c))', 'b#v c#v')).toEqual([['reading', 'who-changed']]);
    expect(unseen('a(b(c))', 'a>b#v b>c#v')).toEqual([['reading']]);
    expect(unseen('a(b|c)', 'a>b c?b=v')).toEqual([['reading', 'who-wrote']]);
  });

  test('has its steps by the ids of what showed them', () => {
    const [relay] = findRelays(record('a(b|c)', 'a>b b=data c?b=data'));
    const parts = relayParts(relay ? [relay] : []);
    expect([...parts].map(([id, { nth, round }]) => [id, nth, round[nth - 1]?.what])).toEqual([
      ['1', 1, 'b-loaded'],
      ['2', 2, 'written'],
      ['3', 3, 'found'],
    ]);
  });

  test('is none of a tab that this one opened', () => {
    const { events, ...rest } = record('a(b(c))', 'b#v c#v');
    expect(findRelays({ ...rest, events: events.map((event) => ({ ...event, openedTabId: 7 })) })).toEqual(
      [],
    );
  });

  test('is one, however many values go that way', () => {
    const { events, frames, exchanges } = record('a(b(c))', 'b#v c#v');
    const many = Array.from({ length: 20_000 }, (_, index) =>
      events.map((event) => ({ ...event, id: `${index} ${event.id}`, atMs: event.atMs + index })),
    ).flat();
    const [relay] = findRelays({ events: many, frames, exchanges });
    expect(relay?.rounds).toHaveLength(20_000);
  });
});
