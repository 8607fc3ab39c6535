import { describe, expect, test } from 'vitest';
import { parseFromSettingsPage, parseSettings, parseSettingsChanged } from '../../src/protocol/settings';

const rest = { fixChoices: [] };
const on = { pageWorld: true, ...rest };

describe('the parser of stored settings', () => {
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
    [{ language: 7, preserveLog: 'yes' },           { language: null, preserveLog: false, ...on }],
    [{ language: null, preserveLog: 1 },            { language: null, preserveLog: false, ...on }],
    [{ pageWorld: false },                          { language: null, preserveLog: false, pageWorld: false, ...rest }],
    [{ pageWorld: 'no' },                           { language: null, preserveLog: false, ...on }],
    [{ chicken: true },                             { language: null, preserveLog: false, ...on }],
    [{ language: 'x'.repeat(50) },                  { language: 'x'.repeat(35), preserveLog: false, ...on }],
  ])('reads %j as %j', (value, settings) => {
    expect(parseSettings(value)).toEqual(settings);
  });
});

describe('the parser of messages about settings', () => {
  // biome-ignore format: a table
  test.each<[unknown, object | null]>([
    // message                                                              parsed
    [{ type: 'settings', chicken: 1 },                                      { type: 'settings' }],
    [{ type: 'change-settings', change: { pageWorld: false, chicken: 1 } }, { type: 'change-settings', change: { pageWorld: false } }],
    [{ type: 'change-settings' },                                           { type: 'change-settings', change: {} }],
    [{ type: 'here' },                                                      null],
    [null,                                                                  null],
    ['settings',                                                            null],
  ])('reads %j to the background as %j', (message, parsed) => {
    expect(parseFromSettingsPage(message)).toEqual(parsed);
  });

  test('keeps only what changed in a message to the pages', () => {
    const message = { type: 'settings-changed', change: { preserveLog: true, chicken: 1 } };
    expect(parseSettingsChanged(message)).toEqual({
      type: 'settings-changed',
      change: { preserveLog: true },
    });
    expect(parseSettingsChanged({ type: 'settings' })).toBeNull();
  });
});
