import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileRecording } from '../files/file-recording';
import type { FileSource } from '../files/file-source';
import { problemText } from '../files/problem-text';
import { readFile } from '../files/read-file';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import type { Output } from './terminal';
import { UsageError } from './usage-error';

/** How much of a file is read at once, in bytes. */
const pieceSize = 256 * 1024;
/** Reading a smaller file shows no progress. */
const longSize = 10_000_000;

/** Reads a file, or the standard input for `-`. @throws UsageError if it cannot be read; the message says why and where */
export async function readInput(
  path: string,
  language: Language,
  output: Pick<Output, 'progress'>,
): Promise<FileRecording> {
  try {
    return await readSource(await sourceOf(path), path, language, output);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(error.message);
  }
}

/** Reads a file or a text, which messages call `label`. @throws UsageError if it cannot be read */
export async function readSource(
  source: FileSource,
  label: string,
  language: Language,
  { progress }: Pick<Output, 'progress'>,
): Promise<FileRecording> {
  const words = cliWords.in(language);
  const size = source.size ?? 0;
  const onRead = (bytes: number) => {
    if (size > longSize) progress(words.reading(label, Math.floor((bytes / size) * 100)));
  };
  const read = await readFile(source, { onRead });
  progress('');
  if (!('code' in read)) return read;
  throw new UsageError(`${label}: ${problemText(read, words.problems)}`);
}

async function sourceOf(path: string): Promise<FileSource> {
  if (path === '-') return { name: 'stdin', size: null, read: () => process.stdin };
  const { size } = await stat(path);
  return { name: basename(path), size, read: () => createReadStream(path, { highWaterMark: pieceSize }) };
}
