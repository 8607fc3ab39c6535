import { describe, expect, test } from 'vitest';
import { parseSingleRange } from '../../src/engine/range';

describe('parse a single range header value', () => {
  // biome-ignore format: a table
  test.each([
    ['bytes=0-499',      { first: 0, last: 499 }],
    ['bytes=0-',         { first: 0, last: null }],
    ['bytes=-500',       { first: null, last: 500 }],
    ['bytes=5-5',        { first: 5, last: 5 }],
    ['bytes=007-8',      { first: 7, last: 8 }],
    ['bytes=6-5',        null],
    ['bytes=-',          null],
    ['bytes=',           null],
    ['bytes',            null],
    ['',                 null],
    ['bytes=0-1,2-3',    null],
    ['bytes =0-1',       null],
    ['bytes= 0-1',       null],
    ['bytes=0 -1',       null],
    ['bytes=0-1 ',       null],
    ['items=0-1',        null],
    ['Bytes=0-1',        null],
    ['bytes=+1-2',       null],
    ['bytes=1-٢',        null],
  ])('"%s" is %j', (value, range) => {
    expect(parseSingleRange(value)).toEqual(range);
  });
});
