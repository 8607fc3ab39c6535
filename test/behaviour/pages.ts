import type { Page } from 'playwright';
import type { Report } from '../../src/report/model';
import { openChromium, openPlainChromium } from '../browsers/chromium';
import { openFirefox } from '../browsers/firefox';
import type { Prefs } from '../browsers/firefox-process';
import { until } from '../browsers/until';

/** A tab whose page is looked at, with or without the extension watching it. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** The value of an expression in its page, awaited; it must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Brings it before the others of its window. */
  front(): Promise<void>;
}

/** A browser that watches nothing at first. */
export interface Bed {
  /** Without the extension. */
  readonly bare: Tab;
  /** With the panel that records it. */
  watched(url: string): Promise<WatchedTab>;
  close(): Promise<void>;
}

/** A tab and the panel that records it. */
export interface WatchedTab extends Tab {
  /** Of the panel. */
  inPanel<T>(expression: string): Promise<T>;
  /** Another tab of that browser, loaded before any of our scripts was registered. */
  readonly beside: Tab;
  report(): Promise<Report>;
}

/** A Chromium without the extension and, when it is asked for, one with it. */
export async function openChromiumBed(): Promise<Bed> {
  const plain = await openPlainChromium();
  const page = await plain.context.newPage();
  const closing = [plain.close];
  const tabOf = (of: Page): Tab => ({
    goto: async (to) => void (await of.goto(to)),
    evaluate: (code) => of.evaluate(code),
    front: () => of.bringToFront(),
  });
  return {
    bare: tabOf(page),
    async watched(url) {
      const chromium = await openChromium();
      closing.push(chromium.close);
      const [beside, watched] = [await chromium.context.newPage(), await chromium.context.newPage()];
      await Promise.all([beside.goto(url), watched.goto(url)]);
      const panel = await chromium.panelFor(watched);
      await until('the panel to start', () => panel.evaluate<boolean>('!!globalThis.corscope'));
      await panel.evaluate('corscope.ready');
      return {
        ...tabOf(watched),
        beside: tabOf(beside),
        inPanel: (code) => panel.evaluate(code),
        report: async () => {
          await panel.evaluate('corscope.idle()');
          return panel.evaluate<Report>('corscope.report({ redact: "readable" })');
        },
      };
    },
    async close() {
      for (const close of closing) await close();
    },
  };
}

/** A Firefox that gets the extension when it is asked for. */
export async function openFirefoxBed(prefs: Prefs = {}): Promise<Bed> {
  const firefox = await openFirefox({
    prefs: {
      // The panel's tab is in front: timers of the page behind it keep their time.
      'dom.min_background_timeout_value': 4,
      'dom.min_background_timeout_value_without_budget_throttling': 4,
      'dom.timeout.enable_budget_timer_throttling': false,
      'dom.disable_open_during_load': false,
      ...prefs,
    },
  });
  const tabOf = (context: string): Tab => ({
    goto: (url) => firefox.goto(context, url),
    evaluate: (code) => firefox.evaluate(context, code),
    front: () => firefox.front(context),
  });
  return {
    bare: tabOf(await firefox.tab()),
    async watched(url) {
      await firefox.install('dist/firefox');
      const [beside, context] = [await firefox.tab(), await firefox.tab()];
      await firefox.goto(beside, url);
      // The panel's tab is found by how its URL begins.
      const watched = `${url}#watched`;
      await firefox.goto(context, watched);
      const panel = await firefox.panelFor(watched);
      const inPanel = <T>(code: string) => firefox.evaluate<T>(panel, code);
      await until('the panel', () => inPanel<boolean>('!!globalThis.corscope').catch(() => false));
      await inPanel('corscope.ready');
      return {
        ...tabOf(context),
        beside: tabOf(beside),
        inPanel,
        report: () => inPanel<Report>('corscope.idle().then(() => corscope.report({ redact: "readable" }))'),
      };
    },
    close: () => firefox.close(),
  };
}
