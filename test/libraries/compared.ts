import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Prefs } from '../../src/cli/browsers/firefox-process';
import { type Closing, openBareTab, openWatchedTab, type Tab, type WatchedTab } from '../behaviour/pages';
import type { BrowserName } from '../browsers/describe-in-browsers';
import { isLong } from '../support/is-long';
import { differences } from './differences';
import { compareLoads } from './loads';
import { type Observed, observe } from './observed';
import { type Host, type Site, serveLibraries } from './site';
import { libraries } from './table';

/** The libraries whose cases must detect an extension with known mistakes. */
export const detecting = isLong ? libraries.map(({ name }) => name) : ['sentry'];

/** The libraries of a browser after the comparison. */
export interface ComparedLibraries {
  /** Whether a library's case differs with an extension that has known mistakes. */
  detects(library: string): Promise<boolean>;
}

/**
 * Declares the tests that each library does the same in a watched tab, and in one beside it, as without the
 * extension.
 */
export function compareLibraries(browser: BrowserName, prefs: Prefs = {}): ComparedLibraries {
  let site: Site;
  let without: Tab & Closing;
  let watched: WatchedTab & Closing;
  const bare = new Map<string, Promise<Observed>>();

  const observed = (library: string, tab: Tab, host: Host) =>
    observe(library, { site, tab, host, patienceMs: host === 'a' ? 30_000 : 5_000 });
  const bareOf = (library: string) => {
    const known = bare.get(library) ?? observed(library, without, 'a');
    bare.set(library, known);
    return known;
  };

  beforeAll(async () => {
    site = await serveLibraries();
    [without, watched] = await Promise.all([
      openBareTab(browser, prefs),
      openWatchedTab(browser, site.blank('first', 'b'), prefs),
    ]);
  });
  afterAll(async () => {
    await Promise.all([without?.close(), watched?.close()]);
    await site?.close();
  });

  const chosen = libraries.filter(({ always }) => isLong || always);
  describe.each(chosen)('$name behaves as without the extension', ({ name: library }) => {
    test('in a watched tab', async () => {
      const [expected, found] = await Promise.all([bareOf(library), observed(library, watched, 'b')]);
      expect(expected.page).not.toHaveProperty('threw');
      expect(differences(expected, found)).toEqual([]);
    });

    // `npm test` leaves this to `compareLoads`.
    if (isLong)
      test('in an unwatched tab beside it', async () => {
        const expected = await bareOf(library);
        expect(differences(expected, await observed(library, watched.beside, 'c'))).toEqual([]);
      });
  });

  describe('an unwatched tab beside a watched one', () => {
    compareLoads(() => ({ site, bare: without, beside: watched.beside }));
  });

  test('the tab was watched', async () => {
    await watched.goto(site.blank('last', 'b'));
    await watched.evaluate(`new Promise((resolve) => {
      addEventListener('message', () => resolve(true));
      postMessage('hello', '*');
    })`);
    const { exchanges, pageEvents } = await watched.report();
    expect(exchanges.length).toBeGreaterThan(0);
    expect(pageEvents.length).toBeGreaterThan(0);
  });

  return {
    async detects(library) {
      const expected = await bareOf(library);
      // It may also prevent the case from finishing.
      const found = await observed(library, without, 'd').catch(() => null);
      return found === null || differences(expected, found).length > 0;
    },
  };
}
