import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The length of a response body in each file: nothing, and 20 kB. */
const bodies = { small: 0, bodies: 20_000 } as const;

/**
 * Reads HAR files of 200 MB as the panel and the command line do, and writes 100,000 requests as JSON and HAR. Each runs
 * in a process of its own. `vsParse`: the ratio of the time to that of JSON.parse alone.
 */
export async function benchFiles(): Promise<Readonly<Record<string, number>>> {
  const directory = mkdtempSync(join(tmpdir(), 'corscope-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      ssr: { noExternal: true },
      build: { ssr: 'bench/files/work.ts', outDir: directory, emptyOutDir: true, target: 'node20' },
    });
    const figures: Record<string, number> = {};
    const run = (name: string, ...job: readonly string[]) => {
      const program = join(directory, 'work.js');
      const text = execFileSync(process.execPath, ['--expose-gc', program, ...job], { encoding: 'utf8' });
      const found: Readonly<Record<string, number>> = JSON.parse(text);
      for (const [key, value] of Object.entries(found))
        figures[`files.${name}.${key}`] = Math.round(value * 10) / 10;
    };
    for (const [name, length] of Object.entries(bodies)) run(name, 'read', String(length));
    run('write', 'write');
    return figures;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
