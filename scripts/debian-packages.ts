import { spawnSync } from 'node:child_process';

/** A missing program, and the Debian packages that contain it. */
export interface Missing {
  readonly name: string;
  readonly packages: readonly string[];
  /** What to do on a system without apt-get. */
  readonly otherwise: string;
}

/** Installs packages as root. If that needs the user, ends the process and says what to do. */
export function installPackages({ name, packages, otherwise }: Missing): void {
  const commands = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    leave(`${name} is not installed. ${otherwise}`);
  }
  if (process.getuid?.() !== 0) {
    const line = commands.map((command) => `sudo apt-get ${command.join(' ')}`).join(' && ');
    leave(`${name} is not installed. To install it:\n\n  ${line}\n\n${otherwise}`);
  }

  console.log(`${name} is not installed: installing ${packages.join(', ')}.`);
  for (const command of commands) {
    console.log(`> apt-get ${command.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync('apt-get', command, { stdio: 'inherit', env });
    if (status !== 0) leave(`apt-get ${command.join(' ')} failed.`);
  }
}

/** Ends the process with a message. */
export function leave(message: string): never {
  console.error(message);
  process.exit(2);
}
