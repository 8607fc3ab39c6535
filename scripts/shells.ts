import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian-packages';

/** A shell that copied commands support. */
export interface Shell {
  readonly name: string;
  /** The program, with the options that make it ignore the user's configuration. */
  readonly command: readonly [program: string, ...args: readonly string[]];
  readonly debianPackage: string;
}

/** The shells in which a copied command must mean the same. */
export const SHELLS: readonly Shell[] = [
  { name: 'dash', command: ['dash'], debianPackage: 'dash' },
  { name: 'bash', command: ['bash', '--norc'], debianPackage: 'bash' },
  { name: 'zsh', command: ['zsh', '-f'], debianPackage: 'zsh' },
  { name: 'ksh', command: ['ksh'], debianPackage: 'ksh' },
  { name: 'fish', command: ['fish', '--no-config'], debianPackage: 'fish' },
  { name: 'busybox', command: ['busybox', 'ash'], debianPackage: 'busybox' },
];

/** The shells that are not installed. */
export function missingShells(): readonly Shell[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return SHELLS.filter(({ command }) => !folders.some((folder) => existsSync(join(folder, command[0]))));
}

/** Installs the missing shells. Ends the process if that needs the user. */
export function setUpShells(): void {
  const missing = missingShells();
  if (missing.length === 0) return;
  const name = missing.map((shell) => shell.name).join(', ');
  installPackages({
    name,
    packages: missing.map(({ debianPackage }) => debianPackage),
    otherwise: 'Install it with the package manager of your system.',
  });
}
