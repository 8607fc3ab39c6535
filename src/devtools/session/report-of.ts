import type { PastedAnswer } from '../../diagnosis/answers';
import { type Language, loadLanguage } from '../../prose';
import { adviceWords } from '../../prose/advice';
import { causeProse } from '../../prose/causes';
import { cliWords } from '../../prose/cli-words';
import { questionProse } from '../../prose/questions';
import { stackWords } from '../../prose/stacks';
import type { StoredCookies } from '../../protocol/cookies';
import { explainLater } from '../../recording/explain-recording';
import type { Log } from '../../recording/log/log';
import { redactRecording } from '../../recording/redaction/redact';
import type { Redaction } from '../../recording/redaction/rules';
import { cookieHosts } from '../../recording/requests/cookie-hosts';
import type { StreamedReport } from '../../report/model';
import { toReport } from '../../report/report';
import type { CookieAccess } from './cookie-access';
import { scriptReadings } from './script-readings';

/** The options of a report. */
export interface ReportOptions {
  readonly version: string;
  readonly language: Language;
  readonly redaction: Redaction;
  /** Whether the settings allow scripts in the page's world. */
  readonly pageWorld: boolean;
  /** The exchanges to include; all if null or absent. */
  readonly ids?: ReadonlySet<string> | null;
  /** The page events to include; all if null or absent. */
  readonly eventIds?: ReadonlySet<string> | null;
  /** What was pasted as answers to questions about requests. */
  readonly answers?: readonly PastedAnswer[];
  /** Opens the browser's cookie store. If absent, the report is made without stored cookies. */
  readonly cookies?: () => Promise<Pick<CookieAccess, 'kept'>>;
}

/** Loads what reports in a language need besides this module. Returns the rules about sites. */
export async function loadForReports(language: Language) {
  const [sites] = await Promise.all([
    import('../../engine/site'),
    loadLanguage(language),
    adviceWords.load(language),
    causeProse.load(language),
    cliWords.load(language),
    questionProse.load(language),
    stackWords.load(language),
  ]);
  return sites;
}

/**
 * Returns the report of the current log.
 *
 * @throws if the recording has not started
 */
export async function reportOf(log: Log, options: ReportOptions): Promise<StreamedReport> {
  const { recording, page } = log;
  const { version, language, redaction, pageWorld, ids, eventIds, answers = [] } = options;
  const { browser } = recording;
  if (!browser) throw new Error('corscope: not recording yet, await corscope.ready');
  const { relationOf, registrableDomain } = await loadForReports(language);
  const isWanted = ({ id }: { readonly id: string }) => !ids || ids.has(id);
  const wanted = log.entries.flatMap(({ facts }) => (isWanted(facts) ? facts : []));
  const hosts = cookieHosts(wanted, registrableDomain);
  const sources = await Promise.all([scriptReadings(log), keptNow(options, hosts)]);
  const exchanges = log.entries.map(({ facts }) => facts);
  const whole = {
    page,
    exchanges,
    pageEvents: log.pageEvents,
    ...sources[0],
    storedCookies: sources[1],
    answers,
  };
  const left = redactRecording(whole, redaction);
  return toReport({
    version,
    language,
    browser,
    redaction,
    page: left.page,
    recording: { ...recording, untilMs: Date.now() },
    ...explainLater(
      left,
      {
        browser: browser.name,
        listening: { sawNavigation: recording.sawNavigation, pageWorld },
        sites: { relationOf, registrableDomain },
        sinceReload: log.sinceReload,
      },
      { ids: ids ?? null, eventIds: eventIds ?? null },
    ),
    allPageEvents: left.pageEvents,
    audit: left.audit,
    stars: left.stars,
    relationOf,
  });
}

/** Returns the stored cookies; null without the permission, or if the extension is gone. */
async function keptNow({ cookies }: ReportOptions, hosts: readonly string[]): Promise<StoredCookies | null> {
  try {
    return (await (await cookies?.())?.kept(hosts)) ?? null;
  } catch {
    return null;
  }
}
