import { servePlayground } from '../../../playground/server';
import type { Report } from '../../../src/report/model';
import { openFirefox } from '../../browsers/firefox';
import type { ConsoleMessage } from '../../browsers/firefox-window';
import { firefoxOracle } from '../../browsers/oracle';
import type { Case } from './cases';
import { type CompareCases, type Compared, compare } from './compare';
import { batchesOf, blocker, caseScript, pageOf, type Seen, seenOf, setPageWorld } from './run-cases';

const atOnce = 40;

/** Makes the requests of all cases in a real Firefox, and compares the report with its console messages. */
export const compareInFirefox: CompareCases = async (cases, withHints) => {
  const playground = await servePlayground({ ports: [0, 0] });
  const firefox = await openFirefox({ extension: 'dist/firefox' });
  try {
    await firefox.install(blocker);
    const tab = await firefox.tab();
    await firefox.goto(tab, `${playground.origins.page}/blank`);
    const panel = await firefox.panelFor(playground.origins.page);
    await firefox.evaluate(panel, setPageWorld(withHints));
    const oracle = await firefoxOracle(firefox);
    const compared: Compared[] = [];
    let version = '';
    for (const [index, batch] of batchesOf(cases, atOnce).entries()) {
      const [first] = batch;
      if (!first) continue;
      await firefox.goto(tab, `${playground.origins[pageOf[first.scheme]]}/blank`);
      const seen = await firefox.evaluate<Seen>(tab, caseScript(batch, playground, String(index)));
      await firefox.evaluate(panel, 'corscope.idle()');
      const report = await firefox.evaluate<Report>(panel, 'corscope.report({ redact: "readable" })');
      const messages = await oracle.messages('');
      version = report.browser.version;
      for (const one of batch) {
        const own = messages.filter((message) => isOf(message, one));
        const said = own.find(({ category }) => category !== 'CORSDidNotSucceed2') ?? own[0];
        const truth = { reason: said?.category ?? null, error: null };
        compared.push(compare(one, seenOf(one, seen, playground), truth, report));
      }
    }
    return { version, compared };
  } finally {
    await firefox.close();
    await playground.close();
  }
};

/** Messages that Firefox prints as warnings although it blocks the request. */
const blockedWithWarning: ReadonlySet<string> = new Set(['DATA_URI_BLOCKED', 'ORB']);

/** Categories that describe a body or an end, but not the reason. */
const isNoReason = /^(malformed-xml|CSS Loader|Event Source|Web Socket)$/;

/**
 * Whether a message explains why a case failed: it contains its URL, or the policy that only this case has.
 */
function isOf({ text, category, isWarning }: ConsoleMessage, { id, step }: Case): boolean {
  const isReason = isWarning ? blockedWithWarning.has(category) : !isNoReason.test(category);
  const ancestors = /frame-ancestors .+/.exec([step.query.h ?? ''].flat().join('\n'))?.[0];
  const isNamed = text.includes(`c=${id}&`) || (ancestors !== undefined && text.includes(`“${ancestors}”`));
  return isReason && isNamed;
}
