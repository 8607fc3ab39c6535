import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLES } from './bundle';
import { installLibraries } from './install';

/** Installs the libraries that are needed. Bundles are kept for the length of the run. */
export async function setup(): Promise<() => void> {
  await installLibraries();
  const bundles = mkdtempSync(join(tmpdir(), 'corscope-libraries-'));
  process.env[BUNDLES] = bundles;
  return () => rmSync(bundles, { recursive: true, force: true });
}
