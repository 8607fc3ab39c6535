import { until } from '../src/cli/browsers/until';
import type { Report } from '../src/report/model';
import { openFirefox } from '../test/browsers/firefox';
import { isDone, type Show, selectBlocked } from './shown';

/** The demo page in Firefox, with its toolbox open and the panel in front. */
export const showInFirefox: Show = async ({ origins }, isHeaded) => {
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    headless: !isHeaded,
    // Without a window only the toolbox is visible, so it gets most of the picture.
    prefs: { 'devtools.toolbox.footer.height': isHeaded ? 450 : 700 },
  });
  try {
    const tab = await firefox.firstTab();
    await firefox.goto(tab, `${origins.page}/blank`);
    const tool = await firefox.openPanelInToolbox(`${origins.page}/blank`, 'CORScope');
    const inPanel = <T>(expression: string) => firefox.inPanel<T>(tool, expression).catch(() => null);
    await until('the panel to be recording', () => inPanel<boolean>('corscope.ready.then(() => true)'));
    await firefox.goto(tab, `${origins.page}/demo`);
    return {
      async report() {
        await until('the demo to end', () => firefox.evaluate<boolean>(tab, isDone).catch(() => false));
        await until('the page to be idle', () =>
          inPanel<boolean>('corscope.idle().then(() => { window.wasIdle = true; }), window.wasIdle === true'),
        );
        return firefox.inPanel<Report>(tool, 'corscope.report({ redact: "readable" })');
      },
      async picture() {
        await firefox.inPanel(tool, selectBlocked);
        await until('the explanation', () => inPanel<boolean>(`!!document.querySelector('.detail')`));
        return firefox.screenshotWindow();
      },
      closed: firefox.ended,
      close: firefox.close,
    };
  } catch (error) {
    await firefox.close();
    throw error;
  }
};
