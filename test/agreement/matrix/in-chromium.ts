import type { Page } from 'playwright';
import { servePlayground } from '../../../playground/server';
import { until } from '../../../src/cli/browsers/until';
import type { Report } from '../../../src/report/model';
import { openChromium } from '../../browsers/chromium';
import { type ChromiumOracle, chromiumOracle } from '../../browsers/oracle';
import { type CompareCases, type Compared, compare } from './compare';
import {
  batchesOf,
  blocker,
  caseScript,
  pageOf,
  type Seen,
  seenOf,
  setPageWorld,
  startWorker,
} from './run-cases';

const atOnce = 40;

/** Makes the requests of all cases in a real Chromium, and compares the report with its own results. */
export const compareInChromium: CompareCases = async (cases, withHints) => {
  const playground = await servePlayground({ ports: [0, 0] });
  const chromium = await openChromium({ beside: [blocker] });
  try {
    const page = await chromium.context.newPage();
    await page.goto(`${playground.origins.page}/blank`);
    const panel = await chromium.panelFor(page);
    await panel.evaluate(setPageWorld(withHints));
    const oracle = await chromiumOracle(chromium.targets, page);
    const compared: Compared[] = [];
    let version = '';
    for (const [index, batch] of batchesOf(cases, atOnce).entries()) {
      const [first] = batch;
      if (!first) continue;
      await page.goto(`${playground.origins[pageOf[first.scheme]]}/blank`);
      await startHeardWorker(page, oracle);
      const seen = await page.evaluate<Seen>(caseScript(batch, playground, String(index)));
      await panel.evaluate('corscope.idle()');
      const report = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      version = report.browser.version;
      for (const one of batch) {
        // The protocol may report nothing about a request that never left the page.
        const isTold = one.part === 'A' || oracle.hasHeardOf(`c=${one.id}&`);
        const verdicts = isTold ? await oracle.verdicts(`c=${one.id}&`) : [];
        const own = verdicts.find(({ isPreflight }) => !isPreflight);
        const truth = {
          reason: own?.corsError ?? own?.blockedReason ?? null,
          error: own?.errorText ?? null,
        };
        compared.push(compare(one, seenOf(one, seen, playground), truth, report));
      }
    }
    return { version, compared };
  } finally {
    await chromium.close();
    await playground.close();
  }
};

/** Starts the worker of a page's cases; resolves once Chrome DevTools Protocol is attached to it. */
async function startHeardWorker(page: Page, oracle: ChromiumOracle): Promise<void> {
  const { workers } = oracle;
  await page.evaluate(`void (${startWorker})`);
  await until('the worker to be heard', () => oracle.workers > workers);
}
