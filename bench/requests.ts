import { servePlayground } from '../playground/server';
import { openChromium, workerCalled } from '../test/browsers/chromium';
import { medianRatio, pairedTimes, type Variant } from './paired';

const rounds = 12;
const fetches = 200;
/** As many as a browser opens connections to one host. */
const atOnce = 6;

/**
 * What recording costs a page's requests, in one running Chromium: `requests.vsBare` against no listener
 * at all, `requests.vsLogger` against an extension with exactly our listeners that does nothing.
 */
export async function benchRequests(): Promise<Readonly<Record<string, number>>> {
  const playground = await servePlayground({ ports: [0, 0] });
  const chromium = await openChromium({ beside: ['bench/logger'] });
  try {
    const { context } = chromium;
    const logger = await workerCalled(context, 'logger.js');
    const page = await context.newPage();
    await page.goto(`${playground.origins.page}/blank`);
    const panel = await chromium.panelFor(page);
    await panel.evaluate('corscope.ready');
    const record = panel.locator('.tool-record');
    await record.click();

    const variants: readonly Variant[] = [
      { name: 'bare', on: async () => {}, off: async () => {} },
      {
        name: 'logger',
        on: async () => void (await logger.evaluate('listen(true)')),
        off: async () => void (await logger.evaluate('listen(false)')),
      },
      {
        name: 'corscope',
        on: async () => {
          await record.click();
          await panel.evaluate('corscope.ready');
        },
        off: async () => {
          await panel.evaluate('corscope.idle({ quietMs: 50 })');
          await record.click();
          await panel.evaluate('corscope.clear()');
        },
      },
    ];
    const work = `(async () => {
      const begun = performance.now();
      let next = 0;
      const fetchSome = async () => {
        while (next++ < ${fetches}) await (await fetch('${playground.origins.api}/x?c=bench&ok=1')).text();
      };
      await Promise.all(Array.from({ length: ${atOnce} }, fetchSome));
      return performance.now() - begun;
    })()`;
    const [bare, byLogger, recorded] = await pairedTimes(variants, rounds, () => page.evaluate<number>(work));
    return {
      'requests.vsBare': medianRatio(recorded, bare),
      'requests.vsLogger': medianRatio(recorded, byLogger),
      'requests.loggerVsBare': medianRatio(byLogger, bare),
    };
  } finally {
    await chromium.close();
    await playground.close();
  }
}
