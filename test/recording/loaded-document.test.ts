import { describe, expect, test } from 'vitest';
import { isLoad, loadedDocument } from '../../src/recording/loaded-document';
import { exchangeFacts, frameFacts } from '../support/facts';

const top = 'https://page.example/';
const inner = 'https://inner.example/';
const load = (id: string, url: string, frameId: number, startedAtMs = 1_000) =>
  exchangeFacts([{ url }], { id, type: frameId === 0 ? 'main_frame' : 'sub_frame', frameId, startedAtMs });
const loads = [load('top', top, 0), load('inner', inner, 2), load('later', top, 0, 5_000)];
const blank = { ...frameFacts(3, top), url: 'about:blank', parentFrameId: 2 };
const data = { ...frameFacts(4, top), url: 'data:text/html,', origin: 'null', parentFrameId: 0 };
const sandboxed = { ...frameFacts(2, inner), origin: 'null' };
const frames = [frameFacts(0, top), frameFacts(2, inner), blank, data];

describe('the exchange that loaded a document', () => {
  // biome-ignore format: a table
  test.each([
    // of                        frame  origin                   at       listed frames                    exchange
    ['the page',                 0,     'https://page.example',  2_000,   frames,                          'top'],
    ['the page loaded later',    0,     'https://page.example',  6_000,   frames,                          'later'],
    ['a frame',                  2,     'https://inner.example', 2_000,   frames,                          'inner'],
    ['about:blank in a frame',   3,     'https://inner.example', 2_000,   frames,                          'inner'],
    ['a data: URL in the page',  4,     'null',                  2_000,   frames,                          'top'],
    ['a sandboxed frame',        2,     'null',                  2_000,   [frameFacts(0, top), sandboxed], 'inner'],
    ['an earlier page',          0,     'https://page.example',  500,     frames,                          undefined],
    ['another origin',           0,     'https://other.example', 2_000,   frames,                          undefined],
    ['a frame that is not listed', 9,   'https://page.example',  2_000,   frames,                          undefined],
  ])('%s', (_, frameId, origin, atMs, listed, id) => {
    expect(loadedDocument({ frameId, origin, atMs }, loads, listed)?.id).toBe(id);
  });

  test('is a navigation that was completed', () => {
    const [first] = loads;
    if (!first) throw new Error('no load');
    expect(isLoad(first)).toBe(true);
    expect(isLoad({ ...first, end: null })).toBe(false);
    expect(isLoad(exchangeFacts())).toBe(false);
  });
});
