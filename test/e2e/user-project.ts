import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { findChromium } from '../../src/cli/browsers/find-browser';

/** How a program ended. */
interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of a user, and a playground: they are opened before the tests of a file, and closed after them. */
export interface Opened {
  readonly project: UserProject;
  readonly playground: Playground;
}

/** Opens both for the tests of a file. What it returns can be read in the tests. */
export function forUsers(): Opened {
  const opened: { project?: UserProject; playground?: Playground } = {};
  beforeAll(async () => {
    [opened.project, opened.playground] = await Promise.all([
      openUserProject(),
      servePlayground({ ports: [0, 0] }),
    ]);
  }, 180_000);
  afterAll(async () => {
    await opened.playground?.close();
    opened.project?.close();
  });
  return opened as Opened;
}

/** A project of a user, in which the packed package is installed, with the examples in it. */
interface UserProject {
  readonly folder: string;
  /** The files of the package. */
  readonly packed: readonly string[];
  /** The path of an installed program. */
  bin(name: string): string;
  /** Runs a program in the project. */
  run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  close(): void;
}

/** Packs the package and installs it in a folder of its own. */
async function openUserProject(): Promise<UserProject> {
  const folder = mkdtempSync(join(tmpdir(), 'corscope-project-'));
  const run: UserProject['run'] = (command, args, env = {}) => {
    const { VITEST: _, NODE_ENV: __, ...own } = process.env;
    const options = {
      cwd: folder,
      env: { ...own, LANG: 'en_US.UTF-8', LC_ALL: '', CHROME_PATH: findChromium() ?? '', CI: '1', ...env },
      maxBuffer: 50_000_000,
    };
    return new Promise((resolve) => {
      execFile(command, [...args], options, (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
        resolve({ code, stdout, stderr });
      });
    });
  };
  const { stdout } = await run('npm', ['pack', resolve('.'), '--json', '--ignore-scripts']);
  const [found]: readonly { filename: string; files: readonly { path: string }[] }[] = JSON.parse(stdout);
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const wanted = ['@playwright/test', 'typescript', '@types/node'].map(
    (name) => `${name}@${devDependencies[name]}`,
  );
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  const installed = await run('npm', [
    ...['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
    ...[join(folder, found?.filename ?? ''), ...wanted],
  ]);
  if (installed.code !== 0) throw new Error(`npm install: ${installed.stderr}`);
  for (const name of ['playwright', 'engine'])
    cpSync(join('examples', name), join(folder, name), { recursive: true });
  return {
    folder,
    packed: found?.files.map(({ path }) => path) ?? [],
    bin: (name) => join(folder, 'node_modules', '.bin', name),
    run,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
