import { registrableDomain, relationOf } from '../../engine/site';
import { fileSource } from '../../files/file-source';
import { openFileLog } from '../../files/open-file-log';
import { problemText } from '../../files/problem-text';
import { readFile } from '../../files/read-file';
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

/** How a file is opened. */
export interface Opening {
  /** Is told how much of the work is done, from 0 to 1. */
  onProgress(share: number): void;
  /** Stops the work, which then throws its reason. */
  readonly signal: AbortSignal;
}

/** The share of reading in the whole work; the rest is judging. */
const readingShare = 0.7;

/** Opens a file that the user chose, dropped or pasted. @throws the reason of the signal if it stops the work */
export async function openFile(
  chosen: File,
  language: Language,
  { onProgress, signal }: Opening,
): Promise<OpenedFile | RefusedFile> {
  const words = await cliWords.load(language);
  const file = await readFile(fileSource(chosen), {
    signal,
    onRead: (bytes) => onProgress(readingShare * (bytes / chosen.size)),
  });
  if ('code' in file) return { problem: `${chosen.name}: ${problemText(file, words.problems)}` };
  const log = await openFileLog(
    file,
    { relationOf, registrableDomain },
    {
      signal,
      onJudged: (count) => onProgress(readingShare + (1 - readingShare) * (count / file.exchanges.length)),
    },
  );
  const { browser, format, writer, lacks, leftOut } = file;
  return {
    log,
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
