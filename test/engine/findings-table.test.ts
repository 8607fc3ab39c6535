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

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const text = read('docs/findings.md');
const rows = text.split('\n').flatMap((line): Row[] => {
  const [, kind, code, outcome = '', where = '', chrome = '', firefox = ''] =
    /^\| (?:(\d+) \| )?`([a-z-]+)` \| (\w+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|/.exec(line) ?? [];
  return code ? [{ kind: kind ?? null, code: code as FindingCode, outcome, where, chrome, firefox }] : [];
});
const words = (said: readonly string[] = []) => said.map((word) => `\`${word}\``).join(', ') || '–';

/** The table of deciding files: codes, or the starts of codes, by file. */
const [, decisions = ''] = text.split('## Which file decides');
const files = [...decisions.matchAll(/^\| (.+) \| `(src\/[^`]+)` \|$/gm)].map(([, names = '', file = '']) => {
  const starts = [...names.matchAll(/`([a-z-]+)(…?)`/g)].map(
    ([, name = '', more]) => new RegExp(`^${name}${more ? '' : '$'}`),
  );
  return { file, starts };
});

/** The file that decides on a finding. The last row is for all codes that no other row names. */
const fileOf = (code: FindingCode) =>
  files.find(({ starts }) => starts.some((start) => start.test(code)))?.file ?? files.at(-1)?.file ?? '';

describe('docs/findings.md', () => {
  /** No rule returns it. */
  const withoutRule: readonly FindingCode[] = ['response-header-hidden'];

  test.each(findingCodes.filter((code) => !withoutRule.includes(code)))('names the file of %s', (code) => {
    const file = fileOf(code);
    // The preflight's variant of a finding of the CORS check is made from the other one.
    const name = file.endsWith('/cors-check.ts') ? code.replace(/^preflight-/, '') : code;
    expect(read(file)).toContain(`'${name}'`);
  });

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
