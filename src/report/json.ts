import type { Report } from './model';

/**
 * Returns a report as indented JSON, in pieces, because the whole may exceed the maximum string length.
 * Joined, the pieces are `JSON.stringify(report, null, 2)` and a line break.
 */
export function json(report: Report): readonly string[] {
  const { exchanges, pageEvents } = report;
  const whole = JSON.stringify({ ...report, exchanges: [], pageEvents: [] }, null, 2);
  // In a report, `exchanges` comes before `pageEvents`.
  const [start, afterExchanges] = splitAt(whole, 'exchanges');
  const [between, end] = splitAt(afterExchanges, 'pageEvents');
  return [start, ...items(exchanges), between, ...items(pageEvents), end, '\n'].filter((part) => part !== '');
}

/** Returns the text before and after the place for the items of an empty list. */
function splitAt(text: string, name: 'exchanges' | 'pageEvents'): readonly [string, string] {
  // Only a top-level member can match: JSON escapes line breaks inside strings.
  const start = `\n  "${name}": [`;
  const end = text.indexOf(`${start}]`) + start.length;
  return [text.slice(0, end), text.slice(end)];
}

function items(list: readonly object[]): readonly string[] {
  if (list.length === 0) return [];
  return [
    ...list.flatMap((item, index) => [
      index === 0 ? '\n    ' : ',\n    ',
      JSON.stringify(item, null, 2).replaceAll('\n', '\n    '),
    ]),
    '\n  ',
  ];
}
