import { describe, expect, test } from 'vitest';
import { documentHeaders } from '../../src/channels/document-headers';
import { exchangeFacts } from '../support/facts';

const document = (id: string, url: string, startedAtMs: number, tabId = 1) =>
  exchangeFacts([{ url, response: { status: 200, headerList: [['Server', id]] } }], {
    id,
    type: 'main_frame',
    startedAtMs,
    tabId,
  });

describe('the headers of the page’s document', () => {
  // biome-ignore format: a table
  test.each([
    ['those of the last document before it',  [document('a', 'https://page.example/', 1), document('b', 'https://page.example/2', 2), document('c', 'https://page.example/3', 9)], 'b'],
    ['null for another origin',               [document('a', 'https://other.example/', 1)],         null],
    ['null for another tab',                  [document('a', 'https://page.example/', 1, 2)],       null],
    ['null if no document was recorded',      [],                                                   null],
  ])('are %s', (_, entries, server) => {
    const found = documentHeaders(exchangeFacts([{}], { id: 'x', startedAtMs: 5 }), entries);
    expect(found?.[0]?.[1] ?? null).toBe(server);
  });

  test('are never those of the request itself', () => {
    const request = document('a', 'https://page.example/', 1);
    expect(documentHeaders({ ...request, origin: 'https://page.example' }, [request])).toBe(null);
  });
});
