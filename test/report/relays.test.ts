import { expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown';
import type { Report } from '../../src/report/model';
import { svg } from '../../src/report/svg';
import { nestedFrames } from '../support/facts';
import { pageEvent } from '../support/page-events';
import { reportOfFacts } from '../support/reports';

const [a, b] = ['https://page.example', 'https://other.example'] as const;
const secret = 'access_token=mF_9.B5f-4.1JqM';
const frames = nestedFrames(a, b, a);
const pageEvents = frames.slice(1).map((frame, index) =>
  pageEvent.fragmentChanged({
    id: `f${index + 1}`,
    atMs: 1_000 + index,
    frame,
    newUrl: `${frame.url}#${secret}`,
  }),
);
const report: Report = reportOfFacts([], { frames, pageEvents });

test('lists a relay as one channel with the ids of its steps', () => {
  expect(report.relays).toMatchObject([
    {
      kind: 'hash-relay',
      certainty: 'likely',
      frames: [
        { frameId: 0, documentId: 'd0', origin: a },
        { frameId: 1, documentId: 'd1', origin: b },
        { frameId: 2, documentId: 'd2', origin: a },
      ],
      rounds: [
        [
          { what: 'into-b', of: 'page-event', id: 'f1' },
          { what: 'into-c', of: 'page-event', id: 'f2' },
        ],
      ],
      unseen: ['reading', 'who-changed'],
    },
  ]);
  expect(report.channels.map(({ kind, from, to }) => [kind, from.frameId, to.frameId])).toEqual([
    ['hash-relay', 0, 1],
    ['hash-relay', 1, 2],
  ]);
});

test('draws a relay in the map and describes it', () => {
  const drawn = svg(report);
  expect(drawn.match(/class="map-edge is-channel is-relay"/g)).toHaveLength(2);
  expect(drawn).toContain(
    'hash relay, likely: top https://page.example → frame 1 https://other.example → frame 2',
  );
});

test('lists a relay in a Markdown table in both languages', () => {
  expect(markdown(report)).toContain('| hash relay | `https://page.example` | `https://other.example` |');
  expect(markdown({ ...report, language: 'zh-CN' })).toContain('| hash 中转 |');
  expect(markdown({ ...report, relays: [] })).not.toContain('Relays');
});

test.each(['minimal', 'readable'] as const)('a %s report keeps a relay without its values', (redaction) => {
  const redacted = reportOfFacts([], { frames, pageEvents, redaction });
  expect(redacted.relays).toHaveLength(1);
  expect(report.relays).toMatchObject(redacted.relays);
  expect(redacted.channels).toEqual(report.channels);
  expect(JSON.stringify(redacted)).not.toContain('mF_9.B5f');
});
