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

describe('a script that has loaded', () => {
  // biome-ignore format: a table
  test.each<[what: string, part: Partial<ScriptFacts>, crossed: boolean]>([
    ['gave data to a function that its URL names', {},                                                         true],
    ['called no such function',                    { calls: [] },                                              false],
    ['called it without data',                     { calls: [{ name: 'take', holds: 'nothing', size: 0 }] },   false],
    ['gave it functions',                          { calls: [{ name: 'take', holds: 'functions', size: 9 }] }, false],
    ['called what was no function before',         { functions: [] },                                          false],
  ])('%s', (_, part, crossed) => {
    expect(isCrossing(pageEvent.scriptLoaded({ script: { ...script, ...part } }))).toBe(crossed);
  });

  test('is between the server and the document that ran it', () => {
    expect(readPageEvent(pageEvent.scriptLoaded({ script }), relationOf)).toMatchObject({
      from: { who: 'server', origin: 'https://api.example' },
      to: { who: 'frame', origin: 'https://page.example' },
      relation: 'cross-site',
      rule: 'script-called-back',
      risk: 'runs-as-page',
    });
  });
});

describe('what is said of the script that a request loaded', () => {
  const facts = exchangeFacts([hopFacts({ url })], {
    type: 'script',
    documentId: 'd1',
    startedAtMs: 1_000,
    end: { how: 'completed', atMs: 1_100, status: 200 },
  });
  const loaded = pageEvent.scriptLoaded({ atMs: 1_150, script });

  // biome-ignore format: a table
  test.each([
    ['its own document’s, of its URL, after it began',  [pageEvent.messageReceived(), loaded],                                                true],
    ['nothing of another document’s',                   [{ ...loaded, frame: { ...loaded.frame, documentId: 'd2' } }],              false],
    ['nothing of another URL’s',                        [pageEvent.scriptLoaded({ atMs: 1_150, script: { ...script, url: `${url}2` } })],     false],
    ['nothing that was before it',                      [{ ...loaded, atMs: 999 }],                                                 false],
    ['nothing that came much later',                    [{ ...loaded, atMs: 3_101 }],                                               false],
    ['what two agree on',                               [loaded, { ...loaded, id: 'other' }],                                       true],
    ['nothing where two differ',                        [loaded, pageEvent.scriptLoaded({ atMs: 1_160, script: { ...script, calls: [] } })],  false],
  ])('is %s', (_, events, isFound) => {
    expect(scriptFactsOf(facts, events)).toEqual(isFound ? script : null);
  });
});
