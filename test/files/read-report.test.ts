import { beforeAll, describe, expect, test } from 'vitest';
import { loadForReports } from '../../src/devtools/session/report-of';
import { readReport } from '../../src/files/read-report';
import { asRecord } from '../../src/protocol/bounded';
import type { Redaction } from '../../src/recording/redaction/rules';
import type { Report } from '../../src/report/model';
import { frames, pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { recordingsOf, reportOfFacts, reportOfRecording } from '../support/reports';

beforeAll(() => loadForReports('en'));

const read = (report: Report) =>
  readReport('report.json', asRecord(JSON.parse(JSON.stringify(report))) ?? {});

/** The report of a file that was read. */
function again(report: Report): Report {
  const { exchanges, browser, page, pageEvents: events } = read(report);
  const { url, title, frames: known } = page;
  return reportOfFacts(exchanges, {
    browser: browser?.name ?? 'chrome',
    url,
    title: title ?? '',
    frames: known,
    pageEvents: events,
  });
}

describe('a report that is read again', () => {
  const redactions: readonly Redaction[] = ['everything', 'readable', 'minimal'];
  test.each(redactions)('has the same requests and frames with redaction %s', (redaction) => {
    const report = reportOfFacts(situations, { frames, pageEvents, redaction });
    const { leftOut, redaction: said } = read(report);
    expect(leftOut).toBe(0);
    expect(said).toBe(redaction);
    expect(again(report).exchanges).toEqual(report.exchanges);
    expect(again(report).frames).toEqual(report.frames);
  });

  test('has the same page events and channels', () => {
    const report = reportOfFacts(situations, { frames, pageEvents });
    const { pageEvents: events, channels, relays } = again(report);
    expect(events).toEqual(report.pageEvents);
    expect(channels).toEqual(report.channels);
    expect(relays).toEqual(report.relays);
  });

  test.each(['chrome', 'firefox'] as const)('has the same requests for all recordings of %s', (browser) => {
    for (const recording of recordingsOf(browser)) {
      const report = reportOfRecording(browser, recording, 'en');
      expect(again(report).exchanges).toEqual(report.exchanges);
    }
  });
});

describe('a report with values that are not valid', () => {
  const valid = () => JSON.parse(JSON.stringify(reportOfFacts(situations.slice(0, 3), { frames })));

  test.each([
    ['no facts', { facts: undefined }],
    ['an id that is no text', { id: 5 }],
    ['no hops', { hops: [] }],
    ['a method that is no text', { hops: [{ url: 'https://a.example/', method: null }] }],
    ['a kind that does not exist', { kind: 'teapot' }],
    ['a time that is no number', { facts: { startedAtMs: 'soon' } }],
  ])('leaves an exchange with %s out, and keeps the others', (_, change) => {
    const report = valid();
    const [first, ...others] = report.exchanges;
    const { exchanges, leftOut } = readReport('x', {
      ...report,
      exchanges: [{ ...first, ...change }, ...others],
    });
    expect(exchanges.map(({ id }) => id).sort()).toEqual(others.map(({ id }: { id: string }) => id).sort());
    expect(leftOut).toBe(1);
  });

  test('keeps one of exchanges with the same id', () => {
    const report = valid();
    const [first] = report.exchanges;
    const { exchanges, leftOut } = readReport('x', { ...report, exchanges: [first, first] });
    expect(exchanges).toHaveLength(1);
    expect(leftOut).toBe(1);
  });

  test.each([null, 5, 'text', [], {}])('reads nothing of %j in place of its lists', (value) => {
    const report = { ...valid(), exchanges: value, pageEvents: value, frames: value, page: value };
    expect(readReport('x', report)).toMatchObject({
      exchanges: [],
      pageEvents: [],
      page: { url: '', frames: [] },
    });
  });
});
