import { heardListeners, textsOf } from '../channels/heard-listeners';
import { type Language, loadProse } from '../prose';
import type { KeptCookies } from '../protocol/cookies';
import type { Report } from '../report/model';
import { redact } from '../report/redact';
import { type ReportSource, toReport } from '../report/report';
import type { CookieAccess } from './cookie-access';
import { cookieHosts } from './cookie-hosts';
import { loadAuditor } from './listener-audits';
import type { Log } from './log';
import { lastStarSearch } from './star-search';

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
  /** Asks what the browser keeps of cookies; without, nobody is asked. */
  readonly cookies?: () => Promise<Pick<CookieAccess, 'kept'>>;
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
  const wanted = log.entries.flatMap(({ facts }) => (!ids || ids.has(facts.id) ? facts : []));
  const hosts = cookieHosts(wanted, registrableDomain);
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
    heardIn: log.pageEvents,
    ...(await listening(log)),
    relationOf,
    registrableDomain,
    keptCookies: await keptNow(options, hosts),
  });
  return options.redact ? redact(report) : report;
}

/** What is said of listeners, by their texts; a panel that outlived its extension can load no parser any more. */
async function listening({ pageEvents, page }: Log): Promise<Pick<ReportSource, 'audit' | 'stars'>> {
  const heard = heardListeners(pageEvents);
  if (heard.size === 0) return { audit: null, stars: lastStarSearch(page.url)?.found ?? [] };
  try {
    const [{ audit }, { starsIn }] = await Promise.all([loadAuditor(), import('../reading/find-stars')]);
    const ofListeners = () => textsOf(heard.values()).flatMap((text) => starsIn(text).found);
    return { audit, stars: lastStarSearch(page.url)?.found ?? ofListeners() };
  } catch {
    return { audit: null, stars: [] };
  }
}

/** What the browser keeps; null where it may not be asked, or is gone. */
async function keptNow({ cookies }: ReportOptions, hosts: readonly string[]): Promise<KeptCookies | null> {
  try {
    return (await (await cookies?.())?.kept(hosts)) ?? null;
  } catch {
    return null;
  }
}
