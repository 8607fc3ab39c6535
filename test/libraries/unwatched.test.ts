import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bed, openChromiumBed, openFirefoxBed, type WatchedTab } from '../behaviour/pages';
import { observe } from './observed';
import { type Site, serveLibraries } from './site';

const loads = Array.from({ length: 8 }, (_, index) => index + 1);

describe.each([
  ['Chromium', openChromiumBed],
  ['Firefox', openFirefoxBed],
] as const)('in %s, in an unwatched tab beside a watched one', (_, open) => {
  let site: Site;
  let without: Bed;
  let within: Bed;
  let watched: WatchedTab;
  beforeAll(async () => {
    site = await serveLibraries();
    [without, within] = await Promise.all([open(), open()]);
    watched = await within.watched(site.blank('first', 'b'));
  });
  afterAll(async () => {
    await Promise.all([without?.close(), within?.close()]);
    await site?.close();
  });

  describe.each([
    ['the network', false],
    ['the cache', true],
  ] as const)('the first script, from %s,', (_from, isCached) => {
    test('finds the same functions each time', async () => {
      const library = 'native-tests';
      const run = { site, isCached };
      const expected = await observe(library, { ...run, tab: without.bare, host: 'a' });
      expect(expected.page).not.toHaveProperty('threw');
      for (const load of loads) {
        const found = await observe(library, { ...run, tab: watched.beside, host: 'c' });
        expect(found, `load ${load}`).toEqual(expected);
      }
      if (isCached) expect(site.scriptsServed(library, 'c')).toBe(1);
    });

    test('is traced each time, if it traces', async () => {
      const library = 'sentry-tracing';
      const tracing = async (tab: WatchedTab['beside'], host: 'a' | 'c') => {
        const before = (await site.wire(library, host)).length;
        await observe(library, { site, tab, host, isCached });
        const asked = (await site.wire(library, host)).slice(before);
        return asked
          .filter(({ path }) => /^\/\/api\/(open|plain)/.test(path))
          .map(({ method, path, headers }) => [method, path, headers.map(([name]) => name)])
          .sort();
      };
      const expected = await tracing(without.bare, 'a');
      expect(JSON.stringify(expected)).toContain('sentry-trace');
      for (const load of loads) {
        expect(await tracing(watched.beside, 'c'), `load ${load}`).toEqual(expected);
      }
    });
  });
});
