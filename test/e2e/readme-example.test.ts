import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { findChromium } from '../../src/cli/browsers/find-browser';

const folder = 'test-results';
const file = join(folder, 'readme-example.ts');
let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
  mkdirSync(folder, { recursive: true });
});
afterAll(async () => {
  rmSync(file, { force: true });
  await playground.close();
});

test("the README's example drives a browser and reads a report", async () => {
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(example).toContain('corscope.report()');
  // The playground of this test has ports of its own.
  writeFileSync(file, example.replaceAll('http://www.a.localhost:8480', playground.origins.page));

  const child = spawn(join('node_modules', '.bin', 'tsx'), [file], {
    env: { ...process.env, CHROME_PATH: findChromium() ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect({ code, said }).toMatchObject({ code: 0 });
  expect(said).toMatch(/^7 requests were blocked$/m);
});
