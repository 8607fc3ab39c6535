import { reportedListeners, textsOf } from '../../channels/reported-listeners';
import type { PageScripts } from '../../platform/page-scripts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { FoundStar } from '../../reading/find-stars';

/** The `'*'` calls found in the scripts of a page. */
export interface StarSearch {
  /** The page's URL when it was searched. */
  readonly page: string;
  readonly from: PageScripts['from'];
  readonly scripts: number;
  readonly found: readonly FoundStar[];
  readonly isCut: boolean;
}

/** The last search in this panel. Reports include it. */
let last: StarSearch | null = null;

/** Returns the last search if it was for this page; null if there was none. */
export function lastStarSearch(page: string): StarSearch | null {
  return last?.page === page ? last : null;
}

/** Searches a page's scripts and the texts of its listeners for calls written with `'*'`. */
export async function searchStars(
  page: string,
  read: () => Promise<PageScripts>,
  events: readonly PageEventFacts[],
): Promise<StarSearch> {
  const { starsIn } = await import('../../reading/find-stars');
  const given = await read().catch((): PageScripts => ({ from: 'nothing', scripts: [], isCut: false }));
  const pageScripts = given.scripts.map((script) => ({ ...script, listener: null }));
  // A listener inside a page script is already found there.
  const isRead = (text: string) => pageScripts.some((script) => script.text.includes(text));
  const listeners = textsOf(reportedListeners(events).values()).filter(({ text }) => !isRead(text));
  const found: FoundStar[] = [];
  let isCut = given.isCut;
  for (const script of [...pageScripts, ...listeners]) {
    const stars = starsIn(script);
    found.push(...stars.found);
    isCut ||= stars.isCut;
    // A large script takes long, so let the panel draw between scripts.
    await new Promise((resolve) => setTimeout(resolve));
  }
  last = { page, from: given.from, scripts: pageScripts.length + listeners.length, found, isCut };
  return last;
}
