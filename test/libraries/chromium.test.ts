import { describe, expect, test } from 'vitest';
import { openChromiumBed } from '../behaviour/pages';
import { compareLibraries, noticing } from './compared';

describe('in Chromium', () => {
  const pages = compareLibraries(openChromiumBed);

  // One browser is enough for it: it holds of the cases.
  describe('an extension that does what none may', () => {
    test.each(noticing)('is noticed by %s', async (library) => {
      expect(await pages.notices(library)).toBe(true);
    });
  });
});
