import type { Page } from 'playwright';

/** How long a page may take to load, in milliseconds. */
export const gotoMs = 30_000;

/** A browser with the extension, and a tab that its panel records. */
export interface RecordingBrowser {
  /** The recorded tab, for scripts of Playwright; null in Firefox, which Playwright does not drive. */
  readonly page: Page | null;
  /** Opens a URL in the recorded tab. Rejects with the browser's own words if that fails. */
  goto(url: string): Promise<void>;
  /** Resolves when the recorded tab has such an element. Rejects after `timeoutMs`. */
  waitFor(selector: string, timeoutMs: number): Promise<void>;
  /** Evaluates an expression in the panel, whose `corscope` is ready. The value must survive JSON. */
  inPanel<T>(expression: string): Promise<T>;
  /** Ends the browser; of one that ran before, only what was opened in it. */
  close(): Promise<void>;
}
