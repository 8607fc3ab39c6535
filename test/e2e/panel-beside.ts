import { openChromium } from '../browsers/chromium';
import { openFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';

/** A page in one of the browsers, with the panel that watches it in a tab beside it. */
export interface PanelBeside {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page; it must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** The same in the panel. */
  inPanel<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** In Chromium, on that page, and recording. */
export async function openBesideInChromium(url: string): Promise<PanelBeside> {
  const chromium = await openChromium();
  const page = await chromium.context.newPage();
  await page.goto(url);
  const panel = await chromium.panelFor(page);
  await panel.evaluate('corscope.ready');
  return {
    goto: async (to) => void (await page.goto(to)),
    evaluate: (expression) => page.evaluate(expression),
    inPanel: (expression) => panel.evaluate(expression),
    close: () => chromium.close(),
  };
}

/** The same in Firefox, which lets pages open windows. */
export async function openBesideInFirefox(url: string): Promise<PanelBeside> {
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    prefs: { 'dom.disable_open_during_load': false },
  });
  const page = await firefox.tab();
  await firefox.goto(page, url);
  const panel = await firefox.panelFor(new URL(url).origin);
  await until('the panel', () =>
    firefox.evaluate<boolean>(panel, '!!globalThis.corscope').catch(() => false),
  );
  await firefox.evaluate(panel, 'corscope.ready');
  return {
    goto: (to) => firefox.goto(page, to),
    evaluate: (expression) => firefox.evaluate(page, expression),
    inPanel: (expression) => firefox.evaluate(panel, expression),
    close: () => firefox.close(),
  };
}
