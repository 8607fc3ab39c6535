import type { Language } from '../../prose';
import type { IdleOptions } from '../../recording/log/idle';
import type { Log } from '../../recording/log/log';
import type { Redaction } from '../../recording/redaction/rules';
import type { FormatId } from '../../report/formats';
import type { Report } from '../../report/model';
import type { CookieAccess } from './cookie-access';
import type { Watch } from './watch';

/** What people who drive browsers find in the panel page as `corscope`. */
export interface Corscope {
  /** The background has acknowledged the watch: no request that starts later is missed. */
  readonly ready: Promise<void>;
  idle(options?: IdleOptions): Promise<void>;
  /** The report of what is recorded now, as an object. */
  report(options?: ReportWish): Promise<Report>;
  /** The same, as the text that the export writes in that format. Rejects for a format that does not exist. */
  report(options: ReportWish & { format: FormatId }): Promise<string>;
  clear(): void;
}

/** What a report is to be like. */
interface ReportWish {
  /** How much is left out, `minimal` without it: true is `minimal`, false is `everything`. */
  redact?: boolean | Redaction;
  /** The panel's language without it. */
  language?: Language;
}

/** What the automation interface works on. */
export interface AutomationContext {
  readonly log: Log;
  readonly watch: Watch;
  readonly version: string;
  readonly cookies: () => Promise<CookieAccess>;
  language(): Language;
  /** Whether the settings let scripts run in the page's own world. */
  pageWorld(): boolean;
}

/** The automation interface over what the panel has opened, or is about to: it can be asked at once. */
export function openAutomation(opening: Promise<AutomationContext>): Corscope {
  async function made({ redact = true, language }: ReportWish): Promise<Report> {
    const [context, { reportOf }] = await Promise.all([opening, import('./report-of')]);
    const { log, version, cookies } = context;
    const wanted = language ?? context.language();
    const pageWorld = context.pageWorld();
    return reportOf(log, {
      version,
      cookies,
      language: wanted,
      pageWorld,
      redaction: redactionOf(redact),
    });
  }

  function report(options?: ReportWish): Promise<Report>;
  function report(options: ReportWish & { format: FormatId }): Promise<string>;
  async function report({ format, ...wish }: ReportWish & { format?: FormatId } = {}) {
    if (format === undefined) return made(wish);
    const { formats, toFormatId } = await import('../../report/formats');
    const { write } = formats[toFormatId(format)];
    return write(await made(wish)).join('');
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

/** How much is left out. A word that is not known leaves out as much as there is. */
function redactionOf(redact: boolean | Redaction): Redaction {
  if (redact === false || redact === 'everything') return 'everything';
  return redact === 'readable' ? redact : 'minimal';
}
