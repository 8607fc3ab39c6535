import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosisPage, diagnosisPath } from '../../scripts/diagnosis';

test('the page about causes is up to date: run npm run diagnosis', () => {
  expect(readFileSync(diagnosisPath, 'utf8')).toBe(diagnosisPage());
});
