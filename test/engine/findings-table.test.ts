import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type FindingCode, findingCodes, findings, says } from '../../src/engine';

interface Row {
  readonly kind: string | null;
  readonly code: FindingCode;
  readonly outcome: string;
  readonly where: string;
  readonly chrome: string;
  readonly firefox: string;
}

const text = readFileSync(fileURLToPath(new URL('../../docs/findings.md', import.meta.url)), 'utf8');
const rows = text.split('\n').flatMap((line): Row[] => {
  const [, kind, code, outcome = '', where = '', chrome = '', firefox = ''] =
    /^\| (?:(\d+) \| )?`([a-z-]+)` \| (\w+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|/.exec(line) ?? [];
  return code ? [{ kind: kind ?? null, code: code as FindingCode, outcome, where, chrome, firefox }] : [];
});
const words = (said: readonly string[] = []) => said.map((word) => `\`${word}\``).join(', ') || '–';

describe('docs/findings.md', () => {
  test.each(rows)('matches the engine for $code', ({ code, outcome, where, chrome, firefox }) => {
    const { outcome: own, section, step } = findings[code];
    expect(outcome).toBe(own ?? 'warning');
    expect(where).toBe(`${section} ${step}`);
    expect(chrome).toBe(words(says.chrome[code]));
    expect(firefox).toBe(words(says.firefox[code]));
  });

  test('lists every code once', () => {
    expect(rows.map(({ code }) => code).sort()).toEqual([...findingCodes].sort());
  });

  test('lists every kind of failure except the two that no page can cause', () => {
    const kinds = new Set(rows.flatMap(({ kind }) => (kind === null ? [] : [Number(kind)])));
    const all = Array.from({ length: 36 }, (_, index) => index + 1);
    expect(all.filter((kind) => !kinds.has(kind))).toEqual([29, 30]);
    for (const kind of [29, 30]) expect(text).toMatch(new RegExp(`\\brow ${kind}\\b`, 'i'));
  });
});
