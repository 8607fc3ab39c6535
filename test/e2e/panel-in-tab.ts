import type { Page } from 'playwright';
import { type Playground, servePlayground } from '../../playground/server';
import type { Redaction } from '../../src/recording/redaction/rules';
import type { Report } from '../../src/report/model';
import { type ChromiumOptions, type ChromiumWithExtension, openChromium } from '../browsers/chromium';
import { keptChromium } from '../browsers/kept';

/** A page of the playground in Chromium, with the panel in a tab of its own beside it. */
export interface PanelInTab {
  readonly playground: Playground;
  readonly chromium: ChromiumWithExtension;
  readonly page: Page;
  readonly panel: Page;
  /** What is recorded once nothing more happens: readable, unless something else is wanted. */
  report(options?: { readonly redact?: boolean | Redaction }): Promise<Report>;
  close(): Promise<void>;
}

/**
 * Opens all of it, in a browser of its own where options are given; the panel is recording when this resolves.
 */
export async function openPanelInTab(options?: ChromiumOptions): Promise<PanelInTab> {
  const playground = await servePlayground({ ports: [0, 0] });
  const chromium = await (options ? openChromium(options) : keptChromium());
  const page = await chromium.context.newPage();
  await page.goto(`${playground.origins.page}/blank`);
  const panel = await chromium.panelFor(page);
  return {
    playground,
    chromium,
    page,
    panel,
    async report(wanted = { redact: 'readable' }) {
      await panel.evaluate('corscope.idle()');
      return panel.evaluate<Report>(`corscope.report(${JSON.stringify(wanted)})`);
    },
    async close() {
      await chromium.close();
      await playground.close();
    },
  };
}
