import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUNDLES } from './bundle';

const here = fileURLToPath(new URL('./', import.meta.url));

/**
 * Installs the libraries that are missing or out of date: those that always run, and the others if all run.
 * Bundles are kept for the length of the run.
 */
export function setup(): () => void {
  for (const folder of process.env.CORSCOPE_LONG === '1' ? [here, `${here}rest/`] : [here]) {
    const made = statSync(`${folder}node_modules/.package-lock.json`, { throwIfNoEntry: false });
    const wanted = statSync(`${folder}package-lock.json`);
    if (made && made.mtimeMs >= wanted.mtimeMs) continue;
    console.log(`> npm ci --ignore-scripts --prefix ${folder}`);
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0 || !existsSync(`${folder}node_modules`)) throw new Error('libraries: npm ci failed');
  }

  const bundles = mkdtempSync(join(tmpdir(), 'corscope-libraries-'));
  process.env[BUNDLES] = bundles;
  return () => rmSync(bundles, { recursive: true, force: true });
}
