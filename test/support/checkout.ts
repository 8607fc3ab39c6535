import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** A copy of the project in a folder of its own. */
export interface Checkout {
  readonly folder: string;
  remove(): void;
}

/** What a checkout does not have, or what the copy links to instead. */
const notCopied = new Set(['.git', 'node_modules', 'dist', 'out', 'test-results']);

/** Copies the project, so that a test can build it while others use the build. */
export function copyProject(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'corscope-project-'));
  const root = resolve('.');
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => path === root || !notCopied.has(basename(path)),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
