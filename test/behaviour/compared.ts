import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { inTurn } from '../support/in-turn';
import { groups, namesIn } from './behaviours';
import { isFrameless } from './frameless';
import { type Closing, openBareTab, openWatchedTab, type Tab, type WatchedTab } from './pages';
import { type Site, serveSite } from './site';

/** The result of each behaviour of a group, or its error. */
type Observations = Readonly<Record<string, unknown>>;

/** What libraries check before they change a page, and what they send. */
const besides = ['natives', 'fetch', 'xhr'];

/** All groups in a long run; otherwise the natives, and each other group in one of the browsers. */
function comparedGroups(browser: BrowserName): readonly string[] {
  const others = [...groups.messages, ...groups.requests].filter((group) => group !== 'natives');
  return ['natives', ...inTurn(others, browser)];
}

/** The pages of a browser after the comparison. */
export interface ComparedPages {
  /** The behaviours of a group that differ with an extension that has known mistakes. */
  detecting(group: string): Promise<readonly string[]>;
}

/**
 * Declares the tests that every behaviour of a page is the same with and without the extension, in one
 * browser.
 */
export function comparePages(browser: BrowserName): ComparedPages {
  const compared = comparedGroups(browser);
  const beside = besides.filter((group) => compared.includes(group));
  let site: Site;
  let bareTab: Tab & Closing;
  let watchedTab: WatchedTab & Closing;
  let bare: Readonly<Record<string, Observations>>;
  let watched: Readonly<Record<string, Observations>>;
  let report: Report;
  /** In a tab that is not watched, while another one is. */
  let unwatched: Readonly<Record<string, Observations>>;

  const observed = async (tab: Tab, group: string) => {
    const isStrict = group === 'strict';
    await tab.goto(`${site.origins.page}/group?name=${group}${isStrict ? '&strict' : ''}`);
    if (!isStrict) await until('frameless traps', () => tab.evaluate(isFrameless));
    return tab.evaluate<Observations>('observe()');
  };
  const observedIn = async (tab: Tab, names: readonly string[]) => {
    const found: Record<string, Observations> = {};
    for (const group of names) found[group] = await observed(tab, group);
    return found;
  };

  const observeWatched = async () => {
    watched = await observedIn(watchedTab, compared);
    await observed(watchedTab, 'sending');
    report = await watchedTab.report();
    unwatched = await observedIn(watchedTab.beside, beside);
  };

  beforeAll(async () => {
    site = await serveSite();
    [bareTab, watchedTab] = await Promise.all([
      openBareTab(browser),
      openWatchedTab(browser, `${site.origins.page}/frame?code=`),
    ]);
    // In two browsers, so that each observes while the other waits.
    [bare] = await Promise.all([observedIn(bareTab, compared), observeWatched()]);
  });
  afterAll(async () => {
    await Promise.all([bareTab?.close(), watchedTab?.close()]);
    await site?.close();
  });

  describe.each(compared)('%s: the page behaves as without the extension', (group) => {
    test.each(namesIn(group))('%s', (name) => {
      expect(bare[group]?.[name]).not.toHaveProperty('threw');
      expect(watched[group]?.[name]).toEqual(bare[group]?.[name]);
    });
  });

  describe.each(beside)('%s: an unwatched page beside it behaves as without the extension', (group) => {
    test.each(namesIn(group))('%s', (name) => {
      expect(unwatched[group]?.[name]).toEqual(bare[group]?.[name]);
    });
  });

  test('the page was observed in both worlds', () => {
    const sides = new Set(report.pageEvents.map(({ source }) => source));
    expect([...sides].sort()).toEqual(['extension', 'page']);
  });

  return {
    async detecting(group) {
      await bareTab.goto(`${site.origins.page}/group?name=${group}&mistakes`);
      const wrong = await bareTab.evaluate<Observations>('observe(500)');
      return namesIn(group).filter((name) => !isDeepStrictEqual(wrong[name], bare[group]?.[name]));
    },
  };
}
