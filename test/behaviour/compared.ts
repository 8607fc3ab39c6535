import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { until } from '../browsers/until';
import { groups, namesIn } from './behaviours';
import type { Bed, Tab } from './pages';
import { type Site, serveSite } from './site';

/** What each behaviour of a group came to; one that failed says how. */
type Observations = Readonly<Record<string, unknown>>;

/**
 * Whether no stack of the page shows a trap. In Chromium that takes the background's answer, and never comes in a page
 * whose policy forbids WebAssembly.
 */
const isFrameless = `(() => {
  try {
    new XMLHttpRequest().open('TRACE', '/');
  } catch ({ stack }) {
    return !/\\bx:\\d/.test(stack);
  }
})()`;

const all = [...groups.messages, ...groups.requests];
/** What libraries look at before they touch a page, and what they send. */
const besides = ['natives', 'fetch', 'xhr'];

/** What a browser's pages can still be asked once they were compared. */
export interface ComparedPages {
  /** The behaviours of a group that differ where an extension does what none may. */
  noticing(group: string): Promise<readonly string[]>;
}

/** Declares that every behaviour of a page is the same with the extension as without it, in that browser. */
export function comparePages(open: () => Promise<Bed>): ComparedPages {
  let site: Site;
  let bed: Bed;
  let bare: Readonly<Record<string, Observations>>;
  let watched: Readonly<Record<string, Observations>>;
  let report: Report;
  /** In a tab that nobody watches, while another is watched. */
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

  beforeAll(async () => {
    site = await serveSite();
    bed = await open();
    bare = await observedIn(bed.bare, all);
    const tab = await bed.watched(`${site.origins.page}/frame?code=`);
    watched = await observedIn(tab, all);
    await observed(tab, 'sending');
    report = await tab.report();
    unwatched = await observedIn(tab.beside, besides);
  });
  afterAll(async () => {
    await bed?.close();
    await site?.close();
  });

  describe.each(all)('%s: the page is as without the extension', (group) => {
    test.each(namesIn(group))('%s', (name) => {
      expect(bare[group]?.[name]).not.toHaveProperty('threw');
      expect(watched[group]?.[name]).toEqual(bare[group]?.[name]);
    });
  });

  describe.each(besides)('%s: an unwatched page beside it is as without the extension', (group) => {
    test.each(namesIn(group))('%s', (name) => {
      expect(unwatched[group]?.[name]).toEqual(bare[group]?.[name]);
    });
  });

  test('the page was watched in its own world and from beside it', () => {
    const sides = new Set(report.pageEvents.map(({ source }) => source));
    expect([...sides].sort()).toEqual(['extension', 'page']);
  });

  return {
    async noticing(group) {
      await bed.bare.goto(`${site.origins.page}/group?name=${group}&mistakes`);
      const wrong = await bed.bare.evaluate<Observations>('observe(500)');
      return namesIn(group).filter((name) => !isDeepStrictEqual(wrong[name], bare[group]?.[name]));
    },
  };
}
