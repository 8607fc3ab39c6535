import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isLong } from '../support/is-long';

const here = fileURLToPath(new URL('./', import.meta.url));

/** Installs the libraries that are missing or out of date: those that always run, and the others if all run. */
export async function installLibraries(): Promise<void> {
  for (const folder of isLong ? [here, `${here}rest/`] : [here]) {
    const made = statSync(`${folder}node_modules/.package-lock.json`, { throwIfNoEntry: false });
    const wanted = statSync(`${folder}package-lock.json`);
    if (made && made.mtimeMs >= wanted.mtimeMs) continue;
    console.log(`> npm ci --ignore-scripts --prefix ${folder}`);
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
    const child = spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
    const [code] = await once(child, 'exit');
    if (code !== 0 || !existsSync(`${folder}node_modules`)) throw new Error('libraries: npm ci failed');
  }
}
