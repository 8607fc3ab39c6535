import { expect, test } from 'vitest';
import type { Tab } from '../behaviour/pages';
import { isLong } from '../support/is-long';
import { differences } from './differences';
import { observe } from './observed';
import type { Site } from './site';

/** A tab without the extension, and an unwatched tab beside a watched one. */
export interface Beside {
  readonly site: Site;
  readonly bare: Tab;
  readonly beside: Tab;
}

const loads = isLong ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2];

/**
 * Declares the tests that an unwatched tab beside a watched one finds the same as a bare one, at each load of
 * a page.
 */
export function compareLoads(tabs: () => Beside): void {
  test.each([
    ['the network', false],
    ['the cache', true],
  ])('finds the same functions with a script from %s', async (_, isCached) => {
    const { site, bare, beside } = tabs();
    const library = 'native-tests';
    const expected = await observe(library, { site, isCached, tab: bare, host: 'a' });
    expect(expected.page).not.toHaveProperty('threw');
    for (const load of loads) {
      const found = await observe(library, { site, isCached, tab: beside, host: 'c' });
      expect(differences(expected, found), `load ${load}`).toEqual([]);
    }
    if (isCached) expect(site.scriptsServed(library, 'c')).toBe(1);
  });

  test.each([
    ['the network', false],
    ['the cache', true],
  ])('is traced with a script from %s', async (_, isCached) => {
    const { site, bare, beside } = tabs();
    const library = 'sentry-tracing';
    /** The requests of one load, with the names of their headers. */
    const traced = async (tab: Tab, host: 'a' | 'c') => {
      const before = (await site.wire(library, host)).length;
      await observe(library, { site, tab, host, isCached });
      return (await site.wire(library, host))
        .slice(before)
        .filter(({ path }) => /^\/\/api\/(open|plain)/.test(path))
        .map(({ method, path, headers }) => [method, path, ...headers.map(([name]) => name)].join(' '))
        .sort();
    };
    const expected = await traced(bare, 'a');
    expect(expected.join()).toContain('sentry-trace');
    for (const load of loads) expect(await traced(beside, 'c'), `load ${load}`).toEqual(expected);
  });
}
