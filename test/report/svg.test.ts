import { expect, test } from 'vitest';
import { kinds } from '../../src/channels/kinds';
import { svg } from '../../src/report/svg';
import { frames, pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { pageEvent } from '../support/page-events';
import { reportOfFacts } from '../support/reports';

const report = reportOfFacts(situations, { frames, pageEvents });

test('a report counts its channels', () => {
  const between = report.channels.map(({ kind, from, to, count }) => [kind, from.origin, to.frameId, count]);
  expect(between).toContainEqual(['received', 'https://pay.example', 0, 18_241]);
  expect(between).toContainEqual(['received', 'https://ads.tracker.example', 0, 1]);
  const isCounted = (kind: string) =>
    !Object.entries(kinds).some(([name, { isOnMap }]) => name === kind && !isOnMap);
  expect(report.channels.reduce((sum, { count }) => sum + count, 0)).toBe(
    report.pageEvents.reduce((sum, { kind, count }) => sum + (isCounted(kind) ? count : 0), 0),
  );
});

test('the map has every frame and origin and describes every line', () => {
  const drawn = svg(report);
  expect(drawn).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img"/);
  expect(drawn).toContain('frame 7 · /frame');
  expect(drawn).toContain('unloaded documents');
  expect(drawn).toMatch(/top .* → https:\/\/api\.shop\.example: 6 requests, blocked/);
  expect(drawn).toMatch(
    /top .* ↔ frame 7 https:\/\/pay\.example: 1 event, 18,241 back \(postMessage received, hash relay\)/,
  );
  expect(drawn).toContain('outcome-blocked');
  expect(svg({ ...report, language: 'zh-CN' })).toContain('框架与源的地图');
});

test('the map is inert, valid XML for any page content', () => {
  const odd = 'https://x.example/\u0000\u202e"]]><script>alert(1)</script>&';
  const [top] = frames;
  const drawn = svg(
    reportOfFacts([], {
      frames: top ? [{ ...top, url: odd }] : [],
      pageEvents: [pageEvent.messageReceived({ senderOrigin: 'https://"><img src=x onerror=alert(1)>' })],
    }),
  );
  expect(drawn).not.toMatch(/<(?!\/?(?:svg|g|path|rect|text|title|desc|style)\b)/);
  expect(drawn).not.toMatch(/href|url\(|@import|\p{Cf}|(?!\n)\p{Cc}/u);
  expect(drawn).toContain('&lt;script&gt;');
});

test('the map of a redacted report has no secrets and the same boxes', () => {
  const secret = 'hunter2-and-more-of-it';
  const [top] = frames;
  const [everything, readable, minimal] = (['everything', 'readable', 'minimal'] as const).map((redaction) =>
    svg(
      reportOfFacts(situations, {
        frames: top ? [{ ...top, url: `https://shop.example/reset/${secret}?token=${secret}` }] : [],
        pageEvents,
        redaction,
      }),
    ),
  ) as [string, string, string];
  expect(everything).toContain(secret);
  expect(readable).not.toContain(secret);
  expect(minimal).not.toContain(secret);
  const boxes = (text: string) => text.match(/class="map-box/g)?.length;
  expect([boxes(readable), boxes(minimal)]).toEqual([boxes(everything), boxes(everything)]);
});
