import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { findChromium } from '../../src/cli/browsers/find-browser';

/** A project of a user, in which the packed package is installed. */
const project = mkdtempSync(join(tmpdir(), 'corscope-project-'));
let packed: readonly string[] = [];
let playground: Playground;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in the user's project. */
function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { VITEST: _, NODE_ENV: __, ...own } = process.env;
  return new Promise((resolve) => {
    const options = {
      cwd: project,
      env: { ...own, LANG: 'en_US.UTF-8', LC_ALL: '', CHROME_PATH: findChromium() ?? '', CI: '1', ...env },
      maxBuffer: 50_000_000,
    };
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      resolve({ code, stdout, stderr });
    });
  });
}

const bin = (name: string) => join(project, 'node_modules', '.bin', name);

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', resolve('.'), '--json', '--ignore-scripts']);
  const [found]: readonly { filename: string; files: readonly { path: string }[] }[] = JSON.parse(stdout);
  packed = found?.files.map(({ path }) => path) ?? [];
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  const wanted = ['@playwright/test', 'typescript', '@types/node'].map(
    (name) => `${name}@${devDependencies[name]}`,
  );
  writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  const installed = await run('npm', [
    ...['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
    ...[join(project, found?.filename ?? ''), ...wanted],
  ]);
  expect(installed).toMatchObject({ code: 0 });
  for (const name of ['playwright', 'engine'])
    cpSync(join('examples', name), join(project, name), { recursive: true });
  playground = await servePlayground({ ports: [0, 0] });
}, 180_000);
afterAll(async () => {
  await playground?.close();
  rmSync(project, { recursive: true, force: true });
});

