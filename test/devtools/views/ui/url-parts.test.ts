import { describe, expect, test } from 'vitest';
import { cutInTheMiddle, urlParts } from '../../../../src/devtools/views/ui/url-parts';

const written = (url: string, origin: string | null) =>
  urlParts(url, origin)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('');

describe('the parts of a URL', () => {
  // biome-ignore format: a table
  test.each([
    // URL                            origin                     differences in brackets
    ['https://a.example/x?y#z',       'https://a.example',       'https://a.example/x?y#z'],
    ['https://b.example/x',           'https://a.example',       'https://[b.example]/x'],
    ['http://a.example/x',            'https://a.example',       '[http://]a.example/x'],
    ['https://a.example:8443/x',      'https://a.example',       'https://a.example:[8443]/x'],
    ['http://a.example/x',            'http://a.example:8080',   'http://a.example:[80]/x'],
    ['wss://a.example/x',             'https://a.example',       'wss://a.example/x'],
    ['https://me:pw@b.example/',      'https://a.example',       'https://me:pw@[b.example]/'],
    ['https://b.example/',            null,                      'https://b.example/'],
    ['https://b.example/',            'null',                    '[https://][b.example]/'],
    ['data:text/plain,hi',            'https://a.example',       'data:text/plain,hi'],
    ['no url',                        'https://a.example',       'no url'],
  ])('of %s compared with %s', (url, origin, expected) => {
    expect(written(url, origin)).toBe(expected);
  });
});

describe('a path cut in the middle', () => {
  test('is not cut if it is short', () => {
    expect(cutInTheMiddle('/short')).toEqual({ head: '/short', tail: '' });
  });

  test('keeps its end', () => {
    const path = `/${'a'.repeat(100)}/last-segment`;
    const { head, tail } = cutInTheMiddle(path);
    expect(head + tail).toBe(path);
    expect(tail).toBe('a/last-segment');
  });

  test('limits the head of a very long path', () => {
    expect(cutInTheMiddle(`/${'a'.repeat(64_000)}`).head).toHaveLength(400);
  });
});
