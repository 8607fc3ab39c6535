import { describe, expect, test } from 'vitest';
import { isCrossing } from '../../src/channels/kinds';
import { readPageEvent } from '../../src/channels/read-page-event';
import { scriptFactsOf } from '../../src/channels/script-loaded';
import { relationOf } from '../../src/engine/site';
import type { ScriptFacts } from '../../src/protocol/page-events';
import { exchangeFacts, hopFacts } from '../support/facts';
import { pageEvent } from '../support/page-events';

const url = 'https://api.example/data?callback=take';
const script: ScriptFacts = {
  url,
  isInjected: true,
  isRemoved: false,
  functions: ['take'],
  calls: [{ name: 'take', holds: 'data', size: 15 }],
};

describe('a loaded script', () => {
  // biome-ignore format: a table
  test.each<[what: string, part: Partial<ScriptFacts>, crossed: boolean]>([
    ['crosses: called the function in its URL with data',  {},                                                         true],
    ['does not: called no function',                       { calls: [] },                                              false],
    ['does not: called it without data',                   { calls: [{ name: 'take', holds: 'nothing', size: 0 }] },   false],
    ['does not: passed functions',                         { calls: [{ name: 'take', holds: 'functions', size: 9 }] }, false],
    ['does not: the name was not a function before',       { functions: [] },                                          false],
  ])('%s', (_, part, crossed) => {
    expect(isCrossing(pageEvent.scriptLoaded({ script: { ...script, ...part } }))).toBe(crossed);
  });

  test('goes from its server to the document that ran it', () => {
    expect(readPageEvent(pageEvent.scriptLoaded({ script }), relationOf)).toMatchObject({
      from: { who: 'server', origin: 'https://api.example' },
      to: { who: 'frame', origin: 'https://page.example' },
      relation: 'cross-site',
      rule: 'script-called-back',
      risk: 'runs-as-page',
    });
  });
});

describe('the page’s report of a requested script', () => {
  const facts = exchangeFacts([hopFacts({ url })], {
    type: 'script',
    documentId: 'd1',
    startedAtMs: 1_000,
    end: { how: 'completed', atMs: 1_100, status: 200 },
  });
  const loaded = pageEvent.scriptLoaded({ atMs: 1_150, script });

  // biome-ignore format: a table
  test.each([
    ['found for its document, URL and time',            [pageEvent.messageReceived(), loaded],                                                true],
    ['not found for another document',                  [{ ...loaded, frame: { ...loaded.frame, documentId: 'd2' } }],              false],
    ['not found for another URL',                       [pageEvent.scriptLoaded({ atMs: 1_150, script: { ...script, url: `${url}2` } })],     false],
    ['not found before the request',                    [{ ...loaded, atMs: 999 }],                                                 false],
    ['not found much later',                            [{ ...loaded, atMs: 3_101 }],                                               false],
    ['found if two reports agree',                      [loaded, { ...loaded, id: 'other' }],                                       true],
    ['not found if two reports differ',                 [loaded, pageEvent.scriptLoaded({ atMs: 1_160, script: { ...script, calls: [] } })],  false],
  ])('is %s', (_, events, isFound) => {
    expect(scriptFactsOf(facts, events)).toEqual(isFound ? script : null);
  });
});
