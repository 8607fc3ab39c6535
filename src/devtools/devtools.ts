import browser from 'webextension-polyfill';
import { openSession } from './session/open-session';
import { openSettings } from './session/settings';

// Recording starts here, when DevTools opens, not when the panel is first shown.
const { tabId } = browser.devtools.inspectedWindow;
const session = openSession(browser, tabId);
window.corscopeSession = session;
// Pages go before the panel is first shown, too.
openSettings(browser.runtime)
  .then(({ current }) => session.log.setPreserve(current.peek().preserveLog))
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
