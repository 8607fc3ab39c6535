import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';

// Runs the unit tests that are affected by the changes since the main branch; on the main branch, by those since
// the last commit.

/** Always runs, because it reads every file of src. */
const always = 'test/architecture.test.ts';

async function main(): Promise<void> {
  const changed = changedFiles();
  // Tests import only code. If another file changed, run the tests that read files.
  const isImported = (path: string) => /\.[cm]?[jt]sx?$/.test(path);
  const readers = changed.every(isImported) ? [] : testsThatReadFiles();
  const files = [...new Set([...changed, always, ...readers])];
  process.exitCode = await run('vitest', ['related', '--run', '--project', 'unit', ...files]);
}

function changedFiles(): readonly string[] {
  const base = lines('merge-base', 'HEAD', 'main')[0] ?? 'HEAD';
  return [
    ...lines('diff', '--name-only', '--diff-filter=d', base),
    ...lines('ls-files', '--others', '--exclude-standard'),
  ];
}

/** The lines of Git's output; none if it fails. */
function lines(...args: readonly string[]): readonly string[] {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
}

function testsThatReadFiles(): readonly string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => join('test', path))
    .filter((path) => path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes(`'node:fs'`));
}

await main();
