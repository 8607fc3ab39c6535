import { expect, test } from 'vitest';
import { frameNumber } from '../../src/prose/frame-number';

test.each([
  [0, '0'],
  [2_147_483_647, '2147483647'],
  [17_179_869_185, '8.1'],
  [17_179_869_184 + 2_147_483_647, '8.2147483647'],
])('a frame of the id %d is read as %s', (frameId, read) => {
  expect(frameNumber(frameId)).toBe(read);
});
