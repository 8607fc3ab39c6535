import { spawnSync } from 'node:child_process';
import { installPackages } from './debian-packages';

/** The servers in which `npm test` applies written policies, each with a command that succeeds if it is there. */
const servers: readonly { readonly debianPackage: string; readonly command: readonly string[] }[] = [
  { debianPackage: 'nginx-light', command: ['nginx', '-v'] },
  { debianPackage: 'python3-flask', command: ['/usr/bin/python3', '-c', 'import flask'] },
];

/** Installs the servers that are missing. Ends the process if that needs the user. */
export function setUpServers(): void {
  const missing = servers.filter(
    ({ command: [program = '', ...args] }) => spawnSync(program, args).status !== 0,
  );
  if (missing.length === 0) return;
  const packages = missing.map(({ debianPackage }) => debianPackage);
  const otherwise = 'Install it with the package manager of your system.';
  installPackages({ name: packages.join(', '), packages, otherwise });
}
