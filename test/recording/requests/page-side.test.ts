import { describe, expect, test } from 'vitest';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { optionsOf, pageSideOf, stackPlace } from '../../../src/recording/requests/page-side';
import { exchangeFacts } from '../../support/facts';
import { ambiguousWord, elementCall, pageCall, pageWord } from '../../support/page-hints';

const listening = { sawNavigation: true, pageWorld: true };
const side = (part: Partial<ExchangeFacts>, changed: Partial<typeof listening> = {}) => {
  const found = pageSideOf(exchangeFacts([{}], part), { ...listening, ...changed });
  return found?.kind === 'silent' ? found.because : (found?.kind ?? null);
};

describe('the page’s side of a request', () => {
  const off = { pageWorld: false };
  const late = { sawNavigation: false };

  // biome-ignore format: a table
  test.each<[string, Partial<ExchangeFacts>, Partial<typeof listening>, string | null]>([
    // request                            its facts                                                      listening  side
    ['a reported call',                   { page: pageWord(pageCall()) },                                {},        'reported'],
    ['an element’s, main world off',      { page: pageWord(elementCall('img')) },                        off,       'reported'],
    ['several matching calls',            { page: ambiguousWord(pageCall()) }, {},     'several'],
    ['no reported call',                  {},                                                            {},        'no-call'],
    ['only a violation',                  { page: { call: null, possible: [], isOneOfThem: false, violations: [] } },        {},        'no-call'],
    ['main world off',                    {},                                                            off,       'off'],
    ['a page from before the recording',  {},                                                           late,      'after-load'],
    ['a worker’s',                        { initiator: 'dedicated-worker' },                             late,      'worker'],
    ['a shared worker’s',                 { initiator: 'shared-worker' },                                off,       'worker'],
    ['a preflight',                       { preflightFor: { exchange: '2', hop: 0 } },                   {},        null],
    ['the tab’s own document',            { type: 'main_frame' },                                        {},        null],
  ])('%s', (_, part, changed, expected) => {
    expect(side(part, changed)).toBe(expected);
  });
});

describe('the options of a call', () => {
  test('leave out defaults except credentials', () => {
    expect(optionsOf(pageCall())).toEqual(['credentials: same-origin']);
  });

  test('are written as in a script', () => {
    const call = pageCall({
      ...{ method: 'PUT', mode: 'same-origin', credentialsMode: 'include', redirectMode: 'manual' },
      ...{ integrity: 'sha256-x', headerNames: ['x-token', 'accept'], keepalive: true, hasSignal: true },
      isStreamingBody: true,
      targetAddressSpace: 'local',
    });
    expect(optionsOf(call)).toEqual([
      'method: PUT',
      'mode: same-origin',
      'credentials: include',
      'redirect: manual',
      'integrity: sha256-x',
      'headers: x-token, accept',
      'keepalive: true',
      'signal',
      'body: ReadableStream',
      'targetAddressSpace: local',
    ]);
  });

  test('are the attributes of an element', () => {
    const script = elementCall('script', { integrity: 'sha256-x' }, 'anonymous', true);
    expect(optionsOf(script)).toEqual(['crossorigin: anonymous', 'type: module', 'integrity: sha256-x']);
  });

  test('leave out what the page hides', () => {
    const hidden = { method: null, mode: null, credentialsMode: null, redirectMode: null } as const;
    expect(optionsOf(pageCall({ ...hidden, integrity: null, headerNames: null }))).toEqual([]);
  });
});

describe('a line of a stack', () => {
  const url = 'https://shop.example/app.js?v=1:2';

  // biome-ignore format: a table
  test.each<[string, readonly [name: string, source: string, line: number, column: number] | null]>([
    [`    at load (${url}:12:34)`,                          ['load', url, 12, 34]],
    [`at async Cart.open (${url}:12:34)`,                    ['async Cart.open', url, 12, 34]],
    [`at ${url}:12:34`,                                      ['', url, 12, 34]],
    ['at <anonymous>:1:7',                                   ['', '<anonymous>', 1, 7]],
    [`load@${url}:12:34`,                                    ['load', url, 12, 34]],
    [`@${url}:12:34`,                                        ['', url, 12, 34]],
    [`async*open/<@${url}:12:34`,                            ['async*open/<', url, 12, 34]],
    ['at Array.forEach (<anonymous>)',                       null],
    ['whatever',                                             null],
  ])('%s', (text, place) => {
    const found = stackPlace(text);
    expect(found && [found.name, found.source, found.line, found.column]).toEqual(place);
  });
});
