import { describe, expect, test } from 'vitest';
import { parseCounted, parseHandedOver } from '../../src/protocol/parse-handed-over';

describe('the parser of records from the page’s world', () => {
  test('drops records that are not valid', () => {
    const text =
      '[{"kind":"ran","receipt":1,"listener":2},{"kind":"??"},null,{"kind":"sent","atMs":1,"count":2,"stack":null}]';
    expect(parseHandedOver(text)).toEqual([
      { kind: 'ran', receipt: 1, listener: 2, reads: null },
      { kind: 'sent', atMs: 1, count: 2, stack: null },
    ]);
  });

  const call = { kind: 'hint', type: 'call', id: '1', atMs: 1, api: 'fetch', url: 'https://a.example/' };

  test('keeps the fields of a call, and gives it an id that our own world does not use', () => {
    const text = JSON.stringify([{ ...call, stack: 'at load', frame: { frameId: 7 }, signals: [1] }]);
    const [record] = parseHandedOver(text);
    expect(record).toMatchObject({ kind: 'hint', atMs: 1, stack: 'at load' });
    const { words } = record as Extract<typeof record, { kind: 'hint' }>;
    expect(words).toMatchObject({ type: 'call', id: 'script 1', api: 'fetch', url: 'https://a.example/' });
    expect(Object.keys(words)).not.toContain('frame');
    expect(Object.keys(words)).not.toContain('signals');
  });

  test('keeps a page event of a kind that the page’s world may report, with its primitive fields', () => {
    const event = { kind: 'event', type: 'channel', atMs: 1, count: 2, stack: null };
    const text = JSON.stringify([
      { ...event, words: { end: '1', from: null, list: [1], deep: {} } },
      { ...event, type: 'post-message', words: {} },
      { ...event, count: 0, words: {} },
    ]);
    expect(parseHandedOver(text)).toEqual([{ ...event, words: { end: '1' } }]);
  });

  test('drops hints that only our own world may report', () => {
    const forged = [
      { ...call, api: 'element' },
      { ...call, type: 'csp-violation', blockedUrl: 'https://a.example/', directive: 'connect-src' },
      { ...call, atMs: null },
    ];
    expect(parseHandedOver(JSON.stringify(forged.slice(0, 2)))).toEqual([]);
    expect(parseHandedOver(JSON.stringify(forged.slice(2)))).toEqual([]);
    const [ended] = parseHandedOver(
      JSON.stringify([{ ...call, type: 'ended', call: 'element-1', how: 'load' }]),
    );
    expect(ended).toMatchObject({ words: { call: 'script element-1' } });
  });

  test('drops only the record whose type cannot become a text', () => {
    const text = JSON.stringify([{ ...call, type: { toString: 1 } }, call]);
    expect(parseHandedOver(text)).toHaveLength(1);
  });

  test.each(['', '{', '{}', '7', 'null'])('returns an empty list for %j', (text) => {
    expect(parseHandedOver(text)).toEqual([]);
  });
});

describe('the parser of messages that the page’s world counted', () => {
  const text = 'true 5 7';

  test('returns their number, window and origin', () => {
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
  ])('returns null for %j %s', (origin, numbers) => {
    expect(parseCounted(null, origin, numbers)).toBeNull();
  });
});
