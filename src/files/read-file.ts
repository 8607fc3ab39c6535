import { asRecord, asText } from '../protocol/bounded';
import type { FileProblem, FileRecording } from './file-recording';
import { jsonErrorIn } from './json-error';
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
  } catch {
    const { at, isCut } = jsonErrorIn(text);
    return problem(isCut ? 'cut' : 'not-json', placeOf(text, at));
  }
}

function placeOf(text: string, position: number): NonNullable<FileProblem['place']> {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { line, column: position - before.lastIndexOf('\n') };
}
