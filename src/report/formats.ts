import { json } from './json';
import { markdown } from './markdown';
import type { Report } from './model';
import { svg } from './svg';

/** How a report is written as a file. */
interface ReportFormat {
  /** The end of the file's name, without the dot. */
  readonly extension: string;
  /** The file's MIME type. */
  readonly type: string;
  /** The members of a report that the file does not contain, in any form. */
  readonly leavesOut: readonly (keyof Report)[];
  /** The file's text in pieces, in the language of the report: the whole may be longer than a string can be. */
  write(report: Report): readonly string[];
}

/**
 * The formats that a report can be exported in, by the ids that the automation interface takes. The export dialog
 * lists them in this order, with the words that `ReportProse` has for each id.
 */
export const formats = {
  json: {
    extension: 'json',
    type: 'application/json',
    leavesOut: [],
    write: json,
  },
  markdown: {
    extension: 'md',
    type: 'text/markdown',
    leavesOut: ['schema', 'generator', 'frames', 'channels'],
    write: (report) => [markdown(report)],
  },
  svg: {
    extension: 'svg',
    type: 'image/svg+xml',
    leavesOut: [
      ...(['schema', 'generator', 'recording', 'redacted'] as const),
      ...(['pageEvents', 'messageListeners', 'starTargets'] as const),
    ],
    write: (report) => [svg(report)],
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

/** What a format is called in the table. */
export type FormatId = keyof typeof formats;

/** The ids of all formats, in the order of the table. */
export const formatIds = Object.keys(formats) as readonly FormatId[];

/**
 * The id that somebody asked for.
 *
 * @throws if no format has that id; the message names those that exist
 */
export function toFormatId(wanted: string): FormatId {
  const id = formatIds.find((each) => each === wanted);
  if (id === undefined) throw new Error(`report: no format "${wanted}"; there are ${formatIds.join(', ')}`);
  return id;
}
