import { describe, expect, test } from 'vitest';
import { parseCounted, parseHandedOver } from '../../src/protocol/parse-handed-over';

describe('what the page world hands over', () => {
  test('is parsed record by record', () => {
    const text =
      '[{"kind":"ran","receipt":1,"listener":2},{"kind":"??"},null,{"kind":"sent","atMs":1,"count":2,"stack":null}]';
    expect(parseHandedOver(text)).toEqual([
      { kind: 'ran', receipt: 1, listener: 2, reads: null },
      { kind: 'sent', atMs: 1, count: 2, stack: null },
    ]);
  });

  const said = { kind: 'hint', type: 'call', id: '1', atMs: 1, api: 'fetch', url: 'https://a.example/' };

  test('is a call in its own words, under a name that none of our own world has', () => {
    const text = JSON.stringify([{ ...said, stack: 'at load', frame: { frameId: 7 }, signals: [1] }]);
    const [record] = parseHandedOver(text);
    expect(record).toMatchObject({ kind: 'hint', atMs: 1, stack: 'at load' });
    const { words } = record as Extract<typeof record, { kind: 'hint' }>;
    expect(words).toMatchObject({ type: 'call', id: 'script 1', api: 'fetch', url: 'https://a.example/' });
    expect(Object.keys(words)).not.toContain('frame');
    expect(Object.keys(words)).not.toContain('signals');
  });

  test('is a page event of a kind that it may see, in words', () => {
    const event = { kind: 'event', type: 'channel', atMs: 1, count: 2, stack: null };
    const text = JSON.stringify([
      { ...event, words: { end: '1', from: null, list: [1], deep: {} } },
      { ...event, type: 'post-message', words: {} },
      { ...event, count: 0, words: {} },
    ]);
    expect(parseHandedOver(text)).toEqual([{ ...event, words: { end: '1' } }]);
  });

  test("is never what is our own world's to say", () => {
    const forged = [
      { ...said, api: 'element' },
      { ...said, type: 'csp-violation', blockedUrl: 'https://a.example/', directive: 'connect-src' },
      { ...said, atMs: null },
    ];
    expect(parseHandedOver(JSON.stringify(forged.slice(0, 2)))).toEqual([]);
    expect(parseHandedOver(JSON.stringify(forged.slice(2)))).toEqual([]);
    const [ended] = parseHandedOver(
      JSON.stringify([{ ...said, type: 'ended', call: 'element-1', how: 'load' }]),
    );
    expect(ended).toMatchObject({ words: { call: 'script element-1' } });
  });

  test.each(['', '{', '{}', '7', 'null'])('is nothing in %j', (text) => {
    expect(parseHandedOver(text)).toEqual([]);
  });
});

describe("messages that the page's world counted", () => {
  const text = 'true 5 7';

  test('are so many from a window of an origin', () => {
    expect(parseCounted(null, 'https://a.example', text)).toEqual({
      source: null,
      senderOrigin: 'https://a.example',
      isTrusted: true,
      atMs: 5,
      count: 7,
    });
    expect(parseCounted(null, 'x'.repeat(5_000), text)?.senderOrigin).toHaveLength(1_000);
  });

  test.each([
    ['', ''],
    ['', '7'],
    ['', 'true 5 0'],
    ['', 'true x 1'],
    ['', 'true 5 1.5'],
    [null, text],
  ])('are none of %j %s', (origin, said) => {
    expect(parseCounted(null, origin, said)).toBeNull();
  });
});
