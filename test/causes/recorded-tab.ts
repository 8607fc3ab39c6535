import { openChromium } from '../browsers/chromium';
import { openFirefox } from '../browsers/firefox';
import type { RecordedTab } from './record';
import type { RecordingBrowser } from './recording';
import { casesKey } from './serve';

/** A Firefox that reaches every host of the cases, accepts their certificate, and lets pages open windows. */
export const forCases = {
  acceptInsecureCerts: true,
  prefs: { 'dom.disable_open_during_load': false, 'network.dns.forceResolve': 'localhost' },
};

/** Opens a browser with the built extension, and a tab with this page that the panel records. */
export const openRecordedTab: Readonly<
  Record<RecordingBrowser, (url: string) => Promise<RecordedTab & { close(): Promise<void> }>>
> = {
  async chromium(url) {
    const chromium = await openChromium({ args: [`--ignore-certificate-errors-spki-list=${casesKey}`] });
    const page = await chromium.context.newPage();
    await page.goto(url);
    const panel = await chromium.panelFor(page);
    const session = await chromium.context.newCDPSession(page);
    await page.bringToFront();
    return {
      open: async (url) => void (await page.goto(url, { waitUntil: 'commit' })),
      inPage: (expression) => page.evaluate(expression),
      inPanel: (expression) => panel.evaluate(expression),
      command: async (name) => void (await session.send(name as 'Page.getAppManifest')),
      close: chromium.close,
    };
  },
  async firefox(url) {
    const firefox = await openFirefox({ ...forCases, extension: 'dist/firefox' });
    const tab = await firefox.tab();
    await firefox.goto(tab, url);
    const panel = await firefox.panelFor(url);
    await firefox.front(tab);
    return {
      open: (url) => firefox.goto(tab, url),
      inPage: (expression) => firefox.evaluate(tab, expression),
      inPanel: (expression) => firefox.evaluate(panel, expression),
      command: () => Promise.resolve(),
      close: firefox.close,
    };
  },
};
