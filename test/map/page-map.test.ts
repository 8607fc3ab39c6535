import { describe, expect, test } from 'vitest';
import type { End } from '../../src/channels/reading';
import type { MapSource } from '../../src/map/model';
import { pageMap } from '../../src/map/page-map';
import { asked, channel, endOf, mapFrame, pageOfFrames, someFrame } from '../support/page-maps';

const page = 'https://page.example';
const pay = 'https://pay.example';
const top = mapFrame(0, null);
const inner = mapFrame(7, 0, pay);
const innermost = mapFrame(9, 7, 'null');

function source(part: Partial<MapSource> = {}): MapSource {
  return { origin: page, frames: [top, inner, innermost], channels: [], requests: [], ...part };
}

const ids = (part: Partial<MapSource>, isWhole = false) =>
  pageMap(source(part), isWhole).nodes.map(({ id }) => id);
const lines = (part: Partial<MapSource>) =>
  pageMap(source(part), false).edges.map(({ from, to, count, ...edge }) =>
    edge.type === 'requests'
      ? `${from} > ${to}: ${count} ${edge.outcome}`
      : `${from} = ${to}: ${count}, ${edge.back} back, ${edge.kinds.join(' ')}`,
  );

describe('the boxes of a map', () => {
  test('are the frames, each after its parent, in any order of reports', () => {
    for (const frames of [
      [top, inner, innermost],
      [innermost, inner, top],
    ]) {
      expect(pageMap(source({ frames }), false).nodes.map(({ id, parent }) => [id, parent])).toEqual([
        ['f0', null],
        ['f7', 'f0'],
        ['f9', 'f7'],
      ]);
    }
  });

  test('include a frame whose parent is unknown or itself', () => {
    const { nodes } = pageMap(source({ frames: [top, mapFrame(4, 99), mapFrame(5, 5)] }), false);
    expect(nodes.map(({ id, parent }) => [id, parent])).toEqual([
      ['f0', null],
      ['f4', null],
      ['f5', null],
    ]);
  });

  test('include frames that claim to contain each other', () => {
    const { nodes } = pageMap(
      source({ frames: [top, mapFrame(4, 5), mapFrame(5, 6), mapFrame(6, 4)] }),
      false,
    );
    expect(nodes.map(({ id, parent }) => [id, parent])).toEqual([
      ['f0', null],
      ['f4', null],
      ['f6', 'f4'],
      ['f5', 'f6'],
    ]);
  });

  test('list origins in a stable order: the page’s own first, then site by site', () => {
    const all = [pay, 'https://api.shop.example', page, 'https://a.example:8443', 'https://shop.example'];
    const requests = (origins: readonly string[]) => origins.map((origin) => asked(endOf(top), origin));
    const order = ids({ frames: [top], requests: requests(all) });
    expect(order).toEqual([
      'f0',
      `o ${page}`,
      'o https://a.example:8443',
      `o ${pay}`,
      'o https://shop.example',
      'o https://api.shop.example',
    ]);
    const fewer = ids({ frames: [top], requests: requests([...all].reverse().slice(1)) });
    expect(fewer).toEqual(order.filter((id) => fewer.includes(id)));
  });

  // biome-ignore format: a table
  test.each<[string, Partial<End>, string | null]>([
    ['a frame by its document',                      {},                                              'f7'],
    ['a frame without a document',                   { documentId: null },                            'f7'],
    ['an earlier document of that frame',            { documentId: 'old', origin: page },             `gone ${page}`],
    ['a removed frame',                              { frameId: 88, documentId: 'd88', origin: pay }, `gone ${pay}`],
    ['a worker',                                     { frameId: -1, documentId: null, origin: page }, `workers ${page}`],
    ['a frame in an event of another tab’s window',  { tabId: 3 },                          'f7'],
    ['a window of another tab',                      { tabId: 12, frameId: 0, documentId: 'p1', origin: pay },          `t12 0 ${pay}`],
    ['an origin',                                    { frameId: null, documentId: null, origin: pay }, `o ${pay}`],
    ['nothing',                                      { frameId: null, documentId: null, origin: null }, null],
  ])('identify %s', (_, part, id) => {
    const end = { ...endOf(inner), ...part };
    const map = pageMap(source({ channels: [channel(end, endOf(top))] }), false);
    expect(map.nodeOf(end)).toBe(id);
    if (id) expect(map.nodes.map((node) => node.id)).toContain(id);
  });

  test('are one for each frame if there are few, and merge similar frames if there are many', () => {
    const few = pageOfFrames(20);
    const many = pageOfFrames(61);
    const ads = Array.from({ length: 30 }, (_, index) => mapFrame(100 + index, 0, 'https://ads.example'));
    const { nodes } = pageMap({ ...many, frames: [...many.frames, ...ads] }, false);
    const folded = nodes.filter(({ kind }) => kind === 'frames');
    expect(pageMap(few, false).nodes.filter(({ kind }) => kind === 'frame')).toHaveLength(20);
    expect(folded.find(({ id }) => id === 'f0 https://ads.example')?.count).toBe(30);
    const frames = nodes.filter(({ kind }) => kind === 'frame' || kind === 'frames');
    expect(frames.reduce((sum, { count }) => sum + count, 0)).toBe(91);
    expect(pageMap({ ...many, frames: [...many.frames, ...ads] }, true).nodes.length).toBeGreaterThan(91);
  });

  test('merge many origins that only answered, but none that blocked or sent anything', () => {
    const requests = Array.from({ length: 60 }, (_, index) =>
      asked(endOf(top), `https://s${index}.example`, index === 5 ? 'blocked' : 'allowed'),
    );
    const channels = [channel(someFrame('https://s7.example'), endOf(top))];
    const map = pageMap(source({ requests, channels }), false);
    const origins = map.nodes.filter(({ kind }) => kind.startsWith('origin'));
    expect(origins.map(({ id, count }) => [id, count])).toEqual([
      ['o https://s5.example', 1],
      ['o https://s7.example', 1],
      ['origins', 58],
    ]);
    expect(map.originNode('https://s9.example')).toBe('origins');
    expect(map.edges.find(({ to }) => to === 'origins')?.count).toBe(58);
  });
});

