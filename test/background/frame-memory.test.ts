import { describe, expect, test } from 'vitest';
import { openFrameMemory } from '../../src/background/frame-memory';
import type { FrameFacts } from '../../src/protocol/facts';

const origin = 'https://a.example';
const frame = (frameId: number, documentId: string | null, parentFrameId = 0): FrameFacts => ({
  frameId,
  parentFrameId: frameId === 0 ? -1 : parentFrameId,
  documentId,
  url: `${origin}/${documentId}`,
  origin,
});
const top = (documentId: string | null) => frame(0, documentId);
const page = [top('A'), frame(3, 'inner'), frame(4, 'innermost', 3)];

/** A memory of a tab that has shown that page, and then another one. */
function left() {
  const memory = openFrameMemory();
  memory.committed(top('A'));
  memory.completed(page);
  memory.committed(top('B'));
  memory.completed([top('B'), frame(7, 'other')]);
  return memory;
}

describe('the frames of a page that somebody goes back to', () => {
  test('are those it was left with, from its commit on', () => {
    const memory = left();
    expect(memory.committed(top('A'))).toEqual(page);
    expect(memory.completed([top('A')])).toEqual(page);
    memory.committed(top('B'));
    memory.completed([top('B')]);
    expect(memory.committed(top('A'))).toEqual(page);
  });

  test('are those that the browser lists, where it does', () => {
    const memory = left();
    memory.committed(top('A'));
    expect(memory.completed([top('A'), frame(3, 'next'), frame(9, 'new')])).toEqual([
      top('A'),
      frame(3, 'next'),
      frame(4, 'innermost', 3),
      frame(9, 'new'),
    ]);
  });
});

describe('the frames of any other page', () => {
  test('are those that the browser lists', () => {
    const memory = left();
    expect(memory.committed(top('C'))).toEqual([top('C')]);
    expect(memory.completed([top('C'), frame(8, 'own')])).toEqual([top('C'), frame(8, 'own')]);
    expect(memory.completed([top('C')])).toEqual([top('C')]);
  });

  test('are so where a list of the page before comes late', () => {
    const memory = left();
    memory.committed(top('C'));
    expect(memory.completed([top('A')])).toEqual([top('A')]);
  });

  test('are so in a browser that does not name documents', () => {
    const memory = openFrameMemory();
    memory.committed(top(null));
    memory.completed([top(null), frame(3, null)]);
    expect(memory.committed(top(null))).toEqual([top(null)]);
    expect(memory.completed([top(null)])).toEqual([top(null)]);
  });
});

test('of the pages that a tab has shown, the last 20 are remembered', () => {
  const memory = left();
  for (let n = 0; n < 19; n++) memory.committed(top(`page ${n}`));
  expect(memory.committed(top('B'))).toEqual([top('B'), frame(7, 'other')]);
  expect(memory.committed(top('A'))).toEqual([top('A')]);
});
