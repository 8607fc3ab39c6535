import { reportedListeners, textsOf } from '../../channels/reported-listeners';
import { loadAuditor } from '../../recording/crossings/listener-audits';
import type { Log } from '../../recording/log/log';
import type { Recorded } from '../../recording/redaction/recorded';
import { lastStarSearch } from './star-search';

/** Returns what the texts of listeners show. A panel that outlived its extension cannot load the parser. */
export async function scriptReadings({
  pageEvents,
  page,
}: Pick<Log, 'pageEvents' | 'page'>): Promise<Pick<Recorded, 'audit' | 'stars'>> {
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
