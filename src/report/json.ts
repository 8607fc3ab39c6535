import type { StreamedReport } from './model';

/**
 * Returns a report as indented JSON, in pieces, because the whole may exceed the maximum string length.
 * Joined, the pieces are `JSON.stringify(report, null, 2)` and a line break.
 */
export function* json(report: StreamedReport): Generator<string> {
  const { exchanges, pageEvents } = report;
  const whole = JSON.stringify({ ...report, exchanges: [], pageEvents: [] }, null, 2);
  // In a report, `exchanges` comes before `pageEvents`.
  const [start, afterExchanges] = splitAt(whole, 'exchanges');
  const [between, end] = splitAt(afterExchanges, 'pageEvents');
  yield start;
  yield* items(exchanges);
  yield between;
  yield* items(pageEvents);
  yield `${end}\n`;
}

/** Returns the text before and after the place for the items of an empty list. */
function splitAt(text: string, name: 'exchanges' | 'pageEvents'): readonly [string, string] {
  // Only a top-level member can match: JSON escapes line breaks inside strings.
  const start = `\n  "${name}": [`;
  const end = text.indexOf(`${start}]`) + start.length;
  return [text.slice(0, end), text.slice(end)];
}

function* items(list: Iterable<object>): Generator<string> {
  let isEmpty = true;
  for (const item of list) {
    yield `${isEmpty ? '' : ','}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`;
    isEmpty = false;
  }
  if (!isEmpty) yield '\n  ';
}
