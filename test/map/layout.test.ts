import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { End } from '../../src/channels/reading';
import { type Label, type Layout, layoutOf, type NodeWords } from '../../src/map/layout';
import type { MapFrame, MapNode, MapSource } from '../../src/map/model';
import { pageMap } from '../../src/map/page-map';
import { asked, channel, endOf, mapFrame, pageOfFrames, someFrame } from '../support/page-maps';
import { runs } from '../support/runs';

const words = ({ origin, url, frameId, kind }: MapNode): NodeWords => ({
  name: origin ?? 'others',
  place: kind === 'origin' ? '' : `frame ${frameId} · ${url ?? ''}`,
});
const layout = (source: MapSource, width: number, isWhole = false) =>
  layoutOf(pageMap(source, isWhole), words, width);

const labelsOf = ({ boxes, routes }: Layout): readonly Label[] => [
  ...boxes.flatMap(({ name, place }) => (place ? [name, place] : [name])),
  ...routes.map(({ label }) => label),
];

/** The pairs of labels that overlap; a line of text is 12 high. */
function overlaps(labels: readonly Label[]): readonly string[] {
  return labels.flatMap((a, index) =>
    labels.slice(index + 1).flatMap((b) => {
      const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= 12;
      return isApart ? [] : `"${a.text}" at ${a.x}, ${a.y} and "${b.text}" at ${b.x}, ${b.y}`;
    }),
  );
}

function problems(drawn: Layout): readonly string[] {
  const { boxes, routes, width, height } = drawn;
  const boxOf = new Map(boxes.map((box) => [box.node.id, box]));
  return [
    ...overlaps(labelsOf(drawn)),
    ...labelsOf(drawn).flatMap(({ x, y, text, width: own }) =>
      x < 0 || x + own > width || y > height ? `"${text}" is outside` : [],
    ),
    ...boxes.flatMap((box) => {
      const { node, x, y, name } = box;
      const around = boxOf.get(node.parent ?? '');
      const isInside =
        !around ||
        (x >= around.x &&
          y > around.name.y &&
          x + box.width <= around.x + around.width + 0.01 &&
          y + box.height < around.y + around.height);
      const holdsName = name.x + name.width <= x + box.width && name.y <= y + box.height;
      return isInside && holdsName ? [] : `${node.id} does not fit`;
    }),
    ...routes.flatMap(({ path }) => (/NaN|undefined|Infinity/.test(path) ? path : [])),
  ];
}

describe('a map in its place', () => {
  // biome-ignore format: a table
  test.each([
    [3,  400], [3,  720], [3,  1400],
    [13, 400], [13, 720], [13, 1400],
    [60, 400], [60, 720], [60, 1400],
  ])('with %i frames in %i pixels has no two labels over each other, and nothing outside', (frames, width) => {
    for (const isWhole of [false, true]) {
      expect(problems(layout(pageOfFrames(frames), width, isWhole))).toEqual([]);
    }
  });

  test('stands origins beside frames where there is room, else below', () => {
    const origins = (width: number) => {
      const { boxes } = layout(pageOfFrames(3), width);
      const frame = boxes.find(({ node }) => node.kind === 'frame');
      const origin = boxes.find(({ node }) => node.kind === 'origin');
      return { isBeside: origin!.x > frame!.x + frame!.width, isBelow: origin!.y > frame!.y + frame!.height };
    };
    expect(origins(720)).toEqual({ isBeside: true, isBelow: false });
    expect(origins(400)).toEqual({ isBeside: false, isBelow: true });
  });

  test('counts from the box that a count stands at, with the way of it', () => {
    const [top, inner] = [mapFrame(0, null), mapFrame(7, 0, 'https://pay.example')];
    const { routes } = layout(
      {
        origin: top.origin,
        frames: [top, inner],
        channels: [
          channel(endOf(inner), endOf(top), 1_240),
          channel(endOf(top), endOf(inner), 2),
          channel(someFrame('https://x.example'), endOf(top)),
          channel(someFrame(null), endOf(top), 3),
        ],
        requests: [
          asked(endOf(top), 'https://api.example', 'blocked', 3),
          asked(endOf(top), 'https://api.example', 'opaque'),
        ],
      },
      900,
    );
    expect(routes.map(({ edge, label }) => `${edge.id}: ${label.text}`)).toEqual([
      'blocked f0 > o https://api.example: ✕ 3',
      'f0 = f0: ↻ 3',
      'f0 = f7: →2 ←1.2k',
      'f0 = o https://x.example: ←1',
      'opaque f0 > o https://api.example: ○ 1',
    ]);
  });

  test('moves nothing when only counts change, and keeps the order of all when something comes', () => {
    const before = pageOfFrames(12);
    const twice = <T extends { readonly count: number }>(all: readonly T[]) =>
      all.map((each) => ({ ...each, count: each.count * 37 }));
    const places = ({ boxes, routes }: Layout) => [
      boxes.map(({ node, ...box }) => [node.id, box]),
      routes.map(({ edge, path }) => [edge.id, path]),
    ];
    const counted = { ...before, channels: twice(before.channels), requests: twice(before.requests) };
    for (const width of [400, 900]) {
      expect(places(layout(counted, width))).toEqual(places(layout(before, width)));
    }
    const grown: MapSource = {
      ...before,
      frames: [...before.frames, mapFrame(40, 2, 'https://late.example')],
      requests: [...before.requests, asked(endOf(before.frames[0]!), 'https://b.example')],
    };
    const order = (source: MapSource) =>
      layout(source, 900)
        .boxes.toSorted((a, b) => a.x - b.x || a.y - b.y)
        .map(({ node }) => node.id);
    const kept = order(before);
    expect(order(grown).filter((id) => kept.includes(id))).toEqual(kept);
  });

  test('never lets two labels overlap, whatever frames and lines there are', () => {
    const origin = fc.constantFrom(
      'https://a.example',
      'https://b.example',
      'null',
      `https://${'long.'.repeat(30)}example`,
      'http://127.0.0.1:8080',
    );
    const frames = fc
      .array(fc.tuple(fc.nat(40), origin), { maxLength: 60 })
      .map((all): readonly MapFrame[] => [
        mapFrame(0, null),
        ...all.map(([parent, of], index) => mapFrame(index + 1, Math.min(parent, index), of)),
      ]);
    const source = frames.chain((all) => {
      const end: fc.Arbitrary<End> = fc.oneof(
        fc.constantFrom(...all).map(endOf),
        origin.map(someFrame),
        fc
          .record({ frameId: fc.integer({ min: -1, max: 90 }), tabId: fc.constantFrom(null, 12), origin })
          .map((part) => ({ ...part, documentId: 'gone' })),
      );
      const count = fc.constantFrom(1, 12, 999, 9_949, 12_345, 9_999_999);
      return fc.record({
        origin: fc.constant('https://a.example'),
        frames: fc.constant(all),
        channels: fc.array(fc.record({ from: end, to: end, count, kind: fc.constantFrom('a', 'b') }), {
          maxLength: 60,
        }),
        requests: fc.array(
          fc.record({
            from: end,
            to: origin,
            count,
            outcome: fc.constantFrom('allowed', 'blocked', 'opaque', 'failed'),
          }),
          { maxLength: 60 },
        ),
      });
    });
    fc.assert(
      fc.property(
        source,
        fc.constantFrom(360, 400, 619, 620, 900, 2_000),
        fc.boolean(),
        (made, width, isWhole) => {
          expect(problems(layout(made, width, isWhole))).toEqual([]);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});
