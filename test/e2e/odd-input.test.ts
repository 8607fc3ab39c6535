import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { keptFirefox } from '../browsers/kept';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

let tab: PanelInTab;
beforeAll(async () => {
  tab = await openPanelInTab();
});
afterAll(() => tab?.close());

const kept = 64 * 1024;

describe('what is odd or large', () => {
  test('a request header of a megabyte is its length and its beginning', async () => {
    const { page, playground } = tab;
    await page.evaluate(
      `fetch('${playground.origins.page}/blank?big', { headers: { 'X-Big': 'b'.repeat(1_000_000) } }).catch(() => {})`,
    );
    const { exchanges } = await tab.report();
    const exchange = exchanges.find(({ url }) => url.endsWith('?big'));
    const value = exchange?.hops[0]?.requestHeaders?.find(([name]) => name === 'X-Big')?.[1];
    expect(value?.length).toBeLessThan(kept + 100);
    expect(value).toMatch(/b… \(1000000\)$/);
  });

  test('a URL of 100 kB is its length and its beginning, and still one row', async () => {
    const { page, playground } = tab;
    await page.evaluate(
      `fetch('${playground.origins.page}/blank?long=' + 'u'.repeat(100_000)).catch(() => {})`,
    );
    const { exchanges } = await tab.report();
    const long = exchanges.filter(({ url }) => url.includes('?long='));
    expect(long).toHaveLength(1);
    expect(long[0]?.url.length).toBeLessThan(kept + 100);
    expect(long[0]?.durationMs).not.toBe(null);
  });

  test('odd bytes and malformed values break no row', async () => {
    const { page, panel, playground } = tab;
    const odd = ['Access-Control-Allow-Origin: \u202ehttp://evil', 'X-Odd: caf\u00e9 \u0007', 'X-Empty:'];
    const query = odd.map((line) => `h=${encodeURIComponent(line)}`).join('&');
    await page.evaluate(`fetch('${playground.origins.api}/x?c=odd&${query}').catch(() => {})`);
    const { exchanges } = await tab.report();
    const { id } = exchanges.find(({ url }) => url.includes('c=odd')) ?? {};
    await panel.bringToFront();
    const row = panel.locator(`.table-row[data-id="${id}"]`);
    await row.click();
    expect((await row.boundingBox())?.height).toBeLessThan(30);
  });
});

/** Another page, and the panel that records it, after a request of that name. */
async function another(name: string) {
  const { chromium, playground } = tab;
  const page = await chromium.context.newPage();
  await page.goto(`${playground.origins.page}/blank?${name}`);
  const panel = await chromium.panelFor(page);
  await page.evaluate(`fetch('/x?c=${name}').then((response) => response.text())`);
  return { page, panel };
}

describe('two DevTools on two tabs', () => {
  test('see each their own', async () => {
    const { page: other, panel } = await another('other');
    await tab.page.evaluate(`fetch('/x?c=first').then((response) => response.text())`);
    await panel.evaluate('corscope.idle()');
    const [first, second] = [
      await tab.report(),
      await panel.evaluate<Report>('corscope.report({ redact: "readable" })'),
    ];
    const names = (report: Report) => report.exchanges.map(({ url }) => new URL(url).searchParams.get('c'));
    expect(names(second)).toEqual(['other']);
    expect(names(first)).toContain('first');
    expect(names(first)).not.toContain('other');
    await panel.close();
    await other.close();
  });
});

describe('a tab that goes', () => {
  test('when it is closed, its log stays', async () => {
    const { page, panel } = await another('closing');
    await panel.evaluate('corscope.idle()');
    await page.close();
    await panel.getByText('The tab is closed').first().waitFor();
    const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
    expect(exchanges).toHaveLength(1);
    await panel.close();
  });

  test('when it crashes, its log stays', async () => {
    const { page, panel } = await another('crashing');
    await panel.evaluate('corscope.idle()');
    const crashed = page.waitForEvent('crash');
    page.goto('chrome://crash').catch(() => {});
    await crashed;
    const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
    expect(exchanges.length).toBeGreaterThan(0);
    await panel.close();
  });
});

describe('a response header of a megabyte', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer({ maxHeaderSize: 4_000_000 }, (request, response) => {
      if (request.url === '/blank')
        return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('');
      response
        .writeHead(200, { 'X-Big': 'b'.repeat(1_000_000), 'Access-Control-Allow-Origin': '*' })
        .end('big');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test('is refused by Chromium, which is no matter of CORS', async () => {
    const { page } = tab;
    await page.evaluate(`fetch('${origin}/big').catch(() => {})`);
    const { exchanges } = await tab.report();
    const big = exchanges.find(({ url }) => url === `${origin}/big`);
    expect(big).toMatchObject({ outcome: 'failed', error: 'net::ERR_RESPONSE_HEADERS_TOO_BIG' });
  });

  test('is its length and its beginning in Firefox, or refused', async () => {
    const firefox = await keptFirefox();
    try {
      const page = await firefox.tab();
      await firefox.goto(page, `${origin}/blank`);
      const panel = await firefox.panelFor(origin);
      await firefox.evaluate(page, `fetch('/big').then((r) => r.text()).catch(String)`);
      const { exchanges } = await firefox.evaluate<Report>(
        panel,
        'corscope.idle().then(() => corscope.report({ redact: "readable" }))',
      );
      const big = exchanges.find(({ url }) => url === `${origin}/big`);
      const value = big?.hops[0]?.responseHeaders?.find(([name]) => name === 'X-Big')?.[1];
      if (big?.outcome === 'allowed') expect(value).toMatch(/b… \(1000000\)$/);
      else expect(big?.outcome).toBe('failed');
    } finally {
      await firefox.close();
    }
  });
});
