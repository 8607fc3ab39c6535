import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { installPackages } from '../../../scripts/debian-packages';
import { debianVersion, npmFolder, otherDebianPackages, products } from './products';

/** Installs the servers that recordings are made with. `npm test` does not need them. */
export function installServers(): void {
  const wanted = Object.values(products).flatMap((product) => ('debian' in product ? product.debian : []));
  const packages = [...wanted, ...otherDebianPackages].filter((name) => debianVersion(name) === null);
  if (packages.length > 0) {
    installPackages({ name: 'A server', packages, otherwise: 'Recordings of real servers need Debian.' });
  }

  const made = statSync(`${npmFolder}node_modules/.package-lock.json`, { throwIfNoEntry: false });
  if (made && made.mtimeMs >= statSync(`${npmFolder}package-lock.json`).mtimeMs) return;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', npmFolder];
  const { status } = spawnSync('npm', args, { stdio: 'inherit' });
  if (status !== 0) throw new Error('servers: npm ci failed');
}
