import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bed, Tab, WatchedTab } from '../behaviour/pages';
import { differences } from './differences';
import { compareLoads } from './loads';
import { type Observed, observe } from './observed';
import { type Host, type Site, serveLibraries } from './site';
import { libraries } from './table';

const isLong = process.env.CORSCOPE_LONG === '1';

/** The libraries of a run: a dozen, or all of them. */
export const chosen = libraries.filter(({ always = false }) => always || isLong).map(({ name }) => name);

/** The libraries whose cases must detect an extension with known mistakes. */
export const detecting = isLong ? chosen : ['axios', 'comlink', 'sentry', 'socket-io', 'zone'];

/** The libraries of a browser after the comparison. */
export interface ComparedLibraries {
  /** Whether a library's case differs with an extension that has known mistakes. */
  detects(library: string): Promise<boolean>;
}

/**
 * Declares the tests that each library does the same in a watched tab, and in one beside it, as without the
 * extension.
 */
export function compareLibraries(open: () => Promise<Bed>): ComparedLibraries {
  let site: Site;
  let without: Bed;
  let within: Bed;
  let watched: WatchedTab;
  const bare = new Map<string, Promise<Observed>>();

  const observed = (library: string, tab: Tab, host: Host) =>
    observe(library, { site, tab, host, patienceMs: host === 'a' ? 30_000 : 5_000 });
  const bareOf = (library: string) => {
    const known = bare.get(library) ?? observed(library, without.bare, 'a');
    bare.set(library, known);
    return known;
  };

  beforeAll(async () => {
    site = await serveLibraries();
    [without, within] = await Promise.all([open(), open()]);
    watched = await within.watched(site.blank('first', 'b'));
  });
  afterAll(async () => {
    await Promise.all([without?.close(), within?.close()]);
    await site?.close();
  });

  describe.each(chosen)('%s behaves as without the extension', (library) => {
    test('in a watched tab', async () => {
      const [expected, found] = await Promise.all([bareOf(library), observed(library, watched, 'b')]);
      expect(expected.page).not.toHaveProperty('threw');
      expect(differences(expected, found)).toEqual([]);
    });

    test('in an unwatched tab beside it', async () => {
      const expected = await bareOf(library);
      expect(differences(expected, await observed(library, watched.beside, 'c'))).toEqual([]);
    });
  });

  describe('an unwatched tab beside a watched one', () => {
    compareLoads(() => ({ site, bare: without.bare, beside: watched.beside }));
  });

  test('the tab was watched', async () => {
    const { exchanges, pageEvents } = await watched.report();
    expect(exchanges.length).toBeGreaterThan(0);
    expect(pageEvents.length).toBeGreaterThan(0);
  });

  return {
    async detects(library) {
      const expected = await bareOf(library);
      // It may also prevent the case from finishing.
      const found = await observed(library, without.bare, 'd').catch(() => null);
      return found === null || differences(expected, found).length > 0;
    },
  };
}
