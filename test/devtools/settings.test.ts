import { describe, expect, test } from 'vitest';
import { openSettings, parseSettings, type Storage } from '../../src/devtools/settings';

const on = { pageWorld: true };

/** A storage, and what it holds. */
function storageOf(kept: Record<string, unknown>): Storage {
  const listeners: Parameters<Storage['onChanged']['addListener']>[0][] = [];
  return {
    get: async () => ({ ...kept }),
    async set(items) {
      const changes = Object.entries(items).map(([key, newValue]) => [
        key,
        { oldValue: kept[key], newValue },
      ]);
      Object.assign(kept, items);
      for (const listener of listeners) listener(Object.fromEntries(changes));
    },
    onChanged: { addListener: (listener) => listeners.push(listener) },
  };
}

describe('settings', () => {
  // biome-ignore format: a table
  test.each<[unknown, object]>([
    // stored                                       read
    [undefined,                                     { language: null, preserveLog: false, ...on }],
    [null,                                          { language: null, preserveLog: false, ...on }],
    ['en',                                          { language: null, preserveLog: false, ...on }],
    [7,                                             { language: null, preserveLog: false, ...on }],
    [[],                                            { language: null, preserveLog: false, ...on }],
    [{},                                            { language: null, preserveLog: false, ...on }],
    [{ language: 'en', preserveLog: true },         { language: 'en', preserveLog: true, ...on }],
    [{ language: 'zh-CN' },                         { language: 'zh-CN', preserveLog: false, ...on }],
    [{ language: 'tlh', preserveLog: 'yes' },       { language: null, preserveLog: false, ...on }],
    [{ language: null, preserveLog: 1 },            { language: null, preserveLog: false, ...on }],
    [{ pageWorld: false },                          { language: null, preserveLog: false, pageWorld: false }],
    [{ pageWorld: 'no' },                           { language: null, preserveLog: false, ...on }],
    [{ chicken: true },                             { language: null, preserveLog: false, ...on }],
  ])('out of %j are %j', (value, settings) => {
    expect(parseSettings(value)).toEqual(settings);
  });

  test('are read, changed and kept', async () => {
    const kept: Record<string, unknown> = { settings: { language: 'en', preserveLog: false } };
    const settings = await openSettings(storageOf(kept));
    settings.change({ preserveLog: true });
    expect(settings.current.value).toEqual({ language: 'en', preserveLog: true, pageWorld: true });
    expect(kept).toEqual({ settings: { language: 'en', preserveLog: true, pageWorld: true } });
  });

  test('are those of every panel that is open, whichever changed them', async () => {
    const kept: Record<string, unknown> = {};
    const storage = storageOf(kept);
    const [one, other] = [await openSettings(storage), await openSettings(storage)];
    one.change({ pageWorld: false });
    expect(other.current.value).toEqual({ language: null, preserveLog: false, pageWorld: false });
    other.change({ language: 'en' });
    expect(one.current.value).toEqual({ language: 'en', preserveLog: false, pageWorld: false });
    expect(kept).toEqual({ settings: { language: 'en', preserveLog: false, pageWorld: false } });
  });

  test('are the defaults where nothing can be read', async () => {
    const settings = await openSettings({
      get: () => Promise.reject(new Error('no storage')),
      set: async () => {},
      onChanged: { addListener: () => {} },
    });
    expect(settings.current.value).toEqual({ language: null, preserveLog: false, pageWorld: true });
  });
});
