import { expect as baseExpect, test as baseTest, type Page } from '@playwright/test';
import { cliWords } from '../../prose/cli-words';
import { extensionOptions, optionsToLeaveOut } from '../browsers/chromium';
import { findChromium } from '../browsers/find-browser';
import { languageOf, loadWords } from '../language';
import { firstLine } from '../usage-error';
import type { BlockedRequestsOptions, Corscope } from './corscope-fixture';
import { watchTest } from './made-by-test';
import { blockedRequests, blockedText } from './no-blocked-requests';
import { attachReport, type RecordedPage, recordedPage, recordPage } from './recorded-page';

export type { BlockedRequestsOptions, Corscope, RecordedExchange, RecordedReport } from './corscope-fixture';

/** Playwright's `test`, whose `page` is recorded. `corscope` is what was recorded of it. */
export const test = baseTest.extend<{ corscope: Corscope }>({
  context: async (
    {
      playwright,
      browserName,
      channel,
      headless,
      launchOptions,
      storageState,
      javaScriptEnabled,
      extraHTTPHeaders,
    },
    use,
  ) => {
    const language = languageOf(undefined, process.env);
    await loadWords(language);
    const { inspect, playwright: words } = cliWords.in(language);
    if (browserName !== 'chromium' || javaScriptEnabled === false) throw new Error(words.onlyChromium);
    // Google Chrome does not load extensions from the command line.
    const isOther = channel !== undefined && channel !== 'chromium';
    const executablePath = isOther ? null : (launchOptions.executablePath ?? findChromium());
    if (executablePath === null) throw new Error(inspect.noChromium);
    const { ignoreDefaultArgs = [] } = launchOptions;
    const context = await playwright.chromium.launchPersistentContext('', {
      ...launchOptions,
      executablePath,
      headless,
      ignoreDefaultArgs:
        typeof ignoreDefaultArgs === 'boolean'
          ? ignoreDefaultArgs
          : [...ignoreDefaultArgs, ...optionsToLeaveOut],
      args: [...(launchOptions.args ?? []), ...extensionOptions(inspect)],
    });
    if (storageState !== undefined) await context.setStorageState(storageState);
    watchTest(context, extraHTTPHeaders ?? {});
    await use(context);
    await context.close();
  },

  page: async ({ context, page }, use, testInfo) => {
    const recording = await recordPage(context, page, languageOf(undefined, process.env));
    await use(page);
    if (testInfo.status === testInfo.expectedStatus) return;
    // The test may have closed the browser.
    const report = await recording.report().catch(() => null);
    if (report) await attachReport(report, testInfo);
  },

  corscope: async ({ page }, use) => {
    await use(recordingOf(page));
  },
});

/** Playwright's `expect`, which also knows `toHaveNoBlockedRequests`. */
export const expect = baseExpect.extend({
  /** Waits until no request is open, and fails if the browser has blocked one. */
  async toHaveNoBlockedRequests(page: Page, options: BlockedRequestsOptions = {}) {
    const recording = recordingOf(page);
    const open = await recording.idle({ timeoutMs: options.timeout ?? this.timeout }).then(
      () => [],
      (error: unknown) => [firstLine(error)],
    );
    const report = await recording.report();
    const blocked = blockedRequests(report, options);
    const notes = [...recording.notes(report), ...open];
    for (const description of notes) baseTest.info().annotations.push({ type: 'corscope', description });
    return {
      name: 'toHaveNoBlockedRequests',
      pass: blocked.length === 0,
      message: () =>
        `${this.utils.matcherHint('toHaveNoBlockedRequests', 'page', '', { isNot: this.isNot })}\n\n${blockedText(report, blocked, notes, recording.language)}`,
    };
  },
});

/** @throws Error if the page is not recorded */
function recordingOf(page: Page): RecordedPage {
  const recording = recordedPage(page);
  if (!recording) throw new Error(cliWords.in(languageOf(undefined, process.env)).playwright.notRecorded);
  return recording;
}
