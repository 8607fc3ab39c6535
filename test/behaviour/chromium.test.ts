import { describe, expect, test } from 'vitest';
import { isLong } from '../support/is-long';
import { groups, namesIn } from './behaviours';
import { comparePages } from './compared';

/** The groups that at least one of the mistakes concerns. */
const affected = ['sending', 'listeners', 'message-event', 'names-and-fragments', ...groups.requests];

describe('the corpus', () => {
  test('has at least 80 behaviours of messages and 80 of requests', () => {
    const counted = (list: readonly string[]) => list.reduce((sum, group) => sum + namesIn(group).length, 0);
    expect(counted(groups.messages)).toBeGreaterThanOrEqual(80);
    expect(counted(groups.requests)).toBeGreaterThanOrEqual(80);
  });
});

describe('in Chromium', () => {
  const pages = comparePages('Chromium');

  // One browser is enough, because this tests the corpus.
  describe('an extension with known mistakes', () => {
    test.each(isLong ? affected : ['sending', 'xhr'])('is detected by %s', async (group) => {
      expect((await pages.detecting(group)).length).toBeGreaterThanOrEqual(3);
    });
  });
});
