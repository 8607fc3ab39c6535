import { describe, expect, test } from 'vitest';
import { compareLibraries, detecting } from './compared';

describe('in Chromium', () => {
  const pages = compareLibraries('Chromium');

  // One browser is enough, because this tests the cases.
  describe('an extension with known mistakes', () => {
    test.each(detecting)('is detected by %s', async (library) => {
      expect(await pages.detects(library)).toBe(true);
    });
  });
});
