import { describe, expect, test } from 'vitest';
import { mimeTypeEssence } from '../../src/engine/mime-type';

describe('the essence of a MIME type', () => {
  // biome-ignore format: a table
  test.each([
    ['text/plain',                       'text/plain'],
    ['TEXT/HTML',                        'text/html'],
    ['  text/plain  ',                   'text/plain'],
    ['text/plain;charset=utf-8',         'text/plain'],
    ['text/plain \t; charset=utf-8',     'text/plain'],
    ['text/plain;;;=',                   'text/plain'],
    ['text/plain;charset="a;b/c"',       'text/plain'],
    ['application/ld+json',              'application/ld+json'],
    ['',                                 null],
    ['text',                             null],
    ['/',                                null],
    ['text/',                            null],
    ['/plain',                           null],
    [';text/plain',                      null],
    ['te xt/plain',                      null],
    ['text /plain',                      null],
    ['text/ plain',                      null],
    ['text/plain/x',                     null],
    ['text/plain, text/html',            null],
    ['*/*',                              '*/*'],
  ])('of "%s" is %s', (value, essence) => {
    expect(mimeTypeEssence(value)).toBe(essence);
  });
});
