import { servePlayground } from '../../../playground/server';
import { until } from '../../../src/cli/browsers/until';
import type { BrowserName, FindingCode } from '../../../src/engine';
import { reportOfFile } from '../../../src/files/file-report';
import type { Report, ReportExchange } from '../../../src/report/model';
import { openChromium } from '../../browsers/chromium';
import { openPanelInDevTools } from '../../browsers/devtools';
import { openFirefox } from '../../browsers/firefox';
import { readWhole } from '../../support/compared-file';
import type { Case } from './cases';
import { batchesOf, blocker, caseScript, pageOf } from './run-cases';

/** What a browser's own HAR export and our report have of the same requests. */
export interface Exported {
  readonly har: string;
  readonly report: Report;
}

const atOnce = 40;
const report = 'corscope.report({ redact: "everything" }).then(JSON.stringify)';
const har = (root: string) =>
  `new Promise((resolve) => { ${root}.devtools.network.getHAR(resolve)?.then?.(resolve); }).then((log) => JSON.stringify({ log }))`;

/** Makes the requests of cases with the panel in the real DevTools, which export them too. */
export const exportFrom: Readonly<
  Record<BrowserName, (cases: readonly Case[]) => Promise<readonly Exported[]>>
> = {
  async chrome(cases) {
    const playground = await servePlayground({ ports: [0, 0] });
    const chromium = await openChromium({ devtools: true, beside: [blocker] });
    try {
      const { context, targets, extensionId } = chromium;
      const page = context.pages()[0] ?? (await context.newPage());
      const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      await panel.evaluate('corscope.ready');
      const exported: Exported[] = [];
      for (const [index, batch] of batchesOf(cases, atOnce).entries()) {
        const scheme = batch[0]?.scheme ?? 'trustworthy';
        await page.goto(`${playground.origins[pageOf[scheme]]}/blank`);
        await page.evaluate(caseScript(batch, playground, String(index)));
        await panel.evaluate('corscope.idle()');
        exported.push({
          har: await panel.evaluate<string>(har('chrome')),
          report: JSON.parse(await panel.evaluate<string>(report)),
        });
      }
      return exported;
    } finally {
      await chromium.close();
      await playground.close();
    }
  },
  async firefox(cases) {
    const playground = await servePlayground({ ports: [0, 0] });
    const firefox = await openFirefox({ extension: 'dist/firefox' });
    try {
      await firefox.install(blocker);
      const tab = await firefox.firstTab();
      const blank = `${playground.origins.page}/blank`;
      await firefox.goto(tab, blank);
      const tool = await firefox.openPanelInToolbox(blank, 'CORScope');
      const isReady = () => firefox.inPanel(tool, 'corscope.ready.then(() => true)').catch(() => null);
      await until('the panel to be recording', isReady);
      // Firefox begins to keep what it exports when it is first asked for it.
      await firefox.inPanel(tool, har('browser'));
      const exported: Exported[] = [];
      for (const [index, batch] of batchesOf(cases, atOnce).entries()) {
        const scheme = batch[0]?.scheme ?? 'trustworthy';
        await firefox.goto(tab, `${playground.origins[pageOf[scheme]]}/blank`);
        await firefox.evaluate(tab, caseScript(batch, playground, String(index)));
        await firefox.inPanel(tool, 'corscope.idle().then(() => true)');
        exported.push({
          har: await firefox.inPanel<string>(tool, har('browser')),
          report: JSON.parse(await firefox.inPanel<string>(tool, report)),
        });
      }
      return exported;
    } finally {
      await firefox.close();
      await playground.close();
    }
  },
};

/** How the verdict on a request of a HAR file compares with the live one. */
export type HarMark = 'right' | 'candidates' | 'unknown' | 'not in file' | 'unknown live' | 'wrong';

/** Compares the verdicts of a HAR file with the live ones. Preflights are part of their requests. */
export async function compareHar({
  har: text,
  report: live,
}: Exported): Promise<readonly (readonly [HarMark, string])[]> {
  const file = await readWhole('exported.har', text);
  const options = { version: '0', language: 'en', browser: live.browser, redaction: 'everything' } as const;
  const left = reportOfFile(file, options).exchanges.filter(({ preflightFor }) => preflightFor === null);
  return live.exchanges
    .filter(({ preflightFor }) => preflightFor === null)
    .map((exchange) => {
      const index = left.findIndex((other) => isSame(other, exchange));
      const [own] = index === -1 ? [] : left.splice(index, 1);
      return [
        markOf(own, exchange),
        `${lineOf(exchange)}; in the file ${own ? lineOf(own) : 'nothing'}`,
      ] as const;
    });
}

function isSame(own: ReportExchange, { hops: [first] }: ReportExchange): boolean {
  const [other] = own.hops;
  return other?.url === first?.url.replace(/#.*/, '') && other?.method === first?.method;
}

function markOf(own: ReportExchange | undefined, live: ReportExchange): HarMark {
  if (!own) return 'not in file';
  if (live.outcome === 'unknown' || live.outcome === 'pending') return 'unknown live';
  const [fits, liveFits] = [codesOf(own), codesOf(live)];
  if (fits.length > 1) {
    const isOpen = fits.includes('ended-unseen');
    return fits.some((code) => liveFits.includes(code)) ? 'candidates' : isOpen ? 'unknown' : 'wrong';
  }
  if (own.outcome === 'unknown' || own.outcome === 'pending') return 'unknown';
  const isPassed = ({ outcome }: ReportExchange) => outcome === 'allowed' || outcome === 'opaque';
  // Whether a script reads the response of its own origin is not in the file.
  if (own.class === 'same-origin' && isPassed(own) && isPassed(live)) return 'right';
  return own.outcome === live.outcome && fits.some((code) => liveFits.includes(code)) ? 'right' : 'wrong';
}

function codesOf({ candidates, findings }: ReportExchange): readonly (FindingCode | 'none')[] {
  if (candidates.length > 0) return candidates;
  return [findings.find(({ severity }) => severity === 'error')?.code ?? 'none'];
}

function lineOf(exchange: ReportExchange): string {
  const { method, url, outcome, error } = exchange;
  return `${method} ${url.slice(0, 120)} ${outcome} ${codesOf(exchange).join(' or ')} ${error ?? ''}`;
}
