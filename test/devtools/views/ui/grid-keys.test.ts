import { describe, expect, test } from 'vitest';
import { gridCommand, isFindKey, type Keys, rowAfter } from '../../../../src/devtools/views/ui/grid-keys';

function press(text: string): Keys {
  const parts = text.split('+');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: parts.at(-1)!,
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    altKey: has('Alt'),
    shiftKey: has('Shift'),
  };
}

describe('a key in the table', () => {
  // biome-ignore format: a table
  test.each([
    // key            command
    ['ArrowDown',     { kind: 'move', by: 1 }],
    ['ArrowUp',       { kind: 'move', by: -1 }],
    ['PageDown',      { kind: 'move', by: 20 }],
    ['PageUp',        { kind: 'move', by: -20 }],
    ['Home',          { kind: 'first' }],
    ['End',           { kind: 'last' }],
    ['Enter',         { kind: 'open' }],
    ['Escape',        { kind: 'close' }],
    ['Ctrl+c',        { kind: 'copy' }],
    ['Meta+c',        { kind: 'copy' }],
    ['Ctrl+Shift+C',  null],
    ['Ctrl+r',        null],
    ['Alt+ArrowUp',   null],
    ['x',             null],
  ])('%s is %j', (key, command) => {
    expect(gridCommand(press(key), 20)).toEqual(command);
  });

  test('moves by at least one row', () => {
    expect(gridCommand(press('PageDown'), -1)).toEqual({ kind: 'move', by: 1 });
  });
});

describe('the row after a command', () => {
  // biome-ignore format: a table
  test.each([
    ['ArrowDown', 0, 3,  1],
    ['ArrowDown', 2, 3,  2],
    ['ArrowUp',   0, 3,  0],
    ['PageDown',  0, 3,  2],
    ['End',       0, 3,  2],
    ['Home',      2, 3,  0],
    ['Enter',     1, 3,  null],
    ['ArrowDown', 0, 0,  null],
  ])('%s in row %i of %i is %j', (key, now, count, row) => {
    const command = gridCommand(press(key), 10);
    expect(command && rowAfter(command, now, count)).toBe(row);
  });
});

describe('a key that focuses the filter', () => {
  // biome-ignore format: a table
  test.each([
    ['/',             true],
    ['Ctrl+f',        true],
    ['Meta+f',        true],
    ['Ctrl+Shift+F',  false],
    ['f',             false],
    ['Alt+/',         false],
  ])('%s: %s', (key, expected) => {
    expect(isFindKey(press(key))).toBe(expected);
  });
});
