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
    ['the last before the request',   [document('a', 'https://page.example/', 1), document('b', 'https://page.example/2', 2), document('c', 'https://page.example/3', 9)], 'b'],
    ['none of another origin',        [document('a', 'https://other.example/', 1)],         null],
    ['none of another tab',           [document('a', 'https://page.example/', 1, 2)],       null],
    ['none where none was seen',      [],                                                   null],
  ])('are %s', (_, entries, server) => {
    const found = documentHeaders(exchangeFacts([{}], { id: 'x', startedAtMs: 5 }), entries);
    expect(found?.[0]?.[1] ?? null).toBe(server);
  });

  test('are not its own', () => {
    const own = document('a', 'https://page.example/', 1);
    expect(documentHeaders({ ...own, origin: 'https://page.example' }, [own])).toBe(null);
  });
});
