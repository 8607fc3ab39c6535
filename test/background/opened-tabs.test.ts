import { describe, expect, test } from 'vitest';
import { openOpenedTabs } from '../../src/background/opened-tabs';

const at = (tabId: number, frameId = 0) => ({ tabId, frameId });

/** Tab 1 is watched; it opened 2, which opened 3. Tab 8 is not, and opened 9. */
async function opened() {
  const tabs = openOpenedTabs(async (tabId) => tabId === 1);
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

  test('stays whose it was first, until it is closed', async () => {
    const tabs = await opened();
    await tabs.note(3, at(1));
    expect(tabs.openerOf(3)).toEqual([2]);
    tabs.forget(3);
    expect(tabs.has(3)).toBe(false);
  });
});
