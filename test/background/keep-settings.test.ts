import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepSettings } from '../../src/background/keep-settings';
import { contentScript, memoryStore, ownPage } from '../support/background';
import { fakeBrowser } from '../support/fake-browser';

const defaults = { language: null, preserveLog: false, pageWorld: true, fixChoices: [] };

/** Settings that are kept from now on. */
function kept(stored?: unknown, part: Partial<ReturnType<typeof memoryStore>> = {}) {
  const fake = fakeBrowser({ tabs: [] });
  const store = { ...memoryStore(stored), ...part };
  const settings = keepSettings(fake.browser, store);
  const change = (to: unknown, sender: object = ownPage) =>
    fake.ask({ type: 'change-settings', change: to }, sender);
  return { ...fake, store, settings, change };
}

let errors: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  errors.mockRestore();
});

describe('settings', () => {
  test('are what was stored, with the defaults for the rest', async () => {
    expect(await kept().settings.current).toEqual(defaults);
    expect(await kept({ language: 'zh-CN', pageWorld: 'yes' }).settings.current).toEqual({
      ...defaults,
      language: 'zh-CN',
    });
  });

  test('are the defaults if they cannot be read', async () => {
    const { settings } = kept(null, { read: () => Promise.reject(new Error('no database')) });
    expect(await settings.current).toEqual(defaults);
    expect(errors).toHaveBeenCalledOnce();
  });

  test('are given to pages of ours', async () => {
    const { ask } = kept({ preserveLog: true });
    expect(await ask({ type: 'settings' }, ownPage)).toEqual({ ...defaults, preserveLog: true });
  });

  test('that are changed are stored, given to all pages, and announced in the background', async () => {
    const { settings, store, change, toPages, ask } = kept({ language: 'de' });
    const reported: string[] = [];
    settings.onChange(() => reported.push('a'));
    settings.onChange(() => reported.push('b'));
    const wanted = { ...defaults, language: 'de', pageWorld: false };
    expect(await change({ pageWorld: false, unknown: 1 })).toEqual(wanted);
    expect(store.state.stored).toEqual(wanted);
    expect(toPages).toEqual([{ type: 'settings-changed', change: { pageWorld: false } }]);
    expect(reported).toEqual(['a', 'b']);
    expect(await settings.current).toEqual(wanted);
    expect(await ask({ type: 'settings' }, ownPage)).toEqual(wanted);
  });

  test('that are changed twice at once keep both changes', async () => {
    const { change, store } = kept();
    await Promise.all([change({ pageWorld: false }), change({ preserveLog: true })]);
    expect(store.state.stored).toEqual({ ...defaults, pageWorld: false, preserveLog: true });
  });

  test('apply even if they cannot be stored', async () => {
    const { change, settings } = kept(null, { write: () => Promise.reject(new Error('full')) });
    expect(await change({ preserveLog: true })).toMatchObject({ preserveLog: true });
    expect(await settings.current).toMatchObject({ preserveLog: true });
    expect(errors).toHaveBeenCalledOnce();
  });

  test('are neither given to content scripts nor changed by them', async () => {
    const { ask, change, settings, toPages } = kept();
    expect(await ask({ type: 'settings' }, contentScript(1))).toBeUndefined();
    expect(await change({ pageWorld: false }, contentScript(1))).toBeUndefined();
    expect(await change({ pageWorld: false }, { ...contentScript(1), url: ownPage.url })).toBeUndefined();
    expect([await settings.current, toPages]).toEqual([defaults, []]);
  });

  test('answer nothing else', async () => {
    const { ask } = kept();
    for (const message of [null, 'settings', { type: 'toString' }, { type: 'settings-changed' }])
      expect(await ask(message, ownPage)).toBeUndefined();
  });
});
