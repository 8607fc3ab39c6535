import { describe, expect, test } from 'vitest';
import { maxListenerText, maxTexts } from '../../src/protocol/content';
import { parseFromContent, parseToldWords } from '../../src/protocol/parse-from-content';

const changed = { kind: 'location-hash', atMs: 1, count: 1, oldUrl: 'https://a.example/', by: 'not-visible' };

describe('a message of a frame', () => {
  test.each([
    { type: 'here', origin: 'null', hasOpener: true, cameBack: false },
    { type: 'name', origin: 'https://a.example', state: { length: 0, hash: 1 } },
    {
      type: 'where',
      whereabouts: { tab: 'opened', openedFrom: [], spot: [[1, 2]], origin: 'https://a.example' },
    },
    { type: 'page-events', origin: 'https://a.example', events: [changed] },
    { type: 'page-hints', origin: 'https://a.example', hints: [], withCalls: true, dropped: 3 },
  ])('stays what it is: %j', (message) => {
    expect(parseFromContent(message)).toEqual(message);
  });

  test('is none with a step missing on the way', () => {
    const whereabouts = { tab: 'here', openedFrom: null, spot: [[0, 1], 'x'], origin: 'null' };
    expect(parseFromContent({ type: 'where', whereabouts })).toBeNull();
  });
});

describe('a page event that a frame tells', () => {
  test('stays what it is, whatever its kind', () => {
    expect(parseToldWords(changed)).toEqual(changed);
  });

  // biome-ignore format: a table
  test.each([
    null, 7, 'text', [], {},
    { ...changed, kind: 7 },
    { ...changed, count: 0 },
    { ...changed, count: 1.5 },
    { ...changed, atMs: Number.NaN },
    { ...changed, oldUrl: 'x'.repeat(4_000_000) },
    { ...changed, oldUrl: 1n },
  ])('is none: %#', (value) => {
    expect(parseToldWords(value)).toBeNull();
    expect(parseFromContent({ type: 'page-events', origin: 'null', events: [value] })).toMatchObject({ events: [] });
  });

  test('is one with all the texts of listeners that a frame tells', () => {
    const text = '\0'.repeat(maxListenerText);
    const listeners = Array.from({ length: maxTexts / maxListenerText }, () => ({ text }));
    const message = { kind: 'post-message', atMs: 1, count: 1, listeners };
    expect(parseToldWords(message)).toEqual(message);
  });
});
