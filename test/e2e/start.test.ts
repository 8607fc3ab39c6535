import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/model';

/** Whether any process of that group is left. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

test('npm start without a display leaves a table, a report and a picture, and nothing running', async () => {
  for (const file of ['out/report.json', 'out/panel.png']) rmSync(file, { force: true });
  const child = spawn(join('node_modules', '.bin', 'tsx'), ['scripts/start.ts', '--headless'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toMatch(/^class +outcome +method +URL +reason$/m);
  expect(said).toMatch(/^simple +blocked +GET +http:\S+c=allow-origin-missing\S* +allow-origin-missing$/m);
  expect(said).toMatch(/^ {2}preflight +allowed +OPTIONS /m);
  expect(said).toContain('out/report.json');
  expect(said).toContain('out/panel.png');
  await expect.poll(() => child.pid && isAlive(child.pid), { timeout: 5000 }).toBe(false);

  const report: Report = JSON.parse(readFileSync('out/report.json', 'utf8'));
  expect(report).toMatchObject({ schema: 'corscope/report@1', redacted: true, browser: { name: 'chrome' } });
  expect(report.exchanges.filter(({ outcome }) => outcome === 'blocked').length).toBeGreaterThan(5);
  const png = readFileSync('out/panel.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(50_000);
});