describe('the lines of a map', () => {
  test('are one for each outcome of the requests between two boxes', () => {
    const requests = [
      asked(endOf(top), pay, 'allowed', 2),
      asked(endOf(top), pay, 'blocked', 3),
      asked(endOf(inner), pay, 'opaque'),
      asked({ ...endOf(top), documentId: null }, pay, 'blocked', 4),
    ];
    expect(lines({ requests })).toEqual([
      `f0 > o ${pay}: 2 allowed`,
      `f0 > o ${pay}: 7 blocked`,
      `f7 > o ${pay}: 1 opaque`,
    ]);
  });

  test('are one for all events between two boxes, of any kind', () => {
    const channels = [
      channel(endOf(inner), endOf(top), 5),
      channel(endOf(top), endOf(inner), 2),
      channel(endOf(top), endOf(inner), 9, 'a kind that does not exist yet'),
      channel(someFrame(pay), endOf(top), 3),
      channel(endOf(top), endOf(top)),
    ];
    expect(lines({ channels })).toEqual([
      'f0 = f0: 1, 0 back, received,1',
      'f0 = f7: 11, 5 back, a kind that does not exist yet,9 received,7',
      `f0 = o ${pay}: 0, 3 back, received,3`,
    ]);
  });

  test('begin and end at one box if the other end is unknown', () => {
    expect(lines({ channels: [channel(someFrame(null), endOf(inner), 4, 'location-hash')] })).toEqual([
      'f7 = f7: 4, 0 back, location-hash,4',
    ]);
    expect(lines({ channels: [channel(someFrame(null), someFrame(null))] })).toEqual([]);
  });
});
