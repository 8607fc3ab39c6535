import type { Report } from '../src/report/model';
import { openChromium } from '../test/browsers/chromium';
import { openPanelInDevTools, setDevToolsSetting } from '../test/browsers/devtools';
import { isDone, type Show, selectBlocked } from './shown';

const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

/** The demo page in Chromium, under DevTools with the panel in front. */
export const showInChromium: Show = async ({ origins }, isHeaded) => {
  const chromium = await openChromium({ headless: !isHeaded, devtools: true, hosts: null });
  try {
    const { context, targets, extensionId } = chromium;
    const page = context.pages()[0] ?? (await context.newPage());
    const { frontend, panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
    // Without a window only DevTools is visible, so it gets the whole picture.
    if (!isHeaded) await setDevToolsSetting(frontend, 'currentDockState', 'undocked');
    await page.goto(`${origins.page}/demo`);
    return {
      async report() {
        // On a busy machine nothing runs for a moment between two of its requests.
        await page.waitForFunction(isDone);
        await panel.evaluate('corscope.idle()');
        return panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      },
      async picture() {
        await panel.evaluate(selectBlocked);
        // Drawn before the next frame after the click.
        await panel.evaluate(drawn);
        return frontend.screenshot();
      },
      closed: new Promise((resolve) => context.once('close', () => resolve())),
      close: chromium.close,
    };
  } catch (error) {
    await chromium.close();
    throw error;
  }
};
