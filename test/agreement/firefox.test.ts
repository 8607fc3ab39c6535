import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../../playground/scenario';
import { type Playground, servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import { readConsoleMessages } from '../../src/diagnosis/console/read-messages';
import type { Report } from '../../src/report/model';
import { type Firefox, openFirefox } from '../browsers/firefox';
import { type FirefoxOracle, firefoxOracle } from '../browsers/oracle';
import { inTurn } from '../support/in-turn';
import { whatIfDifference } from '../support/what-if';
import { compared } from './expected';
import { inWords, methodsOf, preflightsOf, requestsOf, runUrl, saysWhy } from './scenario-run';

let playground: Playground;
let firefox: Firefox;
let tab: string;
let panel: string;
let oracle: FirefoxOracle;

beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
  firefox = await openFirefox({ extension: 'dist/firefox', acceptInsecureCerts: true });
  tab = await firefox.tab();
  await firefox.goto(tab, `${playground.origins.page}/blank`);
  panel = await firefox.panelFor(playground.origins.page);
  oracle = await firefoxOracle(firefox);
});
afterAll(async () => {
  await firefox?.close();
  await playground?.close();
});

/** Whether the page is done; also false while it is being replaced. */
function isDone(): Promise<boolean> {
  return firefox.evaluate<boolean>(tab, '!!globalThis.scenario?.done').catch(() => false);
}

async function run(id: string): Promise<Report> {
  await firefox.goto(tab, runUrl(playground, id));
  await until('the scenario to end', () => isDone());
  await firefox.evaluate(panel, 'corscope.idle()');
  return firefox.evaluate<Report>(panel, 'corscope.report({ redact: "readable" })');
}

describe("Firefox's verdict", () => {
  test.each(inTurn(compared, 'Firefox'))("on $id equals the report's", async (row) => {
    const report = await run(row.id);
    const results = await firefox.evaluate<readonly StepResult[]>(tab, 'scenario.results');
    expect(inWords(results)).toBe(row.page);

    const own = await (row.firefox ? oracle.firstMessages(`c=${row.id}&`) : oracle.messages(`c=${row.id}&`));
    expect(own[0]?.category ?? null).toBe(row.firefox);

    // What Firefox printed can be pasted: the reason is among its meanings.
    if (row.finding && own[0]?.category.startsWith('CORS')) {
      const pasted = readConsoleMessages(own.map(({ text }) => text).join('\n'));
      expect(pasted.flatMap(({ codes }) => codes)).toContain(row.findingInFirefox);
    }

    const [exchange] = requestsOf(report, row.id);
    expect(exchange?.class).toBe(row.class);
    const reason = own.find(({ isWarning }) => !isWarning)?.category ?? null;
    expect(exchange && saysWhy(exchange, reason), JSON.stringify(exchange)).toBe(true);
    expect(exchange && whatIfDifference(report, exchange)).toBeNull();
    expect(exchange?.outcome).toBe(row.outcome);
    expect(exchange?.findings[0]?.code ?? null).toBe(row.findingInFirefox);
    if (exchange?.candidates.length === 0) {
      expect(exchange.browserSays).toEqual(own.map(({ category }) => category));
    }
  });
});

describe('a preflight', () => {
  test('is paired with the request it was made for', async () => {
    const report = await run('preflighted-put');
    const [request] = requestsOf(report, 'preflighted-put');
    const [preflight] = preflightsOf(report, 'preflighted-put');
    expect(preflight).toMatchObject({
      class: 'preflight',
      outcome: 'allowed',
      preflightFor: { exchange: request?.id, hop: 0 },
    });
    expect(request?.hops[0]?.preflight).toBe(preflight?.id);
  });

  test('is sent once for two requests that it allows', async () => {
    const before = methodsOf(playground, 'preflight-cache-hit').length;
    const report = await run('preflight-cache-hit');
    expect(methodsOf(playground, 'preflight-cache-hit').slice(before)).toEqual(['OPTIONS', 'PUT', 'PUT']);
    const caches = requestsOf(report, 'preflight-cache-hit').map(({ preflightCache }) => preflightCache);
    expect(caches).toEqual(['miss', 'hit']);
  });
});
