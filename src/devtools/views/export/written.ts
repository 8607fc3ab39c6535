import { fileName } from '../../../report/file-name';
import { type FormatId, formats } from '../../../report/formats';
import type { Report } from '../../../report/model';

/** A report written as a file. */
export interface Written {
  readonly name: string;
  readonly type: string;
  /** The text, in pieces. */
  readonly pieces: readonly string[];
  readonly bytes: number;
  readonly lines: number;
  /** The first lines. Long lines are cut. */
  readonly preview: readonly string[];
}

const maxPreviewLines = 200;
const maxLineLength = 2_000;

/** Returns a report as a file in this format, with its preview. */
export function written(report: Report, format: FormatId): Written {
  const { extension, type, write } = formats[format];
  const pieces = write(report);
  return {
    name: fileName(report, extension),
    type,
    pieces,
    bytes: new Blob([...pieces]).size,
    lines: pieces.reduce((sum, piece) => sum + lineEnds(piece), 0),
    preview: firstLines(pieces),
  };
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function firstLines(pieces: readonly string[]): readonly string[] {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (lineEnds(text) > maxPreviewLines) break;
  }
  const lines = text.split('\n', maxPreviewLines + 1);
  const shown = lines.length > maxPreviewLines || lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return shown.map((line) => (line.length > maxLineLength ? `${line.slice(0, maxLineLength)}…` : line));
}
