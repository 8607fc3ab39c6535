import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Playground } from '../../playground/server';
import { servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { isFrameless } from '../behaviour/frameless';
import { type Firefox, openFirefox } from '../browsers/firefox';
import { inTurn } from '../support/in-turn';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

// The background is stopped once between each two events of a request's life, with ten requests under way:
// half of them are allowed in the end, half are blocked.

const perPoint = 10;

interface Point {
  /** What has happened to each request when the background is stopped. */
  readonly after: string;
  readonly method: 'GET' | 'PUT';
  /** The parameters that make the server wait there. */
  readonly query: string;
  /** How many rows, preflights among them, are there at the stop. */
  readonly rows: number;
  /** How many requests have reached the server by then. */
  readonly arrived: number;
  /** How many rows show an answer by then. */
  readonly answered: number;
}

// biome-ignore format: a table
const points: readonly Point[] = [
  { after: 'it was sent',                method: 'GET', query: 'hold=HOLD',  rows: 10, arrived: 10, answered: 0 },
  { after: 'its headers came',           method: 'GET', query: 'bhold=HOLD', rows: 10, arrived: 10, answered: 10 },
  { after: 'its preflight was sent',     method: 'PUT', query: 'phold=HOLD', rows: 20, arrived: 10, answered: 0 },
  { after: 'its preflight was answered', method: 'PUT', query: 'hold=HOLD',  rows: 20, arrived: 20, answered: 10 },
];

/** Where those of a preflighted request end up that nobody holds. */
const ended = { rows: 20, arrived: 20, answered: 20 };

/** Script that resolves to the number of rows of that name, and of those that show an answer. */
const countRows = (name: string) =>
  `corscope.report({ redact: "readable" }).then(({ exchanges }) => {
    const own = exchanges.filter(({ url }) => url.includes('c=${name}&'));
    return [own.length, own.filter(({ hops }) => hops.some(({ status }) => status !== null)).length];
  })`;

/** Waits until the server and the panel have reached a point: what is on its way when the background is stopped is lost. */
async function reached(
  { requests }: Playground,
  { rows, arrived, answered }: Pick<Point, 'rows' | 'arrived' | 'answered'>,
  name: string,
  evaluate: (script: string) => Promise<readonly number[]>,
): Promise<void> {
  await until('the requests to get there', async () => {
    const [shown, withAnswer] = await evaluate(countRows(name));
    const atServer = requests.filter(({ path }) => path.includes(`c=${name}&`)).length;
    return shown === rows && withAnswer === answered && atServer === arrived;
  });
}

const allowing = (isAllowed: boolean) =>
  isAllowed ? 'ok=1' : `ok=1&h=${encodeURIComponent('Access-Control-Allow-Origin: https://other.example')}`;

/** Script that makes the requests of a point, and leaves it to them to end. */
function script({ origins }: Playground, point: Pick<Point, 'method' | 'query'>, name: string): string {
  const query = point.query.replace('HOLD', name);
  const urls = Array.from({ length: perPoint }, (_, n) => {
    const isAllowed = n % 2 === 0;
    // A browser opens six connections to a host, and would keep the others waiting.
    const origin = n < perPoint / 2 ? origins.api : origins.third;
    return `${origin}/x?c=${name}&n=${n}&${query}&${allowing(isAllowed)}`;
  });
  const init = JSON.stringify({ method: point.method });
  return `void ${JSON.stringify(urls)}.map((url) => fetch(url, ${init}).then((r) => r.text()).catch(() => {}))`;
}

/** The requests of that name, and what the report says of them. */
function outcomes(report: Report, name: string): readonly (readonly [n: number, outcome: string])[] {
  return report.exchanges
    .filter(({ hops, preflightFor }) => preflightFor === null && hops[0]?.url.includes(`c=${name}&`))
    .map(({ hops, outcome }): [number, string] => [
      Number(new URL(hops[0]?.url ?? '').searchParams.get('n')),
      outcome,
    ])
    .sort(([a], [b]) => a - b);
}

const expectedOutcomes = Array.from({ length: perPoint }, (_, n) => [n, n % 2 === 0 ? 'allowed' : 'blocked']);

describe('in Chromium, stopped by force', () => {
  let tab: PanelInTab;
  beforeAll(async () => {
    tab = await openPanelInTab({});
  });
  afterAll(() => tab?.close());

  const stops = () =>
    tab.panel.evaluate<number>(
      'corscope.report({ redact: "readable" }).then(({ recording }) => recording.stops)',
    );

  test.each(
    inTurn(
      points.map((point, index) => ({ ...point, name: `chromium${index}` })),
      'Chromium',
    ),
  )('after $after, a $method loses nothing', async (point) => {
    const { page, chromium, playground } = tab;
    await page.evaluate(script(playground, point, point.name));
    await reached(playground, point, point.name, (script) => tab.panel.evaluate(script));
    const before = await stops();
    await chromium.stopServiceWorker();
    // Chromium drops what it dispatches to a worker that is still closing.
    await until('the stop to be seen', async () => (await stops()) > before);
    await tab.panel.evaluate('corscope.ready');
    playground.release(point.name);
    await until('the requests to end', async () => {
      const pending = await tab.panel.evaluate<number>(
        `corscope.report({ redact: "readable" }).then(({ exchanges }) => exchanges.filter(({ url, durationMs }) => url.includes('c=${point.name}&') && durationMs === null).length)`,
      );
      return pending === 0;
    });
    const report = await tab.report();
    expect(outcomes(report, point.name)).toEqual(expectedOutcomes);
    const preflights = report.exchanges.filter(
      ({ url, preflightFor }) => preflightFor && url.includes(`c=${point.name}&`),
    );
    expect(preflights).toHaveLength(point.rows - perPoint);
  });

  test('before a page is loaded, no frame of ours is on the stack of its calls', async () => {
    const { page, chromium, playground } = tab;
    for (let n = 0; n < 6; n++) {
      await chromium.stopServiceWorker();
      // The next background does not know the tab's requests before the panel is back.
      await page.goto(`${playground.origins.page}/blank?${n}`);
      await until('frameless traps', () => page.evaluate<boolean>(isFrameless));
    }
  });

  test('while nothing runs, the next requests are all seen', async () => {
    const { page, chromium, playground } = tab;
    const before = await stops();
    await chromium.stopServiceWorker();
    await until('the stop to be seen', async () => (await stops()) > before);
    await tab.panel.evaluate('corscope.ready');
    playground.release('free');
    await page.evaluate(script(playground, { method: 'PUT', query: 'hold=free' }, 'free'));
    await reached(playground, ended, 'free', (script) => tab.panel.evaluate(script));
    expect(outcomes(await tab.report(), 'free')).toEqual(expectedOutcomes);
  });
});

describe('in Firefox', () => {
  let playground: Playground;
  let firefox: Firefox;
  let page: string;
  let panel: string;
  beforeAll(async () => {
    playground = await servePlayground({ ports: [0, 0] });
    firefox = await openFirefox({
      extension: 'dist/firefox',
      prefs: { 'extensions.background.idle.timeout': 1500 },
    });
    page = await firefox.tab();
    await firefox.goto(page, `${playground.origins.page}/blank`);
    panel = await firefox.panelFor(playground.origins.page);
  });
  afterAll(async () => {
    await firefox?.close();
    await playground?.close();
  });

  const report = () =>
    firefox.evaluate<Report>(panel, 'corscope.idle().then(() => corscope.report({ redact: "readable" }))');
  const stops = () =>
    firefox.evaluate<number>(
      panel,
      'corscope.report({ redact: "readable" }).then(({ recording }) => recording.stops)',
    );

  // Without a word from Firefox whether a response was readable, the verdict is computed.
  test.each(
    inTurn(
      points.map((point, index) => ({ ...point, name: `firefox${index}` })),
      'Firefox',
    ),
  )('stopped by force after $after, a $method loses nothing', async (point) => {
    await firefox.evaluate(page, script(playground, point, point.name));
    await reached(playground, point, point.name, (script) => firefox.evaluate(panel, script));
    const before = await stops();
    await firefox.terminateBackground();
    await until('the stop to be seen', async () => (await stops()) > before);
    await firefox.evaluate(panel, 'corscope.ready');
    playground.release(point.name);
    await until('the requests to end', async () => {
      const ended = await firefox.evaluate<number>(
        panel,
        `corscope.report({ redact: "readable" }).then(({ exchanges }) => exchanges.filter(({ url, durationMs, preflightFor }) => !preflightFor && url.includes('c=${point.name}&') && durationMs !== null).length)`,
      );
      return ended === perPoint;
    });
    expect(outcomes(await report(), point.name)).toEqual(expectedOutcomes);
  });

  test('stopped by idleness, the next requests are all seen', async () => {
    const before = await stops();
    await until('an idle stop', async () => (await stops()) > before);
    playground.release('idle');
    await firefox.evaluate(page, script(playground, { method: 'PUT', query: 'hold=idle' }, 'idle'));
    await reached(playground, ended, 'idle', (script) => firefox.evaluate(panel, script));
    expect(outcomes(await report(), 'idle')).toEqual(expectedOutcomes);
  });
});
