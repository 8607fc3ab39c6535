import { describe, expect, test } from 'vitest';
import { pairOf } from '../../../src/channels/pair-rules';
import { originRows } from '../../../src/devtools/views/origins/origin-rows';
import { registrableDomain, relationOf } from '../../../src/engine/site';
import type { Contact } from '../../../src/recording/requests/origins';

const page = 'https://page.example';
const pairWith = (other: string) => pairOf(page, other, { relationOf, registrableDomain });
const contact = (origin: string, ...addresses: readonly string[]): Contact => ({
  origin,
  addresses,
  counts: { read: 1, embed: 0, write: 0, blocked: 0 },
});
const a = contact('https://a.example', '192.0.2.1');
const b = contact('https://b.example', '192.0.2.2');
const c = contact('https://c.example', '192.0.2.2', '192.0.2.1');

describe('the rows of the Origins view', () => {
  test('start with the page, even if it was contacted later', () => {
    const rows = originRows([a, contact(page), b], page, pairWith);
    expect(rows.map(({ origin }) => origin)).toEqual([page, a.origin, b.origin]);
  });

  test('contain the page even without requests to it', () => {
    const [first] = originRows([a], page, pairWith);
    expect(first).toMatchObject({ origin: page, addresses: [], counts: { read: 0 } });
    expect(first?.pair.relation).toBe('same-origin');
  });

  test('have no row for an opaque page, because no URL has an opaque origin', () => {
    expect(originRows([a], 'null', pairWith).map(({ origin }) => origin)).toEqual([a.origin]);
  });

  test('list other origins with the same address', () => {
    const rows = originRows([a, b, c], page, pairWith);
    expect(rows.map(({ sameAddress }) => sameAddress)).toEqual([
      [],
      [c.origin],
      [c.origin],
      [b.origin, a.origin],
    ]);
  });
});
