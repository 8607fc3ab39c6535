import { describe, expect, test } from 'vitest';
import { nextNode } from '../../src/map/next-node';
import { pageMap } from '../../src/map/page-map';
import { asked, endOf, mapFrame } from '../support/page-maps';

const [top, inner] = [mapFrame(0, null), mapFrame(7, 0, 'https://pay.example')];
const map = pageMap(
  {
    origin: top.origin,
    frames: [top, inner],
    channels: [],
    requests: [asked(endOf(top), 'https://a.example'), asked(endOf(inner), 'https://b.example')],
  },
  false,
);

describe('arrow keys on the map', () => {
  // biome-ignore format: a table
  test.each([
    ['f0',                  'ArrowDown',  'f7'],
    ['f7',                  'ArrowDown',  null],
    ['f7',                  'ArrowUp',    'f0'],
    ['f7',                  'ArrowRight', 'o https://b.example'],
    ['o https://b.example', 'ArrowLeft',  'f7'],
    ['o https://a.example', 'ArrowDown',  'o https://b.example'],
    ['o https://a.example', 'ArrowRight', null],
    ['f7',                  'ArrowLeft',  'f0'],
    ['f0',                  'ArrowLeft',  null],
    ['f7',                  'Home',       'f0'],
    ['f0',                  'End',        'o https://b.example'],
    ['f0',                  'x',          null],
    ['gone',                'ArrowDown',  null],
  ])('from %s, %s leads to %s', (from, key, to) => {
    expect(nextNode(map, from, key)).toBe(to);
  });
});
