import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePageHints } from '../../src/protocol/parse-page-hints';
import { frameRef } from '../support/facts';
import { askedWorker, pageCall, violation } from '../support/page-hints';

const frame = frameRef({ frameId: 3, documentId: 'd3' });
const parseHint = (value: unknown) => parsePageHints([value], frame)[0] ?? null;

describe('the parser of page hints', () => {
  // biome-ignore format: a table
  test.each([
    ['a call',                   pageCall()],
    ['a call that hides much',   pageCall({ method: null, mode: null, credentialsMode: null, integrity: null })],
    ['an element',               pageCall({ api: 'element', element: { name: 'img', crossOrigin: 'anonymous', isModule: false } })],
    ['a call site',              pageCall({ callSite: { stack: ['at load (app.js:1:2)'] } })],
    ['an end',                   { type: 'ended', atMs: 1, call: 'c1', how: 'load' }],
    ['an exception',             { type: 'threw', atMs: 1, call: 'c1', errorName: 'SecurityError' }],
    ['a violation',              violation()],
    ['a request\'s timing',      askedWorker()],
    ['a violation of COEP',      violation({ type: 'coep-violation', directive: 'image', disposition: 'report' })],
  ])('returns %s with the frame that the browser names', (_, hint) => {
    expect(parseHint(JSON.parse(JSON.stringify(hint)))).toEqual({ ...hint, frame });
  });

  // biome-ignore format: a table
  test.each([
    ['text',                  'call'],
    ['null',                  null],
    ['a hint without a type', { atMs: 1 }],
    ['an unknown type',       { type: 'settled', atMs: 1 }],
    ['a call without a time', { ...pageCall(), atMs: 'now' }],
    ['an infinite time',      { ...pageCall(), atMs: Number.POSITIVE_INFINITY }],
    ['a time that is no date',  { ...pageCall(), atMs: 1e308 }],
    ['a time before all dates', { ...pageCall(), atMs: -1e308 }],
    ['an end that is no date',  { type: 'ended', atMs: 1e308, call: 'c1', how: 'load' }],
    ['timing that is no date',  { ...askedWorker(), startedAtMs: 1e308 }],
    ['an unknown API',        { ...pageCall(), api: 'telepathy' }],
    ['a call without a URL',  { ...pageCall(), url: 7 }],
    ['an unknown end',        { type: 'ended', atMs: 1, call: 'c1', how: 'well' }],
    ['timing without a URL',  { ...askedWorker(), url: null }],
    ['timing without a time', { ...askedWorker(), startedAtMs: null }],
    ['violation without URL', { ...violation(), blockedUrl: null }],
  ])('returns null for %s', (_, value) => {
    expect(parseHint(value)).toBeNull();
  });

  test('keeps the valid fields of a call, and sets the others to null', () => {
    const hint = { ...pageCall(), mode: 'sideways', headerNames: ['X-A', 1, 'x-b'], keepalive: 'yes' };
    expect(parseHint(hint)).toMatchObject({
      mode: null,
      headerNames: ['x-a', 'x-b'],
      keepalive: null,
    });
  });

  test('limits lists and texts', () => {
    const long = 'x'.repeat(100_000);
    const many = Array.from({ length: 500 }, () => long);
    const hint = { ...pageCall(), url: long, headerNames: many, callSite: { stack: many }, integrity: long };
    const parsed = parseHint(hint);
    expect(JSON.stringify(parsed).length).toBeLessThan(200_000);
    expect(parsed).toMatchObject({
      url: long.slice(0, 65_536),
      headerNames: { length: 100 },
      callSite: { stack: { length: 20 } },
    });
    expect(
      parsePageHints(
        Array.from({ length: 5_000 }, () => pageCall()),
        frame,
      ),
    ).toHaveLength(1_000);
  });

  test('returns an empty list for what is not a list, and leaves out what is not a hint', () => {
    expect(parsePageHints({ length: 1 }, frame)).toEqual([]);
    expect(parsePageHints([null, pageCall(), 3], frame)).toHaveLength(1);
  });

  test('never throws, and never takes the frame from the page', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 3 }), fc.object(), (value, fields) => {
        parseHint(value);
        const hint = parseHint({ ...pageCall(), ...fields });
        if (hint) expect(hint.frame).toBe(frame);
      }),
    );
  });
});
