import { describe, expect, test } from 'vitest';
import { requiresScriptIntegrity } from '../../src/engine';

describe('an Integrity-Policy', () => {
  // Each row was measured in Firefox 153, and those without sources in Chromium 156 too.
  test.each([
    ['blocked-destinations=(script)', true],
    ['blocked-destinations=(script style)', true],
    ['endpoints=(a), blocked-destinations=( style script )', true],
    ['blocked-destinations=(script), sources=(inline)', true],
    ['blocked-destinations=(script), sources=()', false],
    ['blocked-destinations=(style)', false],
    ['blocked-destinations=()', false],
    ['script', false],
    ['', false],
  ])('%s blocks scripts: %s', (value, expected) => {
    expect(requiresScriptIntegrity([['Integrity-Policy', value]])).toBe(expected);
    expect(requiresScriptIntegrity([['Integrity-Policy-Report-Only', value]])).toBe(false);
  });
});
