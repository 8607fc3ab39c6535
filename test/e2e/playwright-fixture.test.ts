import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forUsers } from './user-project';

const opened = forUsers();

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
    const folder = mkdtempSync(join(opened.project.folder, 'tests-'));
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
    const ended = await opened.project.run(opened.project.bin('playwright'), ['test', '--config', config]);
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
    expect(
      await opened.project.run(opened.project.bin('playwright'), config, { APP_URL: origin(page) }),
    ).toMatchObject({
      code: 0,
    });
    const blocked = `${opened.playground.origins.page}/run/allow-origin-missing`;
    writeFileSync(
      join(opened.project.folder, 'playwright/blocked.spec.ts'),
      readFileSync('examples/playwright/items.spec.ts', 'utf8').replace(`'/'`, JSON.stringify(blocked)),
    );
    const ended = await opened.project.run(opened.project.bin('playwright'), config, {
      APP_URL: origin(page),
    });
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
      join(opened.project.folder, 'call.mjs'),
      `export default (page) => page.evaluate((url) => fetch(url).catch(() => {}), ${JSON.stringify(`${origin(api)}/closed`)});`,
    );
    const inspected = ['inspect', origin(page), '--script', 'call.mjs', '--out', 'replayed.har'];
    expect(await opened.project.run(opened.project.bin('corscope'), inspected)).toMatchObject({ code: 1 });
    const { stdout } = await opened.project.run(opened.project.bin('corscope'), ['replay', 'replayed.har']);
    const block = (syntax: string) => [
      ...stdout.matchAll(new RegExp(`\`\`\`${syntax}\n(.*?)\n\`\`\``, 'gs')),
    ];
    const folder = mkdtempSync(join(opened.project.folder, 'tests-'));
    writeFileSync(join(folder, 'x.spec.ts'), block('ts')[0]?.[1] ?? '');
    writeFileSync(
      join(folder, 'playwright.config.ts'),
      `export default { use: { launchOptions: { executablePath: process.env.CHROME_PATH } } };`,
    );
    const tests = ['test', '--config', join(folder, 'playwright.config.ts'), '--reporter', 'line'];
    const check = block('sh').at(-1)?.[1] ?? '';
    expect(check).toMatch(/^npx corscope check /);
    const failed = await opened.project.run(opened.project.bin('playwright'), tests);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('TypeError: Failed to fetch');
    expect(await opened.project.run('sh', ['-c', check])).toMatchObject({ code: 1 });
    isMended = true;
    expect(await opened.project.run(opened.project.bin('playwright'), tests)).toMatchObject({ code: 0 });
    expect(await opened.project.run('sh', ['-c', check])).toMatchObject({ code: 0 });
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
      test('routes of this page and of another', async ({ page, context }) => {
        const other = await context.newPage();
        await other.route('**/*', (route) => route.continue());
        await page.goto('/');
        expect(await call(page, '/put?own', { method: 'PUT' })).toBe('failed');
        await expect(page).not.toHaveNoBlockedRequests();
        await page.route('**/unrelated', (route) => route.continue());
        expect(await call(page, '/put?unrelated', { method: 'PUT' })).toBe('read');
        await expect(page).not.toHaveNoBlockedRequests();
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
    expect(results).toHaveLength(7);
    const [answered, passed, open, routes, closed, nothing, added] = results;
    expect(routes?.message).toBe('');
    expect(routes?.notes).toEqual([expect.stringContaining('Playwright answers all preflights itself')]);
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
    expect(asked.filter((each) => each.startsWith('OPTIONS /put'))).toEqual([
      'OPTIONS /put?again',
      'OPTIONS /put?own',
    ]);
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
