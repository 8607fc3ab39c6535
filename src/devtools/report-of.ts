import { type Language, loadProse } from '../prose';
import type { Report } from '../report/model';
import { redact } from '../report/redact';
import { toReport } from '../report/report';
import type { Log } from './log';

/** What a report is to be like. */
export interface ReportOptions {
  readonly version: string;
  readonly language: Language;
  /** Whether secrets are left out. */
  readonly redact: boolean;
  /** The exchanges that are wanted; without, or null, all. */
  readonly ids?: ReadonlySet<string> | null;
  /** The page events that are wanted; without, or null, all. */
  readonly eventIds?: ReadonlySet<string> | null;
}

/** The report of a log as it is now. */
export async function reportOf(log: Log, options: ReportOptions): Promise<Report> {
  const { recording, page } = log;
  const { version, language, ids, eventIds } = options;
  if (!recording.browser) throw new Error('corscope: not recording yet, await corscope.ready');
  const [{ relationOf, registrableDomain }] = await Promise.all([
    import('../engine/site'),
    loadProse(language),
  ]);
  const report = toReport({
    version,
    language,
    browser: recording.browser,
    page,
    recording: { ...recording, untilMs: Date.now() },
    exchanges: log.entries.flatMap(({ facts }) => {
      const verdict = !ids || ids.has(facts.id) ? log.verdict(facts.id) : undefined;
      return verdict ? [{ facts, verdict, sinceReload: log.sinceReload(facts.id) }] : [];
    }),
    pageEvents: eventIds ? log.pageEvents.filter(({ id }) => eventIds.has(id)) : log.pageEvents,
    relationOf,
    registrableDomain,
  });
  return options.redact ? redact(report) : report;
}
