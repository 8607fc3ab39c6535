import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/prose';

const dist = 'dist/chrome';
const gzipped = (path: string) => gzipSync(readFileSync(path)).length;
const total = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + gzipped(path), 0);
const kB = (bytes: number) => Math.round(bytes / 100) / 10;

/** A file of the build, and all that it loads before it runs. */
function closure(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const imported = path.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file = '']) => join(dist, file))
    : [...text.matchAll(/(?:^|[;}\n])import(?:[^'"`(]*?from)?\s*["'`](\.[^"'`]+)["'`]/g)].map(
        ([, file = '']) => join(dirname(path), file),
      );
  for (const each of imported) closure(each, seen);
  return seen;
}

const chunk = (name: RegExp) =>
  readdirSync(join(dist, 'assets'))
    .filter((file) => name.test(file))
    .map((file) => join(dist, 'assets', file));

describe('the build, gzipped', () => {
  const panel = closure(join(dist, 'src/devtools/panel.html'));
  const background = closure(join(dist, 'service-worker-loader.js'));

  test('loads a panel of at most 96 kB, with the language it speaks', () => {
    const chunks = languages.map((tag) => chunk(new RegExp(`^${tag.toLowerCase()}-.*\\.js$`)));
    for (const files of chunks) expect(files).toHaveLength(1);
    const largest = Math.max(...chunks.map(total));
    expect([...panel].some((path) => /panel-.*\.js$/.test(path))).toBe(true);
    expect(kB(total(panel) + largest)).toBeLessThanOrEqual(96);
  });

  test('has a background of at most 40 kB, in one file', () => {
    expect([...background].some((path) => /index\.ts-.*\.js$/.test(path))).toBe(true);
    expect([...background].filter((path) => path.endsWith('.js'))).toHaveLength(2);
    expect(kB(total(background))).toBeLessThanOrEqual(40);
  });

  test('has content scripts of at most 23 kB together, each a bare function without a global', () => {
    const scripts = ['isolated', 'main', 'page-world'].map((name) =>
      join(dist, `src/content/${name}.iife.js`),
    );
    expect(kB(total(scripts))).toBeLessThanOrEqual(23);
    const [isolated = '', main = ''] = scripts.map((path) => readFileSync(path, 'utf8'));
    expect(isolated).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);\s*$/);
    expect(main).toMatch(/^\(function\(\)\{[\s\S]*\}\)\(\);\/\/# sourceURL=x\n$/);
    expect(isolated + main).not.toMatch(/webextension-polyfill|\bexports\.|\bmodule\.exports/);
  });

  test('keeps the public suffix list apart, at most 50 kB, and out of both', () => {
    const [site, ...others] = chunk(/^site-.*\.js$/);
    expect(others).toEqual([]);
    expect(kB(total(site ? [site] : []))).toBeLessThanOrEqual(50);
    for (const loaded of [panel, background]) expect([...loaded]).not.toContain(site);
  });
});
