import { fileName } from '../../../report/file-name';
import { type FormatId, formats } from '../../../report/formats';
import type { StreamedReport } from '../../../report/model';

/** A report written as a file. */
export interface Written {
  readonly name: string;
  readonly content: Blob;
  readonly lines: number;
  /** The first lines. Long lines are cut. */
  readonly preview: readonly string[];
}

const maxPreviewLines = 200;
const maxLineLength = 2_000;
/** How much text is in memory before it becomes a part of the file, in UTF-16 code units. */
const partLength = 4 * 1024 * 1024;
/** The panel draws and answers at least this often while a long report is written. */
const sliceMs = 40;

/**
 * Returns a report as a file in this format, with its preview. It lets the panel draw in between. Throws the signal's
 * reason once it is aborted.
 */
export async function written(
  report: StreamedReport,
  format: FormatId,
  signal?: AbortSignal,
): Promise<Written> {
  const { extension, type, write } = formats[format];
  const parts: Blob[] = [];
  let [start, pieces, length, lines] = ['', [] as string[], 0, 0];
  let pausedAtMs = performance.now();
  for (const piece of write(report)) {
    if (lines <= maxPreviewLines) start += piece;
    lines += lineEnds(piece);
    pieces.push(piece);
    length += piece.length;
    if (length > partLength) {
      parts.push(new Blob(pieces));
      [pieces, length] = [[], 0];
    }
    if (performance.now() - pausedAtMs < sliceMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    pausedAtMs = performance.now();
  }
  return {
    name: fileName(report, extension),
    content: new Blob([...parts, ...pieces], { type }),
    lines,
    preview: firstLines(start),
  };
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function firstLines(text: string): readonly string[] {
  const lines = text.split('\n', maxPreviewLines + 1);
  const shown = lines.length > maxPreviewLines || lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return shown.map((line) => (line.length > maxLineLength ? `${line.slice(0, maxLineLength)}…` : line));
}
