import { servePlayground } from '../playground/server';
import { until } from '../src/cli/browsers/until';
import { openChromium, workerCalled } from '../test/browsers/chromium';
import { isObserved } from '../test/browsers/observed';
import { medianRatio, pairedTimes, type Variant } from './paired';

const rounds = 12;
const fetches = 200;
/** The number of connections that a browser opens to one host. */
const atOnce = 6;

/**
 * Measures what recording costs a page's requests, in one running Chromium:
 *
 * - `requests.vsBare`: the ratio to a browser without any listener
 * - `requests.vsLogger`: the ratio to an extension that has the same listeners and does nothing
 * - `requests.loggerVsBare`: the ratio of that extension to a browser without any listener
 * - `requests.hints.vsLogger`: like `requests.vsLogger`, in a page with our scripts, which reports its calls
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
    const record = panel.locator('.tool-record');
    await record.click();

    const bareBrowser: Variant = { name: 'bare' };
    const byLogger = {
      name: 'logger',
      on: async () => void (await logger.evaluate('listen(true)')),
      off: async () => void (await logger.evaluate('listen(false)')),
    };
    const byUs = {
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
    };
    const isNative = (wanted: boolean) =>
      until('the scripts in the page to change', async () => {
        return (await page.evaluate<boolean>(isObserved)) !== wanted;
      });
    const withHints = {
      name: 'corscope with hints',
      on: async () => {
        await byUs.on();
        await isNative(false);
      },
      off: async () => {
        await byUs.off();
        await isNative(true);
      },
    };
    const work = `(async () => {
      const begun = performance.now();
      let next = 0;
      const fetchSome = async () => {
        while (next++ < ${fetches}) await (await fetch('${playground.origins.api}/x?c=bench&ok=1')).text();
      };
      await Promise.all(Array.from({ length: ${atOnce} }, fetchSome));
      return performance.now() - begun;
    })()`;
    const timesOf = (variants: readonly Variant[]) =>
      pairedTimes(variants, rounds, () => page.evaluate<number>(work));
    const [bare, logged, recorded] = await timesOf([bareBrowser, byLogger, byUs]);

    await byUs.on();
    await page.reload();
    await withHints.off();
    const [loggedToo, hinted] = await timesOf([byLogger, withHints]);
    return {
      'requests.vsBare': medianRatio(recorded, bare),
      'requests.vsLogger': medianRatio(recorded, logged),
      'requests.loggerVsBare': medianRatio(logged, bare),
      'requests.hints.vsLogger': medianRatio(hinted, loggedToo),
    };
  } finally {
    await chromium.close();
    await playground.close();
  }
}
