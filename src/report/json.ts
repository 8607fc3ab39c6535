import type { Report } from './model';

/**
 * A report as JSON that people can read, in pieces: the whole may be longer than a string can be. Joined, they
 * are `JSON.stringify(report, null, 2)` and a line's end.
 */
export function json(report: Report): readonly string[] {
  const { exchanges } = report;
  const whole = JSON.stringify({ ...report, exchanges: [] }, null, 2);
  if (exchanges.length === 0) return [whole, '\n'];
  // A line of the report's own members: no text in it begins a line.
  const start = '\n  "exchanges": [';
  const end = whole.indexOf(`${start}]`) + start.length;
  return [
    whole.slice(0, end),
    ...exchanges.flatMap((exchange, index) => [
      index === 0 ? '\n    ' : ',\n    ',
      JSON.stringify(exchange, null, 2).replaceAll('\n', '\n    '),
    ]),
    '\n  ',
    whole.slice(end),
    '\n',
  ];
}
