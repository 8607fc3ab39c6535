import { describe, expect, test } from 'vitest';
import { findRelays } from '../../src/channels/find-relays';
import { relayParts } from '../../src/channels/relays';
import type { ExchangeFacts, FrameFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import { exchangeFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';

// A letter is a document and its id. `a(b(c)|d)`: b is in a, and c in b, until d replaces b; `x`: the frame is
// removed. Requests show all documents; the tab shows only the current ones.
//
//   b#v      the fragment of b changes, unknown writer              b#v!     b itself changes it
//   a>b#v    a's origin requests b with that fragment
//   b=v      b writes its name                                      c?b=v    c finds the name that b left
//   c?b~v    c finds a name, but b left another value               +9       nine seconds pass
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
  const { frames, places } = placed(layout);
  const events: PageEventFacts[] = [];
  const exchanges: ExchangeFacts[] = [];
  let atMs = 1_000;
  for (const [index, step] of steps.split(' ').entries()) {
    const id = `${index + 1}`;
    atMs += 10;
    const [, seconds] = /^\+(\d+)$/.exec(step) ?? [];
    const [, by = '', into = '', requested = ''] = /^(\w)>(\w)(#.*)?$/.exec(step) ?? [];
    const [, changed = '', fragment = '', isOwn] = /^(\w)(#.*?)(!)?$/.exec(step) ?? [];
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
      const url = `${origins[into]}/${into}${requested}`;
      exchanges.push(exchangeFacts([{ url }], { ...part, startedAtMs: atMs }));
    } else if (changed) {
      const newUrl = `${origins[changed]}/${changed}${fragment}`;
      const who = isOwn ? 'own-realm' : 'not-visible';
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

function placed(layout: string) {
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

/** Returns a relay on one line: its certainty, kind, frames and steps. */
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
  ['the classic relay',                  'a(b(c))',     'a>b b>c b#name=liam c#name=liam',             'likely hash-relay a b c: 3 4'],
  ['recording started late',             'a(b(c))',     'b#v c#v',                                     'likely hash-relay a b c: 1 2'],
  ['the answer contains the question',   'a(b(c))',     'b#question-17 c#question-17=yes',             'likely hash-relay a b c: 1 2'],
  ['the answer is a part of it',         'a(b(c))',     'b#to=c&data=1701 c#data=1701',                'likely hash-relay a b c: 1 2'],
  ['percent-encoded to B',               'a(b(c))',     'b#%7B%22n%22%3A1%7D c#{"n":1}',               'likely hash-relay a b c: 1 2'],
  ['several values',                     'a(b(c))',     'b#one c#one b#two c#two',                     'likely hash-relay a b c: 1 2 / 3 4'],
  ['two values, then both passed on',    'a(b(c))',     'b#one b#two c#one c#two',                     'likely hash-relay a b c: 1 3 / 2 4'],
  ['C is loaded with the value',         'a(b(c))',     'a>b b#v b>c#v',                               'likely hash-relay a b c: 2 3'],
  ['B is loaded with the value',         'a(b(c))',     'a>b#v b>c c#v',                               'likely hash-relay a b c: 1 3'],
  ['both are loaded with it',            'a(b(c))',     'a>b#v b>c#v',                                 'certain hash-relay a b c: 1 2'],
  ['C replaces B',                       'a(b|c)',      'a>b#v b>c#v',                                 'certain hash-relay a https://other.example c: 1 2'],
  ['C replaces B after a change',        'a(b|c)',      'a>b b#v b>c#v',                               'likely hash-relay a b c: 2 3'],
  ['C is loaded with each value',        'a(b(c))',     'b#one b>c#one b#two b>c#two',                 'likely hash-relay a b c: 1 2 / 3 4'],
  ['B and C are removed',                'a(b(c)|x)',   'a>b b>c b#v c#v',                             'likely hash-relay a b c: 3 4'],
  ['deeper in the page',                 'p(d(a(b(c))))', 'b#v c#v',                                   'likely hash-relay a b c: 1 2'],
  ['a frame of B between',               'a(b(e(c)))',  'b#v c#v',                                     'likely hash-relay a b c: 1 2'],
  ['through a same-site origin',         'a(s(c))',     's#v c#v',                                     'likely hash-relay a s c: 1 2'],
  ['through a sandboxed frame',          'a(n(c))',     'n#v c#v',                                     'likely hash-relay a n c: 1 2'],
  ['another page between A and B',       'a(d(b(c)))',  'b#v c#v',                                     'likely hash-relay a b c: 1 2'],
  ['nine seconds later',                 'a(b(c))',     'b#v +9 c#v',                                  'likely hash-relay a b c: 1 3'],
  // by names
  ['the classic relay by name',          'a(b|c)',      'a>b b=data c?b=data',                         'certain name-relay a b c: 1 2 3'],
  ['its frame is removed',               'a(b|c|x)',    'a>b b=data c?b=data',                         'certain name-relay a b c: 1 2 3'],
  ['recording started late, by name',    'a(b|c)',      'b=data c?b=data',                             'certain name-relay a b c: 1 2'],
  ['B writes twice',                     'a(b|c)',      'a>b b=first b=data c?b=data',                 'certain name-relay a b c: 1 3 4'],
  ['the write is not seen',              'a(b|c)',      'a>b c?b=data',                                'likely name-relay a https://other.example c: 1 2'],
  ['the frame had another name',         'a(b|c)',      'a>b b?a=frame b=data c?b=data',               'certain name-relay a b c: 1 3 4'],
  ['B navigates itself',                 'a(b|c)',      'a>b b=data b>c c?b=data',                     'certain name-relay a b c: 1 2 4'],
  ['from a sandboxed frame',             'a(n|c)',      'n=data c?n=data',                             'certain name-relay a n c: 1 2'],
  ['in a nested frame',                  'd(a(b|c))',   'a>b b=data c?b=data',                         'certain name-relay a b c: 1 2 3'],
  ['one of each kind',                   'a(b|c)',      'a>b#v b=data b>c#v c?b=data',                 'certain hash-relay a https://other.example c: 1 3'],
];

// biome-ignore format: a table
const negative: readonly (readonly [what: string, layout: string, steps: string])[] = [
  // by fragments
  ['only B',                                 'a(b(c))',     'a>b b>c b#v'],
  ['only C',                                 'a(b(c))',     'a>b b>c c#v'],
  ['another value',                          'a(b(c))',     'b#height=1200 c#tab=3'],
  ['a short common part',                    'a(b(c))',     'b#tab=3 c#tab=31'],
  ['C comes first',                          'a(b(c))',     'c#v b#v'],
  ['too late',                               'a(b(c))',     'b#v +11 c#v'],
  ['B has the page’s origin',                'a(p(c))',     'p#v c#v'],
  ['C has B’s origin',                       'a(b(e))',     'b#v e#v'],
  ['C has a third origin',                   'a(b(d))',     'b#v d#v'],
  ['C is only same-site with the page',      'a(b(s))',     'b#v s#v'],
  ['C beside B',                             'a(bc)',       'b#v c#v'],
  ['B in C',                                 'a(c(b))',     'b#v c#v'],
  ['the page’s own fragment changes',        'a(b)',        'b#v a#v'],
  ['B changes its own fragment',             'a(b(c))',     'b#v! c#v'],
  ['C changes its own fragment',             'a(b(c))',     'b#v c#v!'],
  ['fragments that are removed',             'a(b(c))',     'b# c#'],
  ['A loads C itself',                       'a(b(c))',     'b#v a>c#v'],
  ['A navigates the frame itself',           'a(b|c)',      'a>b#v a>c#v'],
  ['a third origin loaded B with it',        'a(b(c))',     'd>b#v b>c#v'],
  ['B was replaced in between',              'a(b|e(c))',   'a>b b#v a>e c#v'],
  ['B is the top-level page',                'b(c)',        'b#v c#v'],
  ['two opaque origins',                     'n(b)',        'b#v b#v'],
  ['C was removed, parent unknown',          'a(b(c)|x)',   'b#v c#v'],
  // by names
  ['a name from the frame’s creator',        'a(b|c)',      'a>b b?a=frame c?b=frame'],
  ['a name that B writes again',             'a(b|c)',      'a>b b?a=frame b=frame c?b=frame'],
  ['a leak to a third origin',               'a(b|d)',      'a>b b=data d?b=data'],
  ['a leak of the page’s own name',          'a(c|b)',      'a>c c=data b?c=data'],
  ['kept within the origin',                 'a(p|c)',      'a>p p=data c?p=data'],
  ['replaced before C loads',                'a(b|c)',      'a>b b=data c?b~other'],
  ['B left another value',                   'a(b|c)',      'a>b b=data c?b=other'],
  ['written, never found',                   'a(b)',        'a>b b=data'],
  ['the top-level page navigates',           'b|c',         'b=data c?b=data'],
  ['C in another origin’s frame',            'd(b|c)',      'd>b b=data c?b=data'],
  ['an empty name',                          'a(b|c)',      'a>b b= c?b='],
  ['the frame was removed, parent unknown',  'a(b|c|x)',    'b=data c?b=data'],
];

describe('relays A → B → C', () => {
  test.each(positive)('are found: %s', (_, layout, steps, relay) => {
    expect(inWords([layout, steps])).toContain(relay);
  });

  test.each(negative)('are not found: %s', (_, layout, steps) => {
    expect(inWords([layout, steps])).toEqual([]);
  });

  test('list what is not visible', () => {
    const unseen = (layout: string, steps: string) =>
      findRelays(record(layout, steps)).map((relay) => relay.unseen);
    expect(unseen('a(b(c))', 'b#v c#v')).toEqual([['reading', 'who-changed']]);
    expect(unseen('a(b(c))', 'a>b#v b>c#v')).toEqual([['reading']]);
    expect(unseen('a(b|c)', 'a>b c?b=v')).toEqual([['reading', 'who-wrote']]);
  });

  test('map the ids of events and requests to steps', () => {
    const [relay] = findRelays(record('a(b|c)', 'a>b b=data c?b=data'));
    const parts = relayParts(relay ? [relay] : []);
    expect([...parts].map(([id, { nth, round }]) => [id, nth, round[nth - 1]?.what])).toEqual([
      ['1', 1, 'b-loaded'],
      ['2', 2, 'written'],
      ['3', 3, 'found'],
    ]);
  });

  test('are not found in a tab that this one opened', () => {
    const { events, ...rest } = record('a(b(c))', 'b#v c#v');
    expect(findRelays({ ...rest, events: events.map((event) => ({ ...event, openedTabId: 7 })) })).toEqual(
      [],
    );
  });

  test('count as one for 20,000 values between the same documents', () => {
    const { events, frames, exchanges } = record('a(b(c))', 'b#v c#v');
    const many = Array.from({ length: 20_000 }, (_, index) =>
      events.map((event) => ({ ...event, id: `${index} ${event.id}`, atMs: event.atMs + index })),
    ).flat();
    const [relay] = findRelays({ events: many, frames, exchanges });
    expect(relay?.rounds).toHaveLength(20_000);
  });
});
