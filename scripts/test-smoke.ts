import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setUpChromium, setUpFirefox } from './browsers';
import { run, runQuietly } from './run';

// Builds the extension if a build is older than its sources, and checks that both browsers load it, record and
// report.

const builds = ['chrome', 'firefox'] as const;
const sources = ['src', 'public', '_locales', 'manifest.json', 'vite.config.ts', 'package-lock.json'];

async function main(): Promise<void> {
  setUpChromium();
  setUpFirefox();
  const changedAtMs = Math.max(...sources.map(lastChange));
  const outdated = builds.filter((build) => lastChange(`dist/${build}/manifest.json`) < changedAtMs);
  if (outdated.length > 0) console.log(`> vite build: ${outdated.join(', ')}`);
  const codes = await Promise.all(outdated.map((build) => runQuietly('vite', ['build', '--mode', build])));
  const isBuilt = codes.every((code) => code === 0);
  process.exitCode = isBuilt ? await run('vitest', ['run', '--project', 'e2e', 'test/e2e/smoke.test.ts']) : 1;
}

/** When a file or a folder, or anything in it, was last changed; -Infinity if there is none. */
function lastChange(path: string): number {
  const changed = statSync(path, { throwIfNoEntry: false });
  if (!changed) return Number.NEGATIVE_INFINITY;
  const within = changed.isDirectory() ? readdirSync(path).map((name) => lastChange(join(path, name))) : [];
  // A folder's own time changes when a file in it is deleted.
  return Math.max(changed.mtimeMs, ...within);
}

await main();
