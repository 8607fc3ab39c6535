import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { pack } from '../../scripts/pack';

const root = mkdtempSync(join(tmpdir(), 'corscope-pack-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const files = { 'manifest.json': '{}', 'src/a.js': 'a', 'src/deep/b.js': 'b'.repeat(5000), 'z.txt': '' };

/** A folder with those files, written in that order at that time. */
function folderOf(name: string, order: readonly (readonly [string, string])[], date: Date): string {
  const folder = join(root, name);
  for (const [path, text] of order) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    utimesSync(join(folder, path), date, date);
  }
  return folder;
}

describe('a package', () => {
  const entries = Object.entries(files);
  const first = pack(folderOf('first', entries, new Date('2020-01-01')));

  test('contains every file under its path, and no hidden one', () => {
    const folder = folderOf('hidden', [...entries, ['.vite/manifest.json', '{}']], new Date());
    const unpacked = Object.entries(unzipSync(pack(folder)));
    expect(unpacked.map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(entries);
  });

  test('has the same bytes for any dates and any order of its files', () => {
    const second = pack(folderOf('second', entries.toReversed(), new Date('2026-07-08T09:10:11')));
    expect(Buffer.from(second).equals(first)).toBe(true);
  });

  test('has the same bytes in every time zone', () => {
    const { TZ } = process.env;
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Adak']) {
        process.env.TZ = zone;
        expect(Buffer.from(pack(join(root, 'first'))).equals(first), zone).toBe(true);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  test('differs if a file differs', () => {
    const changed = folderOf('changed', [...entries.slice(1), ['manifest.json', '{ }']], new Date());
    expect(Buffer.from(pack(changed)).equals(first)).toBe(false);
  });
});
