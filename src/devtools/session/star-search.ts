import { reportedListeners, textsOf } from '../../channels/reported-listeners';
import type { PageScripts } from '../../platform/page-scripts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { FoundStar } from '../../reading/find-stars';

/** What was found in the scripts of a page. */
export interface StarSearch {
  /** The page's URL when it was searched. */
  readonly page: string;
  readonly from: PageScripts['from'];
  readonly scripts: number;
  readonly found: readonly FoundStar[];
  readonly isCut: boolean;
}

/** The last search in this panel; who writes a report takes it along. */
let last: StarSearch | null = null;

/** What was found in the scripts of the page that is shown; null if nobody searched. */
export function lastStarSearch(page: string): StarSearch | null {
  return last?.page === page ? last : null;
}

/** Searches a page's scripts and its listeners' texts for calls that are written with `'*'`, one after the other. */
export async function searchStars(
  page: string,
  read: () => Promise<PageScripts>,
  events: readonly PageEventFacts[],
): Promise<StarSearch> {
  const { starsIn } = await import('../../reading/find-stars');
  const given = await read().catch((): PageScripts => ({ from: 'nothing', scripts: [], isCut: false }));
  const own = given.scripts.map((script) => ({ ...script, listener: null }));
  // A listener that stands in a script that was read is found there.
  const isRead = (text: string) => own.some((script) => script.text.includes(text));
  const listeners = textsOf(reportedListeners(events).values()).filter(({ text }) => !isRead(text));
  const found: FoundStar[] = [];
  let isCut = given.isCut;
  for (const script of [...own, ...listeners]) {
    const stars = starsIn(script);
    found.push(...stars.found);
    isCut ||= stars.isCut;
    // A large script takes its time; the panel is drawn in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  last = { page, from: given.from, scripts: own.length + listeners.length, found, isCut };
  return last;
}
