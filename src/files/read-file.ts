import { asRecord, asText } from '../protocol/bounded';
import type { FileProblem, FileRecording } from './file-recording';
import { readHar } from './read-har';
import { readReport } from './read-report';
import { readText } from './read-text';

/** The largest file that is read, in UTF-16 code units. */
export const maxFileLength = 200 * 1024 * 1024;

/**
 * Reads what a person has of a request: a report of CORScope in JSON, a HAR file of any program, raw HTTP, what `curl -v`
 * printed, or messages of a browser's console. What it contains is bounded, and what is not valid is left out.
 */
export function readFileText(name: string, text: string): FileRecording | FileProblem {
  if (text.length > maxFileLength) return problem('too-large');
  // Editors of some systems write a byte order mark.
  const plain = text.replace(/^\ufeff/, '');
  const isJson = /^\s*[{[]/.test(plain.slice(0, 10_000));
  if (!isJson) return orNoRequests(readText(name, plain));
  const parsed = parse(plain);
  if ('code' in parsed) return parsed;
  const record = asRecord(parsed.value) ?? {};
  const schema = asText(record.schema, 100);
  if (schema?.startsWith('corscope/report@')) {
    return schema === 'corscope/report@1' ? orNoRequests(readReport(name, record)) : problem('other-version');
  }
  const log = asRecord(record.log);
  if (!log || !Array.isArray(log.entries)) return problem('other-format');
  const own = asRecord(log._corscope);
  return orNoRequests(own ? readReport(name, withEntries(own, log.entries)) : readHar(name, log));
}

/** The report that a HAR file of CORScope contains: the exchanges are in the entries. */
function withEntries(report: Readonly<Record<string, unknown>>, entries: readonly unknown[]) {
  const exchanges = entries.flatMap((entry) => {
    const record = asRecord(entry);
    // A redirect chain is one exchange with several entries.
    return record?._corscope === undefined ? [] : [record._corscope];
  });
  return { ...report, exchanges };
}

function orNoRequests(read: FileRecording | null): FileRecording | FileProblem {
  if (read === null) return problem('other-format');
  return read.exchanges.length > 0 || read.pageEvents.length > 0 ? read : problem('no-requests');
}

function problem(code: FileProblem['code'], place: FileProblem['place'] = null): FileProblem {
  return { code, place };
}

function parse(text: string): { readonly value: unknown } | FileProblem {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = positionIn(message, text);
    const isCut = /end of (JSON input|data)|Unterminated string/i.test(message);
    return problem(isCut ? 'cut' : 'not-json', placeOf(text, position ?? text.length));
  }
}

/** Returns the position that an error of `JSON.parse` names, as Chrome and Node.js, or Firefox word it. */
function positionIn(message: string, text: string): number | null {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  const [, line, column] = /at line (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return null;
  let start = 0;
  for (let number = 1; number < Number(line); number++) start = text.indexOf('\n', start) + 1;
  return start + Number(column) - 1;
}

function placeOf(text: string, position: number): NonNullable<FileProblem['place']> {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { line, column: position - before.lastIndexOf('\n') };
}
