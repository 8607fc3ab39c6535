import { describe, expect, test } from 'vitest';
import { openSettings, parseSettings } from '../../src/devtools/settings';

describe('settings', () => {
  // biome-ignore format: a table
  test.each<[unknown, object]>([
    // stored                                       read
    [undefined,                                     { language: null, preserveLog: false }],
    [null,                                          { language: null, preserveLog: false }],
    ['en',                                          { language: null, preserveLog: false }],
    [7,                                             { language: null, preserveLog: false }],
    [[],                                            { language: null, preserveLog: false }],
    [{},                                            { language: null, preserveLog: false }],
    [{ language: 'en', preserveLog: true },         { language: 'en', preserveLog: true }],
    [{ language: 'zh-CN' },                         { language: 'zh-CN', preserveLog: false }],
    [{ language: 'tlh', preserveLog: 'yes' },       { language: null, preserveLog: false }],
    [{ language: null, preserveLog: 1 },            { language: null, preserveLog: false }],
    [{ chicken: true },                             { language: null, preserveLog: false }],
  ])('out of %j are %j', (value, settings) => {
    expect(parseSettings(value)).toEqual(settings);
  });

  test('are read, changed and kept', async () => {
    const kept: Record<string, unknown> = { settings: { language: 'en', preserveLog: false } };
    const settings = await openSettings({
      get: async () => kept,
      set: async (items) => void Object.assign(kept, items),
    });
    settings.change({ preserveLog: true });
    expect(settings.current.value).toEqual({ language: 'en', preserveLog: true });
    expect(kept).toEqual({ settings: { language: 'en', preserveLog: true } });
  });

  test('are the defaults where nothing can be read', async () => {
    const settings = await openSettings({
      get: () => Promise.reject(new Error('no storage')),
      set: async () => {},
    });
    expect(settings.current.value).toEqual({ language: null, preserveLog: false });
  });
});
