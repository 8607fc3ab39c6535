import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from 'playwright';
import { until } from '../src/cli/browsers/until';
import { openPlainChromium } from '../test/browsers/chromium';
import { openFirefox } from '../test/browsers/firefox';
import { type BrowserSays, browserSaysPath, withPlaceholders } from '../test/causes/browser-says';
import type { CauseCase } from '../test/causes/case';
import { forCases } from '../test/causes/recorded-tab';
import type { RecordingBrowser } from '../test/causes/recording';
import { casesKey, serveCase } from '../test/causes/serve';
import { causeCases } from '../test/causes/table';
import { setUpChromium, setUpFirefox } from './browsers';
import { run } from './run';

// npm run record:messages -- [chromium|firefox] [code…]: runs the broken variant of cases of test/causes without the
// extension, and writes what the browsers' consoles and Chromium's Issues contain to test/causes/browser-says.json.

/** A tab without the extension. */
interface PlainTab {
  open(url: string): Promise<void>;
  inPage<T>(expression: string): Promise<T>;
  command(name: string): Promise<void>;
  /** What the browser said since the last call. */
  said(): Promise<{ readonly console: readonly string[]; readonly issues: readonly string[] }>;
  close(): Promise<void>;
}

const issueOf = (issue: { code: string; details: object }): string => {
  const [details = {}] = Object.values(issue.details) as readonly Record<string, unknown>[];
  const { corsErrorStatus, reason, contentSecurityPolicyViolationType, errorType } = details as {
    corsErrorStatus?: { corsError?: string };
    reason?: string;
    contentSecurityPolicyViolationType?: string;
    errorType?: string;
  };
  const reasons = 'cookieExclusionReasons' in details ? [details.cookieExclusionReasons].flat() : [];
  const more = corsErrorStatus?.corsError ?? reason ?? contentSecurityPolicyViolationType ?? errorType;
  return [issue.code, more ?? reasons.join(', ')].filter((part) => part !== '').join(': ');
};

async function chromiumTab(): Promise<PlainTab> {
  const chromium = await openPlainChromium({
    args: [`--ignore-certificate-errors-spki-list=${casesKey}`],
  });
  const page = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(page);
  let [messages, issues]: [string[], string[]] = [[], []];
  const listen = async (to: CDPSession) => {
    to.on('Audits.issueAdded', ({ issue }) => void issues.push(issueOf(issue)));
    await to.send('Audits.enable');
  };
  await listen(session);
  page.on('console', (message) => void messages.push(message.text()));
  page.on('pageerror', (error) => void messages.push(`Uncaught ${error.name}: ${error.message}`));
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'commit' })),
    inPage: (expression) => page.evaluate(expression),
    command: async (name) => void (await session.send(name as 'Page.getAppManifest')),
    async said() {
      // Frames of other sites have issues of their own, which are sent when they are asked for.
      for (const frame of page.frames().slice(1)) {
        const own = await chromium.context.newCDPSession(frame).catch(() => null);
        if (own) await listen(own);
        await own?.detach();
      }
      const said = { console: messages, issues };
      [messages, issues] = [[], []];
      return said;
    },
    close: chromium.close,
  };
}

async function firefoxTab(): Promise<PlainTab> {
  const firefox = await openFirefox(forCases);
  const tab = await firefox.tab();
  let watched = await firefox.watchConsole();
  return {
    open: (url) => firefox.goto(tab, url),
    inPage: (expression) => firefox.evaluate(tab, expression),
    command: () => Promise.resolve(),
    async said() {
      const messages = await watched.messages();
      watched = await firefox.watchConsole();
      const ofPages = messages.filter(({ file, text }) => /^http/.test(file) || /https?:\/\//.test(text));
      return { console: ofPages.map(({ text }) => text), issues: [] };
    },
    close: firefox.close,
  };
}

async function sayingOf(definition: CauseCase, run: string, tab: PlainTab) {
  const { cause, actions = [], commands = [] } = definition;
  const served = await serveCase(definition, 'broken', run);
  try {
    await tab.open(served.blank);
    await tab.said();
    await tab.open(served.page);
    for (const action of actions) await tab.inPage(action);
    for (const command of commands) await tab.command(command);
    await until(`the result of ${cause}`, () =>
      tab.inPage<unknown>('globalThis.result ?? null').catch((error: unknown) => void error),
    );
    // The browsers report some messages late.
    await delay(400);
    const { console, issues } = await tab.said();
    const texts = (all: readonly string[]) =>
      [...new Set(all.map((text) => withPlaceholders(served.stable(text))))].sort();
    return { console: texts(console), issues: texts(issues) };
  } finally {
    await served.close();
  }
}

const inFrames: ReadonlySet<string> = new Set(['message-to-opaque-frame', 'target-origin-mismatch']);
const isBrowser = (text: string): text is RecordingBrowser => text === 'chromium' || text === 'firefox';
const wished = process.argv.slice(2);
const names = wished.filter((text) => !isBrowser(text));
const browsers = wished.some(isBrowser) ? wished.filter(isBrowser) : (['chromium', 'firefox'] as const);
setUpChromium();
setUpFirefox();
const read = (): BrowserSays => {
  try {
    return JSON.parse(readFileSync(browserSaysPath, 'utf8'));
  } catch {
    return {};
  }
};
const all: Record<string, BrowserSays[string]> = { ...read() };
for (const browser of browsers) {
  const tab = await (browser === 'chromium' ? chromiumTab() : firefoxTab());
  try {
    for (const [index, definition] of causeCases.entries()) {
      const { cause, only } = definition;
      if ((only ?? browser) !== browser || (names.length > 0 && !names.includes(cause))) continue;
      const { console: lines, issues } = await sayingOf(definition, `m${index}`, tab);
      // Playwright does not report what Chromium prints in the process of a frame of another site.
      const isUnseen = browser === 'chromium' && inFrames.has(cause);
      all[cause] = {
        ...all[cause],
        ...(!isUnseen && { [browser]: lines }),
        ...(browser === 'chromium' && { issues }),
      };
      console.log(`${browser} ${cause}: ${lines.length} messages, ${issues.length} issues`);
    }
  } finally {
    await tab.close();
  }
}
const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(browserSaysPath, `${JSON.stringify(sorted, null, 2)}\n`);
process.exitCode = await run('biome', ['format', '--write', browserSaysPath]);
