import type { PastedAnswer } from '../../diagnosis/answers';
import type { Language } from '../../prose';
import type { IdleOptions } from '../../recording/log/idle';
import type { Log } from '../../recording/log/log';
import type { Redaction } from '../../recording/redaction/rules';
import type { FormatId } from '../../report/formats';
import type { Report, StreamedReport } from '../../report/model';
import { wholeReport } from '../../report/whole-report';
import type { CookieAccess } from './cookie-access';
import type { Watch } from './watch';

/** The automation interface, available in the panel page as `corscope`. */
export interface Corscope {
  /** Resolves when the background has acknowledged the watch. Requests that start later are recorded. */
  readonly ready: Promise<void>;
  idle(options?: IdleOptions): Promise<void>;
  /** Returns the report of the current recording. */
  report(options?: ReportWish): Promise<Report>;
  /** Returns the report as the text that the export writes in this format. Rejects for an unknown format. */
  report(options: ReportWish & { format: FormatId }): Promise<string>;
  clear(): void;
}

/** The options of a report. */
interface ReportWish {
  /** The redaction; `minimal` by default. true means `minimal`, false means `everything`. */
  redact?: boolean | Redaction;
  /** The language of the panel by default. */
  language?: Language;
}

/** The parts of the panel that the automation interface uses. */
export interface AutomationContext {
  readonly log: Log;
  readonly watch: Watch;
  readonly version: string;
  readonly cookies: () => Promise<CookieAccess>;
  language(): Language;
  /** Whether the settings allow scripts in the page's world. */
  pageWorld(): boolean;
  /** What was pasted as answers to questions about requests. */
  answers(): readonly PastedAnswer[];
}

/**
 * Opens the automation interface. It can be called at once: calls wait until the panel has opened its
 * session.
 */
export function openAutomation(opening: Promise<AutomationContext>): Corscope {
  async function made({ redact = true, language }: ReportWish): Promise<StreamedReport> {
    const [context, { reportOf }] = await Promise.all([opening, import('./report-of')]);
    const { log, version, cookies } = context;
    const wanted = language ?? context.language();
    const pageWorld = context.pageWorld();
    return reportOf(log, {
      version,
      cookies,
      language: wanted,
      pageWorld,
      answers: context.answers(),
      redaction: redactionOf(redact),
    });
  }

  function report(options?: ReportWish): Promise<Report>;
  function report(options: ReportWish & { format: FormatId }): Promise<string>;
  async function report({ format, ...wish }: ReportWish & { format?: FormatId } = {}) {
    const streamed = await made(wish);
    if (format === undefined) return wholeReport(streamed);
    const { reportText, toFormatId } = await import('../../report/formats');
    return reportText(streamed, toFormatId(format));
  }

  return {
    get ready() {
      return opening.then(({ watch }) => watch.ready);
    },
    async idle(options) {
      const [{ log, watch }, { untilIdle }] = await Promise.all([
        opening,
        import('../../recording/log/idle'),
      ]);
      await untilIdle(log, options, watch.flush);
    },
    report,
    clear: () => {
      opening.then(({ log }) => log.clear(), console.error);
    },
  };
}

/** Returns the redaction. An unknown value redacts as much as possible. */
function redactionOf(redact: boolean | Redaction): Redaction {
  if (redact === false || redact === 'everything') return 'everything';
  return redact === 'readable' ? redact : 'minimal';
}
