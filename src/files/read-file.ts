import { readConsoleMessages } from '../diagnosis/console/read-messages';
import { asText } from '../protocol/bounded';
import { fieldsOf } from './fields';
import type { FileProblem, FileRecording } from './file-recording';
import type { FileSource } from './file-source';
import { openHarReader } from './read-har';
import { openJsonReader } from './read-json';
import { openReportReader } from './read-report';
import { readText } from './read-text';

/** The largest file that is read, in bytes. */
export const maxFileSize = 200 * 1024 * 1024;
/** The longest text that is not JSON, in UTF-16 code units. */
export const maxTextLength = 20 * 1024 * 1024;

/** How a file is read. */
export interface Reading {
  /** Is told after each piece how many bytes were read. */
  onRead?(bytes: number): void;
  /** Stops the reading, which then throws its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads what a person has of a request: a report of CORScope in JSON, a HAR file of any program, raw HTTP, what `curl -v`
 * printed, or messages of a browser's console. What it contains is bounded, and what is not valid is left out. JSON is
 * read in pieces, and only what is used of it is kept.
 */
export async function readFile(
  source: FileSource,
  { onRead, signal }: Reading = {},
): Promise<FileRecording | FileProblem> {
  if (source.size !== null && source.size > maxFileSize) return problem('too-large');
  let decoder: TextDecoder | null = null;
  let reader: Reader | null = null;
  let bytesRead = 0;
  for await (const bytes of source.read()) {
    signal?.throwIfAborted();
    bytesRead += bytes.length;
    if (bytesRead > maxFileSize) return problem('too-large');
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = decoder.decode(bytes, { stream: true });
    reader ??= readerFor(source.name, text);
    const wrong = reader.write(text);
    if (wrong) return wrong;
    onRead?.(bytesRead);
  }
  const read = reader?.end() ?? null;
  if (read === null) return problem('other-format');
  if ('code' in read) return read;
  return read.exchanges.length > 0 || read.pageEvents.length > 0 ? read : problem('no-requests');
}

/** Some editors write UTF-16, with a byte order mark. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reads a text in pieces. */
interface Reader {
  write(text: string): FileProblem | null;
  /** null if it is none of the formats. */
  end(): FileRecording | FileProblem | null;
}

function readerFor(name: string, start: string): Reader {
  const beginning = start.slice(0, 10_000);
  return /^\s*[{[]/.test(beginning) ? jsonFile(name, /^\s*\{\s*"log"\s*:/.test(beginning)) : textFile(name);
}

function textFile(name: string): Reader {
  let text = '';
  return {
    write(piece) {
      text += piece;
      // Files of other programs have them everywhere.
      if (piece.includes('\0')) return problem('other-format');
      return text.length > maxTextLength ? problem('long-text') : null;
    },
    end: () => readText(name, text) ?? (isReason(text) ? problem('no-url') : null),
  };
}

/** Whether a text is a message of a console that gives a reason. */
function isReason(text: string): boolean {
  return readConsoleMessages(text).some(({ codes }) => codes.length > 0);
}

const reportFields = ['schema', 'browser', 'page', 'recorded', 'recording', 'frames', 'redaction'];
/** A HAR file of CORScope has the report in its log. */
const reportPlaces = ['$', '$.log._corscope'];

/** The parts of a file that are kept, by their paths. */
const keptPaths = [
  ...reportPlaces.flatMap((place) => reportFields.map((field) => `${place}.${field}`)),
  ...['$.log.version', '$.log.creator', '$.log.browser', '$.log.pages'],
];
const pageEventPaths = reportPlaces.map((place) => `${place}.pageEvents.*`);
const [exchangePath, entryPath] = ['$.exchanges.*', '$.log.entries.*'];

function jsonFile(name: string, isLog: boolean): Reader {
  const report = openReportReader();
  const har = openHarReader();
  const kept = new Map<string, unknown>();
  const json = openJsonReader([...keptPaths, ...pageEventPaths, exchangePath, entryPath], (path, value) => {
    if (path === entryPath) {
      if (!kept.has('$.log._corscope.schema')) {
        har.entry(value);
        return;
      }
      const own = fieldsOf(value)._corscope;
      // A redirect chain is one exchange with several entries.
      if (own !== undefined) report.exchange(own);
    } else if (path === exchangePath) report.exchange(value);
    else if (pageEventPaths.includes(path)) report.pageEvent(value);
    else kept.set(path, value);
  });
  const reportAt = (place: string) =>
    Object.fromEntries(reportFields.map((field) => [field, kept.get(`${place}.${field}`)]));
  return {
    write: json.write,
    end() {
      const wrong = json.end();
      if (wrong) return wrong;
      const schema = asText(kept.get('$.schema'), 100);
      if (schema?.startsWith('corscope/report@'))
        return schema === 'corscope/report@1' ? report.end(name, reportAt('$')) : problem('other-version');
      if (kept.has('$.log._corscope.schema')) return report.end(name, reportAt('$.log._corscope'));
      const [creator, browser, pages] = ['creator', 'browser', 'pages'].map((field) =>
        kept.get(`$.log.${field}`),
      );
      const isHar = isLog || kept.has('$.log.version') || !har.isEmpty();
      return isHar ? har.end(name, { creator, browser, pages }) : null;
    },
  };
}

function problem(code: FileProblem['code']): FileProblem {
  return { code, place: null };
}
