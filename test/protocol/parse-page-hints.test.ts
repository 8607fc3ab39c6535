import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePageHints } from '../../src/protocol/parse-page-hints';
import { frameRef } from '../support/facts';
import { askedWorker, pageCall, violation } from '../support/page-hints';

const frame = frameRef({ frameId: 3, documentId: 'd3' });
const parseHint = (value: unknown) => parsePageHints([value], frame)[0] ?? null;

describe('what a document hands over', () => {
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
  ])('is %s, of the frame that the browser names', (_, hint) => {
    expect(parseHint(JSON.parse(JSON.stringify(hint)))).toEqual({ ...hint, frame });
  });

  // biome-ignore format: a table
  test.each([
    ['no object',             'call'],
    ['nothing',               null],
    ['of no kind',            { atMs: 1 }],
    ['of a kind of tomorrow', { type: 'settled', atMs: 1 }],
    ['without a time',        { ...pageCall(), atMs: 'now' }],
    ['of no finite time',     { ...pageCall(), atMs: Number.POSITIVE_INFINITY }],
    ['of no API',             { ...pageCall(), api: 'telepathy' }],
    ['without a URL',         { ...pageCall(), url: 7 }],
    ['an end of its own',     { type: 'ended', atMs: 1, call: 'c1', how: 'well' }],
    ['timing of nothing',      { ...askedWorker(), url: null }],
    ['timing of no time',      { ...askedWorker(), startedAtMs: null }],
    ['a violation of nothing', { ...violation(), blockedUrl: null }],
  ])('is none if it is %s', (_, value) => {
    expect(parseHint(value)).toBeNull();
  });

  test('keeps what it knows of a call, and takes the rest for unknown', () => {
    const hint = { ...pageCall(), mode: 'sideways', headerNames: ['X-A', 1, 'x-b'], keepalive: 'yes' };
    expect(parseHint(hint)).toMatchObject({
      mode: null,
      headerNames: ['x-a', 'x-b'],
      keepalive: null,
    });
  });

  test('is bounded', () => {
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

  test('is null if it is no list, and leaves out what is no hint', () => {
    expect(parsePageHints({ length: 1 }, frame)).toEqual([]);
    expect(parsePageHints([null, pageCall(), 3], frame)).toHaveLength(1);
  });

  test('never throws, and never says whose frame it is', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 3 }), fc.object(), (value, fields) => {
        parseHint(value);
        const hint = parseHint({ ...pageCall(), ...fields });
        if (hint) expect(hint.frame).toBe(frame);
      }),
    );
  });
});
