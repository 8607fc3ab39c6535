import browser from 'webextension-polyfill';
import { openLog } from './open-log';
import type { Session } from './session';
import { openSettings } from './settings';
import { openWatch } from './watch';

// Recording starts here, when DevTools opens, not when the panel is first shown.
const { tabId } = browser.devtools.inspectedWindow;
const log = openLog({ tabId });
const session: Session = {
  tabId,
  log,
  watch: openWatch({ tabId, log, connect: (name) => browser.runtime.connect({ name }) }),
};
window.corscopeSession = session;
// Pages go before the panel is first shown, too.
openSettings(browser.storage.local)
  .then(({ current }) => log.setPreserve(current.peek().preserveLog))
  .catch(console.error);

// Paths from the root: Firefox would take a relative one from this page's folder, and show nothing.
browser.devtools.panels
  .create('CORScope', '/icons/icon-32.png', '/src/devtools/panel.html')
  .then((panel) =>
    panel.onShown.addListener((shown) => {
      const panelWindow = shown as unknown as Window;
      panelWindow.corscopeSession ??= session;
      panelWindow.corscopeStart?.();
    }),
  )
  .catch(console.error);
