import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileProblem, FileRecording } from '../files/file-recording';
import { maxFileLength, readFileText } from '../files/read-file';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { UsageError } from './usage-error';

/** Reads a file, or the standard input for `-`. @throws UsageError if it cannot be read; the message says why and where */
export function readInput(path: string, language: Language): FileRecording {
  const words = cliWords.in(language).problems;
  const name = path === '-' ? 'stdin' : basename(path);
  const read = readFileText(name, textOf(path));
  if (!('code' in read)) return read;
  throw new UsageError(`${path}: ${problemText(read, words)}`);
}

function textOf(path: string): string {
  try {
    // A larger file is not read at all.
    if (path !== '-' && statSync(path).size > maxFileLength * 2) return ' '.repeat(maxFileLength + 1);
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function problemText(
  { code, place }: FileProblem,
  words: ReturnType<typeof cliWords.in>['problems'],
): string {
  const text = code === 'too-large' ? words[code](maxFileLength / 1024 / 1024) : words[code];
  return place === null ? text : `${text} (${words.place(place.line, place.column)})`;
}
