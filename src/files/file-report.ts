import { registrableDomain, relationOf } from '../engine/site';
import type { Language } from '../prose';
import type { BrowserInfo } from '../protocol/messages';
import type { Selection } from '../recording/explain-recording';
import type { Redaction } from '../recording/redaction/rules';
import type { Report, StreamedReport } from '../report/model';
import { toReport } from '../report/report';
import { wholeReport } from '../report/whole-report';
import { explainedFile } from './explained-file';
import type { FileRecording } from './file-recording';

/** How the report of a file is made. */
export interface FileReportOptions {
  /** Our own version. */
  readonly version: string;
  readonly language: Language;
  /** The browser whose rules decide if the file does not say. */
  readonly browser: BrowserInfo;
  readonly redaction: Redaction;
}

/** Returns the report of what a file contains. The words of the language must be loaded. */
export function reportOfFile(file: FileRecording, options: FileReportOptions): Report {
  return wholeReport(streamReportOfFile(file, options));
}

/** The same for a part of the file, or for a file that may be large. */
export function streamReportOfFile(
  file: FileRecording,
  options: FileReportOptions,
  selection: Selection = {},
): StreamedReport {
  const { version, language, redaction } = options;
  const { exchanges, sawNavigation, fromMs, toMs } = file;
  const browser = file.browser ?? options.browser;
  const sites = { relationOf, registrableDomain };
  const explained = explainedFile(file, { browser: browser.name, redaction, sites }, selection);
  return toReport({
    version,
    language,
    browser,
    redaction,
    recording: {
      sinceMs: fromMs,
      untilMs: toMs,
      sawNavigation,
      hostPermission: true,
      dropped: 0,
      droppedPageEvents: 0,
      hints: exchanges.some((facts) => facts.page !== null),
      droppedHints: 0,
      droppedWorkerRequests: 0,
      startedBefore: 0,
      stops: 0,
    },
    ...explained,
    audit: null,
    stars: [],
    relationOf,
  });
}
