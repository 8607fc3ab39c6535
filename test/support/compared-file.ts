import type { Compared } from '../../src/diagnosis/compare/compared';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { type ComparedFile, comparedFile } from '../../src/files/compared-file';
import type { FileRecording } from '../../src/files/file-recording';
import { textSource } from '../../src/files/file-source';
import { readFile } from '../../src/files/read-file';
import { readReport } from '../../src/files/read-report';
import type { Report } from '../../src/report/model';

/** A file with all of its requests. */
export interface WholeFile extends ComparedFile {
  readonly requests: readonly Compared[];
}

/** Returns a file that must be readable. */
export async function readWhole(name: string, text: string): Promise<FileRecording> {
  const file = await readFile(textSource(name, text));
  if ('code' in file) throw new Error(file.code);
  return file;
}

/** Returns a file with all of its requests. */
export async function readCompared(name: string, text: string): Promise<WholeFile> {
  return whole(await readWhole(name, text));
}

/** Returns a report, written as JSON and read again, with all of its requests. */
export function rereadReport(report: Report): WholeFile {
  return whole(readReport('report.json', JSON.parse(JSON.stringify(report))));
}

function whole(file: FileRecording): WholeFile {
  const compared = comparedFile(file, { relationOf, registrableDomain });
  return { ...compared, requests: compared.candidates.flatMap(({ id }) => compared.compared(id) ?? []) };
}
