import browser from 'webextension-polyfill';
import { openSession } from './session/open-session';
import { openSettings } from './session/settings';

// Recording starts here, when DevTools opens, not when the panel is first shown.
const { tabId } = browser.devtools.inspectedWindow;
const session = openSession(browser, tabId);
window.corscopeSession = session;
// The page can navigate before the panel is first shown, so `preserveLog` is needed here.
openSettings(browser.runtime)
  .then(({ current }) => session.log.setPreserve(current.peek().preserveLog))
  .catch(console.error);

// Absolute paths: Firefox resolves relative paths against this page's folder, and would show nothing.
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
