import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { copyProject } from '../support/checkout';
import { isLong } from '../support/is-long';

interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** All that it has said so far. */
  said(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

// It builds the extension, which other tests use meanwhile.
const { folder, remove } = copyProject();
afterAll(remove);
const inFolder = (file: string) => join(folder, file);

/** `npm start` without a window, in a process group of its own. */
function start(...args: readonly string[]): Started {
  const child = spawn(inFolder('node_modules/.bin/tsx'), ['scripts/start.ts', '--headless', ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  return { child, said: () => said, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Whether any process of that group is left. */
function isAlive(group: number | undefined): boolean {
  if (group === undefined) return false;
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

const browsers = [
  { browser: 'chrome', args: [] },
  ...(isLong ? ([{ browser: 'firefox', args: ['--firefox'] }] as const) : []),
] as const;

describe.each(browsers)('npm start in $browser', ({ browser, args }) => {
  test('leaves a table, reports and a picture, and nothing running', async () => {
    for (const file of ['report.json', 'report.md', 'panel.png'])
      rmSync(inFolder(join('out', file)), { force: true });
    const { child, said, ended } = start(...args);
    const code = await ended;
    expect({ code, said: said() }).toMatchObject({ code: 0 });
    expect(said()).toMatch(/^class +outcome +method +URL +reason$/m);
    expect(said()).toMatch(
      /^simple +blocked +GET +http:\S+c=allow-origin-missing\S* +allow-origin-missing$/m,
    );
    expect(said()).toMatch(/^ {2}preflight +allowed +OPTIONS /m);
    for (const file of ['out/report.json', 'out/report.md', 'out/panel.png']) expect(said()).toContain(file);
    await expect.poll(() => isAlive(child.pid)).toBe(false);

    const report: Report = JSON.parse(readFileSync(inFolder('out/report.json'), 'utf8'));
    expect(report).toMatchObject({
      schema: 'corscope/report@1',
      redacted: true,
      browser: { name: browser },
      recording: { since: 'before-navigation' },
    });
    expect(report.exchanges.filter(({ outcome }) => outcome === 'blocked').length).toBeGreaterThan(5);
    const text = readFileSync(inFolder('out/report.md'), 'utf8');
    expect(text).toMatch(/^# CORScope report$/m);
    expect(text).toContain('| `Access-Control-Allow-Origin` | response | (missing) |');
    const png = readFileSync(inFolder('out/panel.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(50_000);
  });

  // It builds once more.
  if (isLong)
    test('stops all that it started when it is told to end', async () => {
      const { child, said, ended } = start(...args);
      await expect.poll(said).toContain('Opening');
      child.kill('SIGTERM');
      await ended;
      await expect.poll(() => isAlive(child.pid)).toBe(false);
    });
});
