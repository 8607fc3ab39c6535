import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenarioOf, scenarios } from '../../playground/scenarios';
import { type Playground, playgroundKey, servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import { readConsoleMessages } from '../../src/diagnosis/console/read-messages';
import type { Report } from '../../src/report/model';
import { type ChromiumWithExtension, openChromium } from '../browsers/chromium';
import { type ChromiumOracle, chromiumOracle } from '../browsers/oracle';
import { inTurn } from '../support/in-turn';
import { whatIfDifference } from '../support/what-if';
import { compared, expected } from './expected';
import { inWords, methodsOf, preflightsOf, requestsOf, runUrl, saysWhy } from './scenario-run';

let playground: Playground;
let chromium: ChromiumWithExtension;
let page: Page;
let panel: Page;
let oracle: ChromiumOracle;
/** What Chromium printed for the scenario that runs. */
let printed: string[] = [];

beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
  chromium = await openChromium({
    args: [`--ignore-certificate-errors-spki-list=${playgroundKey}`],
  });
  page = await chromium.context.newPage();
  await page.goto(`${playground.origins.page}/blank`);
  page.on('console', (message) => printed.push(message.text()));
  panel = await chromium.panelFor(page);
  oracle = await chromiumOracle(chromium.targets, page);
});
afterAll(async () => {
  await chromium?.close();
  await playground?.close();
});

async function run(id: string): Promise<Report> {
  const isInWorker = scenarioOf(id).on === 'dedicated-worker';
  const { workers } = oracle;
  printed = [];
  await page.goto(`${runUrl(playground, id)}${isInWorker ? '?wait' : ''}`);
  if (isInWorker) {
    await until('the worker to be heard', () => oracle.workers > workers);
    await page.evaluate('scenario.begin()');
  }
  await page.waitForFunction('globalThis.scenario?.done');
  await panel.evaluate('corscope.idle()');
  return panel.evaluate<Report>('corscope.report({ redact: "readable" })');
}

test('every scenario has a row', () => {
  expect(expected.map(({ id }) => id)).toEqual(scenarios.map(({ id }) => id));
});

describe("Chromium's verdict", () => {
  test.each(inTurn(compared, 'Chromium'))("on $id equals the report's", async (row) => {
    const report = await run(row.id);
    expect(inWords(await page.evaluate('scenario.results'))).toBe(row.page);

    const [own] = (await oracle.verdicts(`c=${row.id}&`)).filter(({ isPreflight }) => !isPreflight);
    expect((own?.corsError ?? own?.errorText) || (own?.blockedReason ?? null)).toBe(row.chromium);

    // What it printed can be pasted: the reason is among its meanings.
    const [message] = readConsoleMessages(printed.join('\n')).filter(({ text }) =>
      text.includes(`c=${row.id}&`),
    );
    if (row.finding && own?.corsError && message) expect(message.codes).toContain(row.finding);

    const [exchange, ...others] = requestsOf(report, row.id);
    // The browser shows nothing of a call without a request, unless it reports a violation to the page.
    const isReported = row.finding === 'csp';
    const outcomeBasis = exchange?.requestId === '' && !isReported ? 'computed' : 'observed';
    expect(exchange).toMatchObject({ class: row.class, outcome: row.outcome, outcomeBasis });
    expect(exchange?.findings[0]?.code ?? null).toBe(row.finding);
    const reason = own?.corsError ?? own?.blockedReason ?? null;
    expect(exchange && saysWhy(exchange, reason), JSON.stringify(exchange)).toBe(true);
    expect(exchange && whatIfDifference(report, exchange)).toBeNull();
    // The other requests of a scenario with a cause prove it.
    if (scenarioOf(row.id).cause !== undefined) return;
    for (const other of others) expect(other).toMatchObject({ class: row.class, outcome: row.outcome });
  });

  test('agrees on the value that failed', async () => {
    const report = await run('allow-origin-mismatch');
    const [own] = await oracle.verdicts('c=allow-origin-mismatch&');
    const [exchange] = requestsOf(report, 'allow-origin-mismatch');
    expect(exchange?.findings[0]?.evidence.origin).toBe(own?.failedParameter);
  });
});

describe('a preflight', () => {
  test('is paired with its request, and is not listed separately', async () => {
    const report = await run('preflighted-put');
    const [request] = requestsOf(report, 'preflighted-put');
    const [preflight, ...others] = preflightsOf(report, 'preflighted-put');
    expect(preflight).toMatchObject({
      class: 'preflight',
      outcome: 'allowed',
      method: 'OPTIONS',
      preflightFor: { exchange: request?.id, hop: 0 },
    });
    expect(request?.hops[0]?.preflight).toBe(preflight?.id);
    expect(others).toEqual([]);
  });

  test('is blocked if it failed a check, and its finding belongs to the request', async () => {
    const report = await run('preflight-allow-origin-missing');
    const [preflight] = preflightsOf(report, 'preflight-allow-origin-missing');
    expect(preflight).toMatchObject({ outcome: 'blocked', findings: [], needs: [], browserReason: null });
    const [request] = requestsOf(report, 'preflight-allow-origin-missing');
    const header = 'Access-Control-Allow-Origin';
    const need = { purpose: 'pass', hop: 0, header, has: null, needs: playground.origins.page };
    expect(request?.needs).toEqual([
      { ...need, on: 'preflight', seen: true },
      { ...need, on: 'response', seen: false },
    ]);
  });

  test('is sent once for two requests that it allows', async () => {
    const before = methodsOf(playground, 'preflight-cache-hit').length;
    const report = await run('preflight-cache-hit');
    expect(methodsOf(playground, 'preflight-cache-hit').slice(before)).toEqual(['OPTIONS', 'PUT', 'PUT']);
    expect(preflightsOf(report, 'preflight-cache-hit')).toHaveLength(1);
    const caches = requestsOf(report, 'preflight-cache-hit').map(({ preflightCache }) => preflightCache);
    expect(caches).toEqual(['miss', 'hit']);
  });
});
