import { describe, expect, test } from 'vitest';
import { openOpenedTabs } from '../../src/background/opened-tabs';

const at = (tabId: number, frameId = 0) => ({ tabId, frameId });

/** Tab 1 is watched; it opened 2, which opened 3. Tab 8 is not, and opened 9. */
async function opened() {
  const tabs = openOpenedTabs(async (_, root) => root === 1);
  await tabs.note(2, at(1, 7));
  await tabs.note(3, at(2));
  await tabs.note(9, at(8));
  return tabs;
}

describe('a tab that was opened', () => {
  test('goes back to the watched one, by whatever way', async () => {
    const tabs = await opened();
    expect([2, 3, 9].map(tabs.rootOf)).toEqual([1, 1, undefined]);
    expect([tabs.of(1), tabs.of(2)]).toEqual([[2, 3], []]);
    expect([tabs.openerOf(3), tabs.openedBy(1), tabs.openerOf(1)]).toEqual([[2], [2], []]);
  });

  test('has a first document and later ones', async () => {
    const tabs = await opened();
    expect(tabs.begin(2)).toEqual({ by: at(1, 7), isFromOpened: false, isFirst: true });
    expect(tabs.begin(2)).toMatchObject({ isFirst: false });
    expect(tabs.begin(3)).toEqual({ by: at(2), isFromOpened: true, isFirst: true });
    expect([tabs.begin(1), tabs.begin(9)]).toEqual([null, null]);
  });

  test('is undecided until it is known whether it belongs to the watched one', async () => {
    let answer: (belongs: boolean) => void = () => {};
    const answered = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    const tabs = openOpenedTabs(() => answered);
    const noted = tabs.note(2, at(1));
    // What it opens itself waits, too.
    const nested = tabs.note(3, at(2));
    expect([tabs.undecided(2) !== undefined, tabs.rootOf(2)]).toEqual([true, undefined]);
    answer(true);
    await Promise.all([noted, nested]);
    expect([tabs.undecided(2), tabs.rootOf(2), tabs.rootOf(3)]).toEqual([undefined, 1, 1]);
  });

  test('is none if it does not belong there, nobody can tell, or it is closed by then', async () => {
    for (const belongs of [async () => false, () => Promise.reject(new Error('no tab'))]) {
      const tabs = openOpenedTabs(belongs);
      await tabs.note(2, at(1));
      expect([tabs.has(2), tabs.undecided(2)]).toEqual([false, undefined]);
    }
    const tabs = openOpenedTabs(async () => true);
    const noted = tabs.note(2, at(1));
    tabs.forget(2);
    await noted;
    expect(tabs.has(2)).toBe(false);
  });

  test('stays whose it was first, until it is closed', async () => {
    const tabs = await opened();
    await tabs.note(3, at(1));
    expect(tabs.openerOf(3)).toEqual([2]);
    tabs.forget(3);
    expect(tabs.has(3)).toBe(false);
  });
});
