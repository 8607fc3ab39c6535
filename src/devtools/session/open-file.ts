import { registrableDomain, relationOf } from '../../engine/site';
import type { FileProblem } from '../../files/file-recording';
import { openFileLog } from '../../files/open-file-log';
import { maxFileLength, readFileText } from '../../files/read-file';
import type { Language } from '../../prose';
import { browserLabel } from '../../prose/browser-label';
import { cliWords } from '../../prose/cli-words';
import type { Log } from '../../recording/log/log';

/** A file that is shown in place of the recording. */
export interface OpenedFile {
  readonly log: Log;
  readonly name: string;
  /** Its name, its format, and what wrote it. */
  readonly title: string;
  /** How it is judged, and what it does not show. */
  readonly notes: readonly string[];
}

/** Why a file was not opened, in words. */
export interface RefusedFile {
  readonly problem: string;
}

/** Opens a file that the user chose, dropped or pasted. */
export async function openFile(
  source: { readonly name: string; readonly size: number; text(): Promise<string> },
  language: Language,
): Promise<OpenedFile | RefusedFile> {
  const words = await cliWords.load(language);
  const refused = ({ code, place }: FileProblem): RefusedFile => {
    const text =
      code === 'too-large' ? words.problems[code](maxFileLength / 1024 / 1024) : words.problems[code];
    const where = place === null ? '' : ` (${words.problems.place(place.line, place.column)})`;
    return { problem: `${source.name}: ${text}${where}` };
  };
  if (source.size > maxFileLength) return refused({ code: 'too-large', place: null });
  const file = readFileText(source.name, await source.text());
  if ('code' in file) return refused(file);
  const { browser, format, writer, lacks, leftOut } = file;
  return {
    log: openFileLog(file, { relationOf, registrableDomain }),
    name: file.name,
    title: words.file.read(file.name, words.file.formats[format], writer),
    notes: [
      browser
        ? words.file.rulesOf(browserLabel(browser))
        : words.file.assumedBrowser(browserLabel({ name: 'chrome' })),
      ...lacks.map((lack) => words.file.lacks[lack]).filter(Boolean),
      ...(leftOut > 0 ? [words.file.leftOut(leftOut)] : []),
    ],
  };
}
