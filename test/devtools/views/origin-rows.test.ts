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
  test('begin with the page itself, wherever it was first asked', () => {
    const rows = originRows([a, contact(page), b], page, pairWith);
    expect(rows.map(({ origin }) => origin)).toEqual([page, a.origin, b.origin]);
  });

  test('have the page even if nothing was asked of it', () => {
    const [own] = originRows([a], page, pairWith);
    expect(own).toMatchObject({ origin: page, addresses: [], counts: { read: 0 } });
    expect(own?.pair.relation).toBe('same-origin');
  });

  test('have no row for an opaque page, which no URL names', () => {
    expect(originRows([a], 'null', pairWith).map(({ origin }) => origin)).toEqual([a.origin]);
  });

  test('name the others at the same address', () => {
    const rows = originRows([a, b, c], page, pairWith);
    expect(rows.map(({ sameAddress }) => sameAddress)).toEqual([
      [],
      [c.origin],
      [c.origin],
      [b.origin, a.origin],
    ]);
  });
});
