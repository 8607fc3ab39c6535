import { describe, expect, test } from 'vitest';
import { written } from '../../src/devtools/views/export/written';
import { fileName } from '../../src/report/file-name';
import { reportText } from '../../src/report/formats';
import { json } from '../../src/report/json';
import { pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { reportOfFacts } from '../support/reports';

const report = reportOfFacts(situations, { pageEvents });
const empty = reportOfFacts([]);

describe('JSON', () => {
  test.each([
    ['a report', report],
    ['a report of nothing', empty],
    ['a report of requests alone', reportOfFacts(situations)],
    ['a report of page events alone', reportOfFacts([], { pageEvents })],
    [
      'a report whose texts look like its members',
      { ...report, page: { ...report.page, title: '\n  "exchanges": []\n  "pageEvents": []' } },
    ],
  ])('of %s equals the output of JSON.stringify', (_, example) => {
    expect([...json(example)].join('')).toBe(`${JSON.stringify(example, null, 2)}\n`);
  });

  test('is written in pieces, none longer than an exchange', () => {
    const longest = Math.max(...report.exchanges.map((exchange) => JSON.stringify(exchange, null, 6).length));
    const pieces = [...json(report)];
    expect(pieces.length).toBeGreaterThan(report.exchanges.length);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(longest * 2);
  });
});

describe('the name of a file', () => {
  const recorded = { from: '2026-11-22T14:00:00.000Z', to: '2026-11-22T14:05:59.000Z' };
  // biome-ignore format: a table
  test.each([
    ['http://www.a.localhost:8480/demo?x', 'corscope-www.a.localhost-2026-11-22T14-05.json'],
    ['https://[2001:db8::1]/',             'corscope-2001-db8-1-2026-11-22T14-05.json'],
    ['https://bücher.example/',            'corscope-xn--bcher-kva.example-2026-11-22T14-05.json'],
    ['about:blank',                        'corscope-page-2026-11-22T14-05.json'],
    ['',                                   'corscope-page-2026-11-22T14-05.json'],
    [`https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/`, `corscope-${'a'.repeat(60)}.${'b'.repeat(19)}-2026-11-22T14-05.json`],
  ])('%s: %s', (url, name) => {
    expect(fileName({ ...report, page: { url, origin: 'null', title: null }, recorded }, 'json')).toBe(name);
  });
});

describe('the preview of an export', () => {
  test('has the first 200 lines and the size', async () => {
    const { content, lines, preview } = await written(report, 'json');
    const text = await content.text();
    expect(text).toBe(reportText(report, 'json'));
    expect(lines).toBe(text.split('\n').length - 1);
    expect(preview).toEqual(text.split('\n').slice(0, 200));
  });

  test('has all lines of a short file', async () => {
    const { content, lines, preview } = await written(empty, 'markdown');
    expect(`${preview.join('\n')}\n`).toBe(await content.text());
    expect(preview).toHaveLength(lines);
  });

  test('cuts very long lines', async () => {
    const long = { ...report, page: { ...report.page, title: 'x'.repeat(100_000) } };
    const { preview } = await written(long, 'json');
    expect(Math.max(...preview.map(({ length }) => length))).toBe(2_001);
  });

  test('stops between two requests', async () => {
    const stopping = new AbortController();
    const { exchanges } = report;
    const slow = {
      ...report,
      exchanges: {
        *[Symbol.iterator]() {
          for (const exchange of exchanges) {
            stopping.abort();
            const startedAtMs = performance.now();
            // Longer than the panel writes without a pause.
            while (performance.now() - startedAtMs < 60);
            yield exchange;
          }
        },
      },
    };
    await expect(written(slow, 'json', stopping.signal)).rejects.toThrow('aborted');
  });
});
