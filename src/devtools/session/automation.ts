import type { Language } from '../../prose';
import type { IdleOptions } from '../../recording/log/idle';
import type { Log } from '../../recording/log/log';
import type { Redaction } from '../../recording/redaction/rules';
import type { Report } from '../../report/model';
import type { CookieAccess } from './cookie-access';
import type { Watch } from './watch';

/** What people who drive browsers find in the panel page as `corscope`. */
export interface Corscope {
  /** The background has acknowledged the watch: no request that starts later is missed. */
  readonly ready: Promise<void>;
  idle(options?: IdleOptions): Promise<void>;
  /** Redacted unless told otherwise: true is `minimal`, false is `everything`. */
  report(options?: { redact?: boolean | Redaction; language?: Language }): Promise<Report>;
  clear(): void;
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
    async report(options = {}) {
      const [{ log, version, cookies, language, pageWorld }, { reportOf }] = await Promise.all([
        opening,
        import('./report-of'),
      ]);
      const { redact = true, language: wanted = language() } = options;
      return reportOf(log, {
        version,
        cookies,
        language: wanted,
        pageWorld: pageWorld(),
        redaction: redactionOf(redact),
      });
    },
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
