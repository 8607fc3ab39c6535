import type { Report } from './model';

/**
 * A report as JSON that people can read, in pieces: the whole may be longer than a string can be. Joined, they
 * are `JSON.stringify(report, null, 2)` and a line's end.
 */
export function json(report: Report): readonly string[] {
  const { exchanges, pageEvents } = report;
  const whole = JSON.stringify({ ...report, exchanges: [], pageEvents: [] }, null, 2);
  const [start, afterExchanges] = splitAt(whole, 'exchanges');
  const [between, end] = splitAt(afterExchanges, 'pageEvents');
  return [start, ...items(exchanges), between, ...items(pageEvents), end, '\n'].filter((part) => part !== '');
}

/** What stands before and after the items of an empty list. A report has its exchanges before its events. */
function splitAt(text: string, name: 'exchanges' | 'pageEvents'): readonly [string, string] {
  // A line of the report's own members: no text in it begins a line.
  const start = `\n  "${name}": [`;
  const end = text.indexOf(`${start}]`) + start.length;
  return [text.slice(0, end), text.slice(end)];
}

function items(all: readonly object[]): readonly string[] {
  if (all.length === 0) return [];
  return [
    ...all.flatMap((item, index) => [
      index === 0 ? '\n    ' : ',\n    ',
      JSON.stringify(item, null, 2).replaceAll('\n', '\n    '),
    ]),
    '\n  ',
  ];
}
