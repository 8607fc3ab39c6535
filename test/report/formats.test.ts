import { describe, expect, test } from 'vitest';
import { type FormatId, formatIds, formats, reportText, toFormatId } from '../../src/report/formats';
import type { Report } from '../../src/report/model';
import { frames, pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { reportOfFacts } from '../support/reports';

const report = reportOfFacts(situations, { frames, pageEvents });
const read = (id: FormatId, of: Report) => reportText(of, id);

describe.each(formatIds)('the format %s', (id) => {
  test('uses every member of a report except those it leaves out', () => {
    const seen = new Set<PropertyKey>();
    const watched = new Proxy(report, {
      get: (target, key, receiver) => {
        seen.add(key);
        return Reflect.get(target, key, receiver);
      },
    });
    read(id, watched);
    // JSON.stringify asks every object for this.
    seen.delete('toJSON');
    const leavesOut: readonly string[] = formats[id].leavesOut;
    expect(
      [...seen, ...leavesOut].sort(),
      '`leavesOut` and what `write` reads, compared with a report',
    ).toEqual(Object.keys(report).sort());
  });

  test('ends its text with a line break', () => {
    expect(read(id, report)).toMatch(/[^\n]\n$/);
  });

  test('has a unique extension', () => {
    const { extension } = formats[id];
    expect(formatIds.filter((other) => formats[other].extension === extension)).toEqual([id]);
  });
});

describe('the id of a format', () => {
  test.each(formatIds)('accepts %s', (id) => {
    expect(toFormatId(id)).toBe(id);
  });

  test.each(['pdf', '', 'JSON', 'toString'])('throws for %j and lists the existing ids', (wanted) => {
    expect(() => toFormatId(wanted)).toThrow(
      `report: no format "${wanted}"; there are ${formatIds.join(', ')}`,
    );
  });
});
