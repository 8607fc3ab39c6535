import { csv } from './csv';
import { har } from './har';
import { html } from './html';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import type { Report, StreamedReport } from './model';
import { sarif } from './sarif';
import { svg } from './svg';
import { wholeReport } from './whole-report';

/** A format in which a report is written as a file. */
interface ReportFormat {
  /** The file extension, without the dot. */
  readonly extension: string;
  /** The file's MIME type. */
  readonly type: string;
  /** The members of a report that the file does not contain in any form. */
  readonly leavesOut: readonly (keyof Report)[];
  /** Returns the text in pieces, because the whole may exceed the maximum string length. */
  write(report: StreamedReport): Iterable<string>;
}

/**
 * The export formats of a report, by the ids that the automation interface accepts. The export dialog lists
 * them in this order, with the labels from `ReportProse`.
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
    write: (report) => [markdown(wholeReport(report))],
  },
  svg: {
    extension: 'svg',
    type: 'image/svg+xml',
    leavesOut: [
      ...(['schema', 'generator', 'recording', 'redacted'] as const),
      ...(['pageEvents', 'messageListeners', 'starTargets', 'advice'] as const),
    ],
    write: (report) => [svg(wholeReport(report))],
  },
  har: {
    extension: 'har',
    type: 'application/json',
    leavesOut: [],
    write: har,
  },
  csv: {
    extension: 'csv',
    type: 'text/csv',
    leavesOut: [
      ...(['schema', 'generator', 'language', 'browser', 'page', 'recorded', 'recording'] as const),
      ...(['redacted', 'redaction', 'frames', 'pageEvents', 'messageListeners', 'starTargets'] as const),
      ...(['channels', 'relays', 'advice'] as const),
    ],
    write: (report) => csv(wholeReport(report)),
  },
  sarif: {
    extension: 'sarif',
    type: 'application/sarif+json',
    leavesOut: [
      ...(['schema', 'browser', 'page', 'recording', 'redacted', 'redaction', 'frames'] as const),
      ...(['pageEvents', 'messageListeners', 'starTargets', 'channels', 'relays', 'advice'] as const),
    ],
    write: (report) => [sarif(wholeReport(report))],
  },
  html: {
    extension: 'html',
    type: 'text/html',
    leavesOut: [
      'schema',
      'generator',
      'recording',
      'redacted',
      'frames',
      'messageListeners',
      'starTargets',
      'channels',
      'relays',
    ],
    write: (report) => html(wholeReport(report)),
  },
  junit: {
    extension: 'xml',
    type: 'application/xml',
    leavesOut: [
      ...(['schema', 'generator', 'language', 'browser', 'recording', 'redacted', 'redaction'] as const),
      ...([
        'frames',
        'pageEvents',
        'messageListeners',
        'starTargets',
        'channels',
        'relays',
        'advice',
      ] as const),
    ],
    write: (report) => [junit(wholeReport(report))],
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

/** The id of a format. */
export type FormatId = keyof typeof formats;

/** The ids of all formats, in the order of the table. */
export const formatIds = Object.keys(formats) as readonly FormatId[];

/**
 * Returns `wanted` as a format id.
 *
 * @throws if no format has this id; the message lists the existing ids
 */
export function toFormatId(wanted: string): FormatId {
  const id = formatIds.find((candidate) => candidate === wanted);
  if (id === undefined) throw new Error(`report: no format "${wanted}"; there are ${formatIds.join(', ')}`);
  return id;
}

/** Returns a report as a text in a format. */
export function reportText(report: StreamedReport, id: FormatId): string {
  return [...formats[id].write(report)].join('');
}
