import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { groups, namesIn, tells } from './behaviours';
import { type Bed, openChromiumBed, openFirefoxBed, type Tab } from './pages';
import { type Site, serveSite } from './site';

/** What each behaviour of a group came to; one that failed says how. */
type Observations = Readonly<Record<string, unknown>>;

const all = [...groups.messages, ...groups.requests];
/** Where one mistake at least belongs to. */
const noticing = ['sending', 'listeners', 'message-event', 'names-and-fragments', ...groups.requests];

let site: Site;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site?.close());

async function observed(tab: Tab, group: string): Promise<Observations> {
  const strict = group === 'strict' ? '&strict' : '';
  await tab.goto(`${site.origins.page}/group?name=${group}${strict}`);
  return tab.evaluate<Observations>('observe()');
}

async function observedIn(tab: Tab): Promise<Readonly<Record<string, Observations>>> {
  const found: Record<string, Observations> = {};
  for (const group of [...all, tells]) found[group] = await observed(tab, group);
  return found;
}

describe('the corpus', () => {
  test('has at least 80 behaviours of messages and 80 of requests', () => {
    const counted = (list: readonly string[]) => list.reduce((sum, group) => sum + namesIn(group).length, 0);
    expect(counted(groups.messages)).toBeGreaterThanOrEqual(80);
    expect(counted(groups.requests)).toBeGreaterThanOrEqual(80);
  });
});

describe.each([
  ['Chromium', openChromiumBed],
  ['Firefox', openFirefoxBed],
] as const)('%s', (browser, open) => {
  let bed: Bed;
  let bare: Readonly<Record<string, Observations>>;
  let watched: Readonly<Record<string, Observations>>;
  let report: Report;

  beforeAll(async () => {
    bed = await open();
    bare = await observedIn(bed.bare);
    const tab = await bed.watched(`${site.origins.page}/frame?code=`);
    watched = await observedIn(tab);
    report = await tab.report();
  }, 180_000);
  afterAll(() => bed?.close());

  describe.each(all)('%s: the page is as without the extension', (group) => {
    test.each(namesIn(group))('%s', (name) => {
      expect(bare[group]?.[name]).not.toHaveProperty('threw');
      expect(watched[group]?.[name]).toEqual(bare[group]?.[name]);
    });
  });

  test('the page was watched in its own world and from beside it', () => {
    const postMessage = 'the exact text of postMessage';
    expect(watched[tells]?.[postMessage]).not.toEqual(bare[tells]?.[postMessage]);
    const sides = new Set(report.pageEvents.map(({ source }) => source));
    expect([...sides].sort()).toEqual(['extension', 'page']);
  });

  // One browser is enough for it: it holds of the corpus.
  describe.runIf(browser === 'Chromium')('an extension that does what none may', () => {
    test.each(noticing)('is noticed in %s', async (group) => {
      await bed.bare.goto(`${site.origins.page}/group?name=${group}&mistakes`);
      const wrong = await bed.bare.evaluate<Observations>('observe(500)');
      const noticed = namesIn(group).filter((name) => !isDeepStrictEqual(wrong[name], bare[group]?.[name]));
      expect(noticed.length).toBeGreaterThanOrEqual(3);
    });
  });
});
