import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listen } from '../../../playground/listen';
import { until } from '../../../src/cli/browsers/until';
import type { Started } from '../serve';
import { npmFolder } from './products';

/** How a program is started. */
export interface Program {
  readonly command: string;
  /** `{folder}` is replaced by a temporary folder with the `files`; in the files too. */
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Where the temporary folder is; by default in the system's. */
  readonly within?: string;
}

/** Starts a program and waits until it accepts connections on a port. */
export async function startProgram(
  { command, args, files = {}, env = {}, cwd, within = tmpdir() }: Program,
  port: number,
): Promise<Started> {
  const folder = mkdtempSync(join(within, 'corscope-server-'));
  const filled = (text: string) => text.replaceAll('{folder}', folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), filled(text), { mode: 0o755 });
  }
  const filledEnv = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)]));
  const child = spawn(command, args.map(filled), {
    cwd: cwd === undefined ? folder : cwd,
    env: { ...process.env, PORT: String(port), ...filledEnv },
    // With a process group of its own, so that its children end with it.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const close = async () => {
    if (!hasEnded() && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(`${command} on port ${port}`, () => hasEnded() || isOpen(port), 60_000);
    if (hasEnded()) throw new Error(`servers: ${command} has ended`);
  } catch (error) {
    await close();
    throw new Error(`${error instanceof Error ? error.message : error}\n${output}`);
  }
  return { close };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.on('connect', () => end(true)).on('error', () => end(false));
  });
}

/** Starts a module of Node.js that imports the npm packages of this folder and listens on `port`. */
export function startNode(port: number, code: string, env: Program['env'] = {}): Promise<Started> {
  const module = `const port = Number(process.env.PORT);\n${code}`;
  const args = ['--input-type=module', '--eval', module];
  return startProgram({ command: process.execPath, args, cwd: npmFolder, env }, port);
}

/** Starts a plain application for a proxy to pass requests to. */
export async function startApplication(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Started> {
  return listen(() => createServer(answer), port);
}

/** Several as one. */
export function together(...all: readonly Started[]): Started {
  return {
    async close() {
      for (const { close } of all) await close();
    },
  };
}

/** What another visitor requested before: a GET of a URL of this machine, with these headers. */
export async function visit(url: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const { host, port, pathname } = new URL(url);
  const request = get({ host: '127.0.0.1', port, path: pathname, headers: { Host: host, ...headers } });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (response) await once(response.resume(), 'end');
}
