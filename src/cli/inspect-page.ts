import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import type { Redaction } from '../recording/redaction/rules';
import type { Report } from '../report/model';
import { UsageError } from './usage-error';

const waitMs = 30_000;

/** Drives a page before its report is made. */
export type PageScript = (page: Page) => Promise<void>;

/** How a page is inspected. */
export interface Inspection {
  readonly url: string;
  readonly isHeaded?: boolean;
  /** A CSS selector, or milliseconds. It always waits until nothing is open. */
  readonly until?: string | null;
  readonly script?: PageScript | null;
  readonly redaction: Redaction;
  readonly language: Language;
  /** Is told what is still open after half a minute. */
  note(text: string): void;
}

/** Opens a page in Chromium with the extension, and returns its report. @throws UsageError if that cannot be done */
export async function inspectPage(inspection: Inspection): Promise<Report> {
  const { url, isHeaded = false, until = null, script = null, redaction, language, note } = inspection;
  // Playwright is loaded only here.
  const { openRecordingChromium } = await import('./browsers/chromium');
  const { page, inPanel, close } = await openRecordingChromium(isHeaded, cliWords.in(language).inspect);
  try {
    await page.goto(url, { timeout: waitMs }).catch((error: unknown) => {
      throw new UsageError(`${url}: ${firstLine(error)}`);
    });
    if (script) await script(page);
    if (until !== null && /^\d+$/.test(until)) await delay(Number(until));
    else if (until !== null)
      await page.waitForSelector(until, { timeout: waitMs }).catch((error: unknown) => {
        throw new UsageError(`--until ${until}: ${firstLine(error)}`);
      });
    // What is still open is reported as it is.
    await inPanel('corscope.idle()').catch((error: unknown) => note(firstLine(error)));
    const options = JSON.stringify({ redact: redaction, language });
    return JSON.parse(await inPanel<string>(`corscope.report(${options}).then(JSON.stringify)`));
  } finally {
    await close();
  }
}

/** The first line of an error's message. */
export function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