describe('the installed package', () => {
  test('has all that it needs, and nothing of the sources', () => {
    expect(packed).toContain('dist/cli/corscope.js');
    expect(packed).toContain('dist/chrome/manifest.json');
    expect(packed.filter((path) => /^(src|test|playground|examples)\//.test(path))).toEqual([]);
  });

  test('runs from any folder', async () => {
    const { code, stdout } = await run(bin('corscope'), ['--help', '--language', 'zh-CN']);
    expect(code).toBe(0);
    expect(stdout).toContain('命令');
    const url = `${playground.origins.page}/run/allow-origin-missing`;
    const inspected = await run(bin('corscope'), ['inspect', url]);
    expect(inspected).toMatchObject({ code: 1 });
    expect(inspected.stdout).toContain('without Access-Control-Allow-Origin');
  });

  test('has types for its users', async () => {
    writeFileSync(
      join(project, 'types.ts'),
      `import { chromeRules, explain, type Exchange } from 'corscope/engine';
       import { expect, test, type RecordedReport } from 'corscope/playwright';
       const exchange: Exchange = { origin: 'https://a.example', mode: 'cors', credentialsMode: 'omit', redirectMode: 'follow', hops: [] };
       export const code: string | undefined = explain(exchange, chromeRules).findings[0]?.code;
       test('x', async ({ page, corscope }) => {
         const report: RecordedReport = await corscope.report();
         await expect(page).toHaveNoBlockedRequests({ except: [/x/, 'csp'] });
         // @ts-expect-error: there is no such option
         await expect(page).toHaveNoBlockedRequests({ excpt: [] });
         // @ts-expect-error: no number
         const wrong: number = report.exchanges[0]?.outcome;
       });`,
    );
    for (const resolution of ['nodenext', 'bundler']) {
      const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
      const options = [
        '--strict',
        '--noEmit',
        '--target',
        'es2023',
        '--types',
        'node',
        '--skipLibCheck',
        'false',
      ];
      const ended = await run(bin('tsc'), [
        ...options,
        '--module',
        module,
        '--moduleResolution',
        resolution,
        'types.ts',
      ]);
      expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
    }
  });
});

describe('the engine in a unit test', () => {
  test('fails where a browser would', async () => {
    const { code, stdout } = await run(process.execPath, ['--test', 'engine/items.test.mjs']);
    expect(stdout).toMatch(/pass 3\b/);
    expect(code).toBe(0);
  });
});

describe('the fixture for Playwright', () => {
  /** A page and an API on another origin, which allows GET and answers preflights without a method. */
  let api: Server;
  let page: Server;
  const asked: string[] = [];
  let isMended = false;
  const origin = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    api = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/never') return;
      if (request.url !== '/closed' || isMended) response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('{}');
    });
    page = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><link rel="icon" href="data:,">');
    });
    await Promise.all([api, page].map((server) => new Promise<void>((done) => server.listen(0, done))));
  });
  afterAll(() => {
    for (const server of [api, page]) {
      server?.closeAllConnections();
      server?.close();
    }
  });

  /** Runs Playwright with these tests; returns what it says and the attachments of each test. */
  async function playwright(body: string) {
    const folder = mkdtempSync(join(project, 'tests-'));
    writeFileSync(
      join(folder, 'x.spec.ts'),
      `import { expect, test } from 'corscope/playwright';
       const api = ${JSON.stringify(origin(api))};
       const call = (page, path, options = {}) =>
         page.evaluate(([url, options]) => fetch(url, options).then(() => 'read', () => 'failed'), [api + path, options]);
       ${body}`,
    );
    const config = join(folder, 'playwright.config.ts');
    writeFileSync(
      config,
      `export default { testDir: '.', reporter: 'json', workers: 1, outputDir: './results', use: { baseURL: ${JSON.stringify(origin(page))} } };`,
    );
    const ended = await run(bin('playwright'), ['test', '--config', config]);
    const report: PlaywrightReport = JSON.parse(ended.stdout);
    return report.suites.flatMap(specsOf).map(({ title, tests: [test] }) => {
      const [result] = test?.results ?? [];
      return {
        title,
        status: result?.status,
        message: result?.errors.map(({ message }) => message).join('\n') ?? '',
        attached: result?.attachments.map(({ name }) => name) ?? [],
        notes: test?.annotations.map(({ description }) => description ?? '') ?? [],
        json: result?.attachments.find(({ name }) => name === 'corscope.json')?.body ?? '',
      };
    });
  }

  test('the example in examples/ passes, and fails when its page is blocked', async () => {
    const config = ['test', '--config', 'playwright/playwright.config.ts', '--reporter', 'line'];
    expect(await run(bin('playwright'), config, { APP_URL: origin(page) })).toMatchObject({ code: 0 });
    const blocked = `${playground.origins.page}/run/allow-origin-missing`;
    writeFileSync(
      join(project, 'playwright/blocked.spec.ts'),
      readFileSync('examples/playwright/items.spec.ts', 'utf8').replace(`'/'`, JSON.stringify(blocked)),
    );
    const ended = await run(bin('playwright'), config, { APP_URL: origin(page) });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('without Access-Control-Allow-Origin');
  });

  test('names the cause of what was blocked, and attaches the report', async () => {
    const results = await playwright(`
      test.beforeEach(({ page }) => page.goto('/'));
      test('blocked', async ({ page }) => {
        await call(page, '/closed');
        await expect(page).toHaveNoBlockedRequests();
      });
      test('excepted by pattern, code and URL', async ({ page, corscope }) => {
        await call(page, '/closed');
        await expect(page).toHaveNoBlockedRequests({ except: [/closed$/g] });
        await expect(page).toHaveNoBlockedRequests({ except: 'allow-origin-missing' });
        await expect(page).toHaveNoBlockedRequests({ except: [api] });
        await expect(page).not.toHaveNoBlockedRequests({ except: ['csp', '', /other/] });
        const { exchanges } = await corscope.report();
        expect(exchanges.map(({ outcome }) => outcome)).toContain('blocked');
      });
      test('fails for another reason', async ({ page }) => {
        await call(page, '/open');
        expect(1).toBe(2);
      });
      test('passes', async ({ page }) => {
        await call(page, '/open');
        await expect(page).toHaveNoBlockedRequests();
      });
      test('another page', async ({ page, context }) => {
        await expect(await context.newPage()).toHaveNoBlockedRequests();
      });`);
    expect(results.map(({ title, status }) => [title, status])).toEqual([
      ['blocked', 'failed'],
      ['excepted by pattern, code and URL', 'passed'],
      ['fails for another reason', 'failed'],
      ['passes', 'passed'],
      ['another page', 'failed'],
    ]);
    const [blocked, excepted, other, , foreign] = results;
    expect(blocked?.message).toContain('1 blocked');
    expect(blocked?.message).toContain('Access-Control-Allow-Origin');
    expect(blocked?.attached).toEqual(expect.arrayContaining(['corscope.html', 'corscope.json']));
    expect(excepted?.attached).toEqual([]);
    expect(other?.attached).toContain('corscope.html');
    expect(foreign?.message).toContain('only the page of the fixture is recorded');
    const report: { exchanges: readonly { url: string; outcome: string }[] } = JSON.parse(
      Buffer.from(blocked?.json ?? '', 'base64').toString(),
    );
    expect(report.exchanges.find(({ url }) => url.endsWith('/closed'))?.outcome).toBe('blocked');
  });

  test('a test from `replay` fails while the request is blocked, and passes after the fix', async () => {
    writeFileSync(
      join(project, 'call.mjs'),
      `export default (page) => page.evaluate((url) => fetch(url).catch(() => {}), ${JSON.stringify(`${origin(api)}/closed`)});`,
    );
    const inspected = ['inspect', origin(page), '--script', 'call.mjs', '--out', 'replayed.har'];
    expect(await run(bin('corscope'), inspected)).toMatchObject({ code: 1 });
    const { stdout } = await run(bin('corscope'), ['replay', 'replayed.har']);
    const block = (syntax: string) => [
      ...stdout.matchAll(new RegExp(`\`\`\`${syntax}\n(.*?)\n\`\`\``, 'gs')),
    ];
    const folder = mkdtempSync(join(project, 'tests-'));
    writeFileSync(join(folder, 'x.spec.ts'), block('ts')[0]?.[1] ?? '');
    writeFileSync(
      join(folder, 'playwright.config.ts'),
      `export default { use: { launchOptions: { executablePath: process.env.CHROME_PATH } } };`,
    );
    const tests = ['test', '--config', join(folder, 'playwright.config.ts'), '--reporter', 'line'];
    const check = block('sh').at(-1)?.[1] ?? '';
    expect(check).toMatch(/^npx corscope check /);
    const failed = await run(bin('playwright'), tests);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('TypeError: Failed to fetch');
    expect(await run('sh', ['-c', check])).toMatchObject({ code: 1 });
    isMended = true;
    expect(await run(bin('playwright'), tests)).toMatchObject({ code: 0 });
    expect(await run('sh', ['-c', check])).toMatchObject({ code: 0 });
    isMended = false;
  });

  test('says what the test itself made or added', async () => {
    asked.length = 0;
    const results = await playwright(`
      test('a route answers', async ({ page }) => {
        await page.route('**/closed', (route) => route.fulfill({ body: 'x' }));
        await page.goto('/');
        await call(page, '/closed');
        await expect(page).toHaveNoBlockedRequests();
      });
      test('a route lets preflights pass', async ({ context, page }) => {
        const handler = (route) => route.continue({ headers: { ...route.request().headers(), 'x-mine': '1' } });
        await context.route('**/put*', handler);
        await page.goto('/');
        expect(await call(page, '/put', { method: 'PUT' })).toBe('read');
        await expect(page).toHaveNoBlockedRequests();
        await context.unroute('**/put*', handler);
        // Chromium keeps Playwright's answer for the other URL.
        expect(await call(page, '/put?again', { method: 'PUT' })).toBe('failed');
      });
      test.describe('headers of all requests', () => {
        test.use({ extraHTTPHeaders: { 'X-Trace': '1' } });
        test('make preflights', async ({ page }) => {
          await page.goto('/');
          expect(await call(page, '/open')).toBe('failed');
          await expect(page).toHaveNoBlockedRequests();
        });
      });
      test('an open request', async ({ page, context }) => {
        await page.goto('/');
        const sent = page.waitForRequest('**/never');
        page.evaluate((url) => fetch(url).catch(() => {}), api + '/never').catch(() => {});
        await sent;
        await expect(page).toHaveNoBlockedRequests({ timeout: 500 });
      });
      test('a browser that is closed', async ({ page, context }) => {
        await context.close();
        expect(1).toBe(2);
      });
      test('nothing', async ({ page }) => {
        await page.goto('/');
        await call(page, '/open');
        await expect(page).toHaveNoBlockedRequests();
      });`);
    expect(results).toHaveLength(6);
    const [answered, passed, open, closed, nothing, added] = results;
    expect(open).toMatchObject({ status: 'passed', notes: [expect.stringContaining('/never')] });
    expect(closed?.status).toBe('failed');
    expect(closed?.attached).not.toContain('corscope.html');
    expect(closed?.message).toContain('toBe');
    expect(answered).toMatchObject({ status: 'passed', notes: [expect.stringContaining('(route.fulfill)')] });
    expect(passed?.message).toBe('');
    expect(passed?.notes).toEqual([
      expect.stringContaining('Playwright answers all preflights itself'),
      expect.stringContaining('x-mine'),
    ]);
    expect(nothing).toMatchObject({ status: 'passed', notes: [] });
    expect(added).toMatchObject({ status: 'failed', notes: [expect.stringContaining('x-trace')] });
    expect(added?.message).toContain('adds headers to all requests: x-trace');
    expect(asked.filter((each) => each.startsWith('OPTIONS /put'))).toEqual(['OPTIONS /put?again']);
  });
});

/** What we read of the report of Playwright's reporter `json`. */
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly specs: readonly PlaywrightSpec[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightSpec {
  readonly title: string;
  readonly tests: readonly {
    readonly annotations: readonly { readonly description?: string }[];
    readonly results: readonly {
      readonly status: string;
      readonly errors: readonly { readonly message: string }[];
      readonly attachments: readonly { readonly name: string; readonly body?: string }[];
    }[];
  }[];
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): readonly PlaywrightSpec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}
