import { describe, expect, test } from 'vitest';
import { groups, namesIn } from './behaviours';
import { comparePages } from './compared';
import { openChromiumBed } from './pages';

/** Where one mistake at least belongs to. */
const noticing = ['sending', 'listeners', 'message-event', 'names-and-fragments', ...groups.requests];

describe('the corpus', () => {
  test('has at least 80 behaviours of messages and 80 of requests', () => {
    const counted = (list: readonly string[]) => list.reduce((sum, group) => sum + namesIn(group).length, 0);
    expect(counted(groups.messages)).toBeGreaterThanOrEqual(80);
    expect(counted(groups.requests)).toBeGreaterThanOrEqual(80);
  });
});

describe('in Chromium', () => {
  const pages = comparePages(openChromiumBed);

  // One browser is enough for it: it holds of the corpus.
  describe('an extension that does what none may', () => {
    test.each(noticing)('is noticed in %s', async (group) => {
      expect((await pages.noticing(group)).length).toBeGreaterThanOrEqual(3);
    });
  });
});
