import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Runs one of the project's own programs with its output shown; resolves with its exit code. */
export function run(program: string, args: readonly string[] = []): Promise<number> {
  const path = join('node_modules', '.bin', program);
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs one of the project's own programs, and shows its output only if it fails. */
export function runQuietly(program: string, args: readonly string[] = []): Promise<number> {
  const path = join('node_modules', '.bin', program);
  return new Promise((resolve, reject) => {
    const said: Buffer[] = [];
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}
