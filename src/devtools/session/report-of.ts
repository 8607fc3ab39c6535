import { reportedListeners, textsOf } from '../../channels/reported-listeners';
import { type Language, loadLanguage } from '../../prose';
import type { StoredCookies } from '../../protocol/cookies';
import { loadAuditor } from '../../recording/crossings/listener-audits';
import { explainRecording } from '../../recording/explain-recording';
import type { Log } from '../../recording/log/log';
import { redactRecording } from '../../recording/redaction/redact';
import type { Redaction } from '../../recording/redaction/rules';
import { cookieHosts } from '../../recording/requests/cookie-hosts';
import type { Report } from '../../report/model';
import { type ReportSource, toReport } from '../../report/report';
import type { CookieAccess } from './cookie-access';
import { lastStarSearch } from './star-search';

/** What a report is to be like. */
export interface ReportOptions {
  readonly version: string;
  readonly language: Language;
  readonly redaction: Redaction;
  /** Whether the settings let scripts run in the page's own world. */
  readonly pageWorld: boolean;
  /** The exchanges that are wanted; without, or null, all. */
  readonly ids?: ReadonlySet<string> | null;
  /** The page events that are wanted; without, or null, all. */
  readonly eventIds?: ReadonlySet<string> | null;
  /** Asks what the browser keeps of cookies; without, nobody is asked. */
  readonly cookies?: () => Promise<Pick<CookieAccess, 'kept'>>;
}

/** The report of a log as it is now. */
export async function reportOf(log: Log, options: ReportOptions): Promise<Report> {
  const { recording, page } = log;
  const { version, language, redaction, pageWorld, ids, eventIds } = options;
  const { browser } = recording;
  if (!browser) throw new Error('corscope: not recording yet, await corscope.ready');
  const [{ relationOf, registrableDomain }] = await Promise.all([
    import('../../engine/site'),
    loadLanguage(language),
  ]);
  const isWanted = ({ id }: { readonly id: string }) => !ids || ids.has(id);
  const wanted = log.entries.flatMap(({ facts }) => (isWanted(facts) ? facts : []));
  const hosts = cookieHosts(wanted, registrableDomain);
  const sources = await Promise.all([listening(log), keptNow(options, hosts)]);
  const exchanges = log.entries.map(({ facts }) => facts);
  const whole = { page, exchanges, pageEvents: log.pageEvents, ...sources[0], storedCookies: sources[1] };
  const left = redactRecording(whole, redaction);
  return toReport({
    version,
    language,
    browser,
    redaction,
    page: left.page,
    recording: { ...recording, untilMs: Date.now() },
    ...explainRecording(
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

/** What is said of listeners, by their texts; a panel that outlived its extension can load no parser any more. */
async function listening({ pageEvents, page }: Log): Promise<Pick<ReportSource, 'audit' | 'stars'>> {
  const reported = reportedListeners(pageEvents);
  if (reported.size === 0) return { audit: null, stars: lastStarSearch(page.url)?.found ?? [] };
  try {
    const [{ audit }, { starsIn }] = await Promise.all([loadAuditor(), import('../../reading/find-stars')]);
    const ofListeners = () => textsOf(reported.values()).flatMap((text) => starsIn(text).found);
    return { audit, stars: lastStarSearch(page.url)?.found ?? ofListeners() };
  } catch {
    return { audit: null, stars: [] };
  }
}

/** What the browser keeps; null where it may not be asked, or is gone. */
async function keptNow({ cookies }: ReportOptions, hosts: readonly string[]): Promise<StoredCookies | null> {
  try {
    return (await (await cookies?.())?.kept(hosts)) ?? null;
  } catch {
    return null;
  }
}
