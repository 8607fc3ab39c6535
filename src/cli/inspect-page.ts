import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { BrowserName } from '../engine';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import type { Redaction } from '../recording/redaction/rules';
import type { Report } from '../report/model';
import type { RecordingBrowser } from './browsers/recording-browser';
import { firstLine, UsageError } from './usage-error';

const waitMs = 30_000;

/** Drives a page before its report is made. */
export type PageScript = (page: Page) => Promise<void>;

/** How a page is inspected. */
export interface Inspection {
  readonly url: string;
  readonly browser?: BrowserName;
  readonly isHeaded?: boolean;
  /** The address of a browser that runs, in which a tab is opened; null to start one. */
  readonly connect?: string | null;
  /** A CSS selector, or milliseconds. It always waits until nothing is open. */
  readonly until?: string | null;
  readonly script?: PageScript | null;
  readonly redaction: Redaction;
  readonly language: Language;
  /** Is told what is still open after half a minute. */
  note(text: string): void;
}

/** Opens a page in a browser with the extension, and returns its report. @throws UsageError if that cannot be done */
export async function inspectPage(inspection: Inspection): Promise<Report> {
  const { url, until = null, script = null, redaction, language, note } = inspection;
  const { page, goto, waitFor, inPanel, close } = await open(inspection);
  try {
    await goto(url).catch((error: unknown) => {
      throw new UsageError(`${url}: ${firstLine(error)}`);
    });
    if (script && page) await script(page);
    if (until !== null && /^\d+$/.test(until)) await delay(Number(until));
    else if (until !== null)
      await waitFor(until, waitMs).catch((error: unknown) => {
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

/** Each browser's driver is loaded only if it is used. */
async function open({
  browser = 'chrome',
  isHeaded = false,
  connect = null,
  script,
  language,
}: Inspection): Promise<RecordingBrowser> {
  const words = cliWords.in(language).inspect;
  if (browser === 'firefox') {
    if (script) throw new UsageError(words.noScript);
    const { connectFirefox, openFirefox } = await import('./browsers/firefox');
    return connect === null ? openFirefox(isHeaded, words) : connectFirefox(connect, words);
  }
  const { connectChromium, openChromium } = await import('./browsers/chromium');
  return connect === null ? openChromium(isHeaded, words) : connectChromium(connect, words);
}
