import type { Language } from '../prose';
import type { Report } from '../report/model';
import { redact } from '../report/redact';
import { toReport } from '../report/report';
import { type IdleOptions, untilIdle } from './idle';
import type { Log } from './log';
import type { Watch } from './watch';

/** What people who drive browsers find in the panel page as `corscope`. */
export interface Corscope {
  /** The background has acknowledged the watch: no request that starts later is missed. */
  readonly ready: Promise<void>;
  idle(options?: IdleOptions): Promise<void>;
  /** Redacted unless told otherwise. */
  report(options?: { redact?: boolean; language?: Language }): Promise<Report>;
  clear(): void;
}

/** What the automation interface works on. */
export interface AutomationContext {
  readonly log: Log;
  readonly watch: Watch;
  readonly version: string;
  language(): Language;
}

/** The automation interface over a log. */
export function openAutomation({ log, watch, version, language }: AutomationContext): Corscope {
  return {
    get ready() {
      return watch.ready;
    },
    idle: (options) => untilIdle(log, options),
    async report(options = {}) {
      const report = await reportOf(log, version, options.language ?? language());
      return options.redact === false ? report : redact(report);
    },
    clear: () => log.clear(),
  };
}

/** The report of a log as it is now, nothing redacted. */
export async function reportOf(log: Log, version: string, language: Language): Promise<Report> {
  const { recording, page } = log;
  if (!recording.browser) throw new Error('corscope: not recording yet, await corscope.ready');
  const { relationOf } = await import('../engine/site');
  return toReport({
    version,
    language,
    browser: recording.browser,
    page,
    recording: { ...recording, untilMs: Date.now() },
    exchanges: log.entries.flatMap(({ facts }) => {
      const verdict = log.verdict(facts.id);
      return verdict ? [{ facts, verdict, sinceReload: log.sinceReload(facts.id) }] : [];
    }),
    relationOf,
  });
}
