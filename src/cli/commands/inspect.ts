import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { cliWords } from '../../prose/cli-words';
import type { Report } from '../../report/model';
import { printReport, writeReport } from '../answer';
import { type Call, type Command, textOption, textsOption } from '../command';
import { oneOf } from '../one-of';
import { inert } from '../terminal';
import { UsageError } from '../usage-error';

const waitMs = 30_000;

/** Opens a page in a browser with the extension, and explains what it did not get. */
export const inspect: Command = {
  options: {
    browser: { type: 'string' },
    headed: { type: 'boolean' },
    until: { type: 'string' },
    script: { type: 'string' },
    redact: { type: 'string' },
    all: { type: 'boolean' },
    out: { type: 'string', multiple: true },
  },
  async run(call) {
    const [url, ...others] = call.positionals;
    const { language, output, values } = call;
    const words = cliWords.in(language).inspect;
    if (url === undefined || others.length > 0 || !/^https?:/i.test(url))
      throw new UsageError('corscope inspect URL');
    oneOf('browser', textOption(call, 'browser') ?? 'chrome', ['chrome'] as const);
    const redaction = oneOf('redact', textOption(call, 'redact') ?? 'readable', [
      ...(['minimal', 'readable', 'everything'] as const),
    ]);
    const script = await scriptOf(call);
    // Playwright is loaded only here.
    const { openRecordingChromium } = await import('../browsers/chromium');
    const { page, inPanel, close } = await openRecordingChromium(values.headed === true, words);
    try {
      output.note(`${inert(words.opening(url))}\n`);
      await page.goto(url, { timeout: waitMs }).catch((error: unknown) => {
        throw new UsageError(`${url}: ${firstLine(error)}`);
      });
      if (script) await script(page);
      await waitFor(textOption(call, 'until'), page, inPanel, (open) => output.note(`${inert(open)}\n`));
      const options = JSON.stringify({ redact: redaction, language });
      const report: Report = JSON.parse(
        await inPanel<string>(`corscope.report(${options}).then(JSON.stringify)`),
      );
      writeReport(report, textsOption(call, 'out'));
      return printReport(report, language, output, { all: values.all === true });
    } finally {
      await close();
    }
  },
};

/** Waits for a selector, for some milliseconds, or until nothing is open. */
async function waitFor(
  until: string | null,
  page: Page,
  inPanel: (expression: string) => Promise<unknown>,
  note: (open: string) => void,
): Promise<void> {
  if (until !== null && /^\d+$/.test(until)) await delay(Number(until));
  else if (until !== null)
    await page.waitForSelector(until, { timeout: waitMs }).catch((error: unknown) => {
      throw new UsageError(`--until ${until}: ${firstLine(error)}`);
    });
  // What is still open is reported as it is.
  await inPanel('corscope.idle()').catch((error: unknown) => note(firstLine(error)));
}

type PageScript = (page: Page) => Promise<void>;

/** @throws UsageError if there is no such file, or it has no function */
async function scriptOf(call: Call): Promise<PageScript | null> {
  const path = textOption(call, 'script');
  if (path === null) return null;
  if (!existsSync(path)) throw new UsageError(`--script ${path}: ENOENT`);
  try {
    const { default: run }: { default?: unknown } = await import(pathToFileURL(resolve(path)).href);
    if (typeof run === 'function') return run as PageScript;
  } catch (error) {
    const words = cliWords.in(call.language).inspect;
    const isTypeScript =
      error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION';
    throw new UsageError(`--script ${path}: ${isTypeScript ? words.needsNewerNode : firstLine(error)}`);
  }
  throw new UsageError(`--script ${path}: export default async (page) => { … }`);
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
