import { asRecord, asText } from '../../protocol/bounded';
import { readHar } from './read-har';
import { readReport } from './read-report';
import type { FileProblem, ReadFile } from './requests-file';

/** The largest file that is read, in bytes. */
export const maxFileBytes = 100 * 1024 * 1024;

/** Reads a CORScope report in JSON or a HAR file. What it contains is bounded, and what is not valid is left out. */
export function readFileText(name: string, text: string): ReadFile | FileProblem {
  if (text.length > maxFileBytes) return 'too-large';
  const record = asRecord(parsed(text));
  if (!record) return 'not-json';
  const file = asText(name, 200) ?? '';
  const schema = asText(record.schema, 100);
  if (schema?.startsWith('corscope/report@')) {
    return schema === 'corscope/report@1' ? orNoRequests(readReport(file, record)) : 'other-version';
  }
  const log = asRecord(record.log);
  return log && Array.isArray(log.entries) ? orNoRequests(readHar(file, log)) : 'other-format';
}

function orNoRequests(read: ReadFile): ReadFile | FileProblem {
  return read.requests.length > 0 ? read : 'no-requests';
}

function parsed(text: string): unknown {
  try {
    // Editors of some systems write a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
