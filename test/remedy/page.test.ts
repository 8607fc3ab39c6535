import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { remedyPage, remedyPath } from '../../scripts/remedy';

test('the page about stacks is up to date: run npm run remedy', () => {
  expect(readFileSync(remedyPath, 'utf8')).toBe(remedyPage());
});
