import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { until } from '../browsers/until';
import { groups, namesIn } from './behaviours';
import type { Bed, Tab } from './pages';
import { type Site, serveSite } from './site';

/** The result of each behaviour of a group, or its error. */
type Observations = Readonly<Record<string, unknown>>;

/**
 * Whether no stack trace of the page shows a trap. In Chromium that requires the background's answer, and
 * never becomes true in a page whose policy forbids WebAssembly.
 */
const isFrameless = `(() => {
  try {
    new XMLHttpRequest().open('TRACE', '/');
  } catch ({ stack }) {
    return !/\\bx:\\d/.test(stack);
  }
})()`;

const allGroups = [...groups.messages, ...groups.requests];
/** What libraries check before they change a page, and what they send. */
const besides = ['natives', 'fetch', 'xhr'];

/** The pages of a browser after the comparison. */
export interface ComparedPages {
  /** The behaviours of a group that differ with an extension that has known mistakes. */
  detecting(group: string): Promise<readonly string[]>;
}

/**
 * Declares the tests that every behaviour of a page is the same with and without the extension, in one
 * browser.
 */
export function comparePages(open: () => Promise<Bed>): ComparedPages {
  let site: Site;
  let bed: Bed;
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

  beforeAll(async () => {
    site = await serveSite();
    bed = await open();
    bare = await observedIn(bed.bare, allGroups);
    const tab = await bed.watched(`${site.origins.page}/frame?code=`);
    watched = await observedIn(tab, allGroups);
    await observed(tab, 'sending');
    report = await tab.report();
    unwatched = await observedIn(tab.beside, besides);
  });
  afterAll(async () => {
    await bed?.close();
    await site?.close();
  });

  describe.each(allGroups)('%s: the page behaves as without the extension', (group) => {
    test.each(namesIn(group))('%s', (name) => {
      expect(bare[group]?.[name]).not.toHaveProperty('threw');
      expect(watched[group]?.[name]).toEqual(bare[group]?.[name]);
    });
  });

  describe.each(besides)('%s: an unwatched page beside it behaves as without the extension', (group) => {
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
      await bed.bare.goto(`${site.origins.page}/group?name=${group}&mistakes`);
      const wrong = await bed.bare.evaluate<Observations>('observe(500)');
      return namesIn(group).filter((name) => !isDeepStrictEqual(wrong[name], bare[group]?.[name]));
    },
  };
}
