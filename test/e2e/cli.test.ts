import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { startFirefox } from '../../src/cli/browsers/firefox-process';
import { startDebuggedChromium } from '../browsers/debugged-chromium';
import { QUIET } from '../browsers/firefox';

const program = resolve('dist/cli/corscope.js');
const folder = mkdtempSync(join(tmpdir(), 'corscope-cli-'));
let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(async () => {
  await playground?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built program in another folder. */
async function corscope(...args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}

describe('the built command line', () => {
  test('inspects a page in Chromium, and its reports say the same again', async () => {
    const url = `${playground.origins.page}/run/allow-origin-missing`;
    const { status, stdout } = await corscope('inspect', url, '--out', 'report.har', '--out', 'report.json');
    expect(status).toBe(1);
    expect(stdout).toMatch(/\d+ requests: 1 blocked/);
    expect(stdout).toContain('without Access-Control-Allow-Origin');
    for (const name of ['report.har', 'report.json']) {
      const again = await corscope('explain', name);
      expect(again.status).toBe(1);
      expect(again.stdout).toBe(stdout);
    }
  });

  test('drives the page by a script first, and waits', async () => {
    writeFileSync(
      join(folder, 'script.mjs'),
      `export default async (page) => {
        await page.evaluate(${JSON.stringify(`fetch('${playground.origins.api}/x?c=by-script').catch(() => document.body.append(document.createElement('hr')))`)});
      };`,
    );
    const { status, stdout } = await corscope(
      'inspect',
      `${playground.origins.page}/blank`,
      ...['--script', 'script.mjs', '--until', 'hr'],
    );
    expect(status).toBe(1);
    expect(stdout).toContain(`${playground.origins.api}/x`);
  });

  test('inspects a page in Firefox, which no script of Playwright drives', async () => {
    const url = `${playground.origins.page}/run/allow-origin-missing`;
    const options = ['--browser', 'firefox', '--out', 'firefox.json'];
    const { status, stdout } = await corscope('inspect', url, ...options, '--until', 'body');
    expect(status).toBe(1);
    expect(stdout).toContain('without Access-Control-Allow-Origin');
    const again = await corscope('explain', 'firefox.json');
    expect(again).toMatchObject({ status: 1, stdout });
    writeFileSync(join(folder, 'any.mjs'), 'export default async () => {};');
    const scripted = await corscope('inspect', url, ...options, '--script', 'any.mjs');
    expect(scripted.status).toBe(2);
    expect(scripted.stderr).toContain('--script needs Chromium');
    const wrong = await corscope('inspect', url, '--browser', 'safari');
    expect(wrong.status).toBe(2);
  });

  test('has exit code 0 if nothing is blocked, and 2 if it could not run', async () => {
    const url = `${playground.origins.page}/run/simple-exact`;
    expect(await corscope('inspect', url)).toMatchObject({ status: 0 });
    expect(await corscope('explain', 'none.har')).toMatchObject({ status: 2 });
    expect(await corscope('unknown')).toMatchObject({ status: 2 });
    expect(await corscope('explain', '--nonsense')).toMatchObject({ status: 2 });
    expect(await corscope('--help')).toMatchObject({ status: 0 });
    expect((await corscope('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a browser that runs', () => {
  const url = () => `${playground.origins.page}/run/allow-origin-missing`;

  test('Chromium with the extension is used, and keeps what was open in it', async () => {
    const { address, end } = await startDebuggedChromium({ extension: resolve('dist/chrome') });
    try {
      const pages = async () => {
        const found = await fetch(`http://${new URL(address).host}/json/list`);
        const targets: readonly { type: string; url: string }[] = await found.json();
        return targets.filter(({ type }) => type === 'page').map((target) => target.url);
      };
      const before = await pages();
      for (const endpoint of [address, `http://${new URL(address).host}`]) {
        const { status, stdout, stderr } = await corscope('inspect', url(), '--connect', endpoint);
        expect(stderr).not.toContain('corscope:');
        expect(status).toBe(1);
        expect(stdout).toContain('without Access-Control-Allow-Origin');
        expect(await pages()).toEqual(before);
      }
    } finally {
      await end();
    }
  });

  test('Chromium without the extension is told how to get it', async () => {
    const { address, end } = await startDebuggedChromium();
    try {
      const { status, stderr } = await corscope('inspect', url(), '--connect', address);
      expect(status).toBe(2);
      expect(stderr).toContain('does not have the extension');
    } finally {
      await end();
    }
  });

  test('Firefox gets the extension, if its own window can be used', async () => {
    const firefox = await startFirefox(QUIET, ['--headless']);
    try {
      for (const _ of ['first', 'second']) {
        const options = ['--browser', 'firefox', '--connect', firefox.url];
        const { status, stdout, stderr } = await corscope('inspect', url(), ...options);
        expect(stderr).not.toContain('corscope:');
        expect(status).toBe(1);
        expect(stdout).toContain('without Access-Control-Allow-Origin');
      }
    } finally {
      await firefox.end();
    }
  });

  test('no browser there is an error', async () => {
    for (const browser of ['chrome', 'firefox']) {
      const { status, stderr } = await corscope(
        'inspect',
        url(),
        '--browser',
        browser,
        '--connect',
        'ws://127.0.0.1:1',
      );
      expect(status).toBe(2);
      expect(stderr).toContain('no connection');
      expect(stderr).toContain('ECONNREFUSED');
    }
  });
});

describe("the agent's door", () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [program, 'mcp'],
        cwd: folder,
        stderr: 'ignore',
      }),
    );
  });
  afterAll(() => client?.close());

  const ask = async (name: string, args: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    const [first] = content as readonly { readonly text: string }[];
    return { text: first?.text ?? '', isError: isError === true };
  };

  test('has six tools', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'blocked',
      'check',
      'explain',
      'fix',
      'inspect',
      'verify',
    ]);
  });

  test('names cause and header in one call, and fix and verify follow by its handle', async () => {
    const url = `${playground.origins.page}/run/allow-origin-missing`;
    const { text } = await ask('inspect', { url });
    expect(text).toContain('1 blocked');
    expect(text).toContain('Access-Control-Allow-Origin');
    expect(text).toContain('Report r1');
    expect((await ask('fix', { report: 'r1', stack: 'nginx' })).text).toContain('add_header');
    expect((await ask('verify', { report: 'r1' })).text).toContain('did not change');
  });

  test('explains text, and checks a server', async () => {
    const message =
      "Access to fetch at 'https://api.example/items' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.";
    expect((await ask('explain', { text: message })).text).toContain('Access-Control-Allow-Origin');
    const { text } = await ask('check', {
      url: `${playground.origins.api}/x?c=check`,
      origin: 'https://app.example',
    });
    expect(text).toContain('Chrome');
    expect(text).toContain('Firefox');
  });

  test('says what is wrong with a call', async () => {
    expect(await ask('fix', { report: 'r99' })).toMatchObject({ isError: true });
    expect(await ask('explain', {})).toMatchObject({ isError: true });
    expect(await ask('explain', { text: 'hello' })).toMatchObject({ isError: true });
    expect(await ask('inspect', { url: 'file:///etc/passwd' })).toMatchObject({ isError: true });
    expect(await ask('check', { url: 'http://127.0.0.1:1/', origin: 'https://app.example' })).toMatchObject({
      isError: true,
    });
  });
});
