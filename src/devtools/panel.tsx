import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Browser } from 'webextension-polyfill';
import { extensionApi } from '../platform/extension-api';
import { type Language, languageFor, loadLanguage } from '../prose';
import type { Log } from '../recording/log/log';
import { type AutomationContext, type Corscope, openAutomation } from './session/automation';
import { copyText } from './session/clipboard';
import { findTab } from './session/find-tab';
import { paced } from './session/paced';
import type { ReportOptions } from './session/report-of';
import { saveFile } from './session/save-file';
import type { Session } from './session/session';
import { openSettings } from './session/settings';
import { createPanelStore, type PanelStore } from './store/store';
import type { ShownFile } from './views/bar/FileStrip';
import { Panel, type PanelActions } from './views/Panel';

declare global {
  /** The automation interface of the panel page. */
  var corscope: Corscope | undefined;
}

/** Returns the session of the DevTools page. It is available when the panel is first shown. */
function sessionOfDevTools(): Promise<Session> {
  if (window.corscopeSession) return Promise.resolve(window.corscopeSession);
  return new Promise((resolve) => {
    window.corscopeStart = () => {
      if (window.corscopeSession) resolve(window.corscopeSession);
    };
  });
}

/** Applies the theme of DevTools, which may differ from the system's theme. */
function followTheme({ panels }: Browser['devtools']): void {
  const follow = (theme: string) => {
    document.documentElement.dataset.theme = theme === 'dark' ? 'dark' : 'light';
  };
  // In Chrome, the panel's color scheme already follows the theme of DevTools.
  if (!panels.onThemeChanged) return;
  follow(panels.themeName);
  panels.onThemeChanged.addListener(follow);
}

async function start(app: HTMLElement, opening: PromiseWithResolvers<AutomationContext>): Promise<void> {
  const browser = await extensionApi();
  const languageOf = (chosen: Language | null) => chosen ?? languageFor([browser.i18n.getUILanguage()]);
  const settings = await openSettings(browser.runtime);
  const isInDevTools = browser.devtools !== undefined;
  if (isInDevTools) followTheme(browser.devtools);
  const tab = isInDevTools ? null : await findTab(new URLSearchParams(location.search), browser);
  if (tab && tab.found !== 'tab') {
    opening.reject(new Error('corscope: no tab as asked for by "tabId" or "url"'));
    const language = languageOf(settings.current.value.language);
    return (await import('./TabList')).listTabs(app, browser, language, tab.found === 'other-window');
  }
  // In a tab of its own, the panel has no DevTools page and opens its own session.
  const session = tab
    ? (await import('./session/open-session')).openSession(browser, tab.tabId)
    : await sessionOfDevTools();

  const { log, watch } = session;
  log.setPreserve(settings.current.value.preserveLog);
  const store = createPanelStore({
    log,
    settings,
    setRecording: watch.setRecording,
    nextFrame: paced((callback) => requestAnimationFrame(callback)),
  });
  const { version } = browser.runtime.getManifest();
  const openCookies = async () =>
    (await import('./session/cookie-access')).openCookieAccess({
      permissions: browser.permissions,
      connect: (name) => browser.runtime.connect({ name }),
      tabId: session.tabId,
    });
  let openedCookies: ReturnType<typeof openCookies> | null = null;
  const cookies = () => {
    openedCookies ??= openCookies();
    return openedCookies;
  };
  opening.resolve({
    log,
    watch,
    version,
    cookies,
    pageWorld: () => settings.current.value.pageWorld,
    language: () => languageOf(settings.current.value.language),
    answers: () => store.answers.peek(),
  });
  const reportOf = async (of: Log, wanted: Omit<ReportOptions, 'version' | 'pageWorld'>) =>
    (await import('./session/report-of')).reportOf(of, {
      version,
      pageWorld: settings.current.value.pageWorld,
      ...wanted,
    });
  /** The file that is shown in place of the recording. */
  const opened = signal<(ShownFile & { readonly log: Log; readonly store: PanelStore }) | null>(null);
  const closeFile = () => {
    opened.peek()?.store.dispose();
    opened.value = null;
  };
  const actions: PanelActions = {
    reload: () => {
      if (isInDevTools) browser.devtools.inspectedWindow.reload({});
      else browser.tabs.reload(session.tabId).catch(console.error);
    },
    permit: () => {
      // A panel in Firefox's toolbox cannot request permissions.
      const permissions: Browser['permissions'] | undefined = browser.permissions;
      if (permissions) permissions.request({ origins: ['<all_urls>'] }).catch(console.error);
      else watch.permit();
    },
    copy: copyText,
    setData: watch.setData,
    readScripts: async () =>
      (await import('../platform/page-scripts')).readPageScripts(browser, session.tabId),
    cookies,
    exporting: {
      report: (wanted) => reportOf(log, { cookies, answers: store.answers.peek(), ...wanted }),
      save: saveFile,
      copy: copyText,
    },
    async openFile(file, opening) {
      const language = languageOf(settings.current.peek().language);
      const read = await (await import('./session/open-file')).openFile(file, language, opening);
      if ('problem' in read) return read.problem;
      const ofFile = createPanelStore({
        log: read.log,
        settings,
        setRecording: () => {},
        nextFrame: paced((callback) => requestAnimationFrame(callback)),
      });
      closeFile();
      opened.value = { ...read, store: ofFile };
      return null;
    },
    closeFile,
  };
  /** A file has no page that could be reloaded or read. */
  const actionsOf = (file: { readonly log: Log; readonly store: PanelStore }): PanelActions => ({
    ...actions,
    reload: () => {},
    permit: () => {},
    setData: () => {},
    readScripts: () => Promise.resolve({ from: 'nothing', scripts: [], isCut: false }),
    cookies: null,
    exporting: {
      ...actions.exporting,
      report: (wanted) => reportOf(file.log, { answers: file.store.answers.peek(), ...wanted }),
    },
  });
  const agentContext = () => ({
    idle: automation.idle,
    report: automation.report,
    version,
    log,
    language: languageOf(settings.current.peek().language),
    reload: () => browser.tabs.reload(session.tabId),
  });
  // A panel can outlive its extension and then cannot load modules. Load the export early so that it still
  // works.
  requestIdleCallback(() => {
    Promise.all([
      import('./session/report-of').then(({ loadForReports }) =>
        loadForReports(languageOf(settings.current.peek().language)),
      ),
      import('./views/export/ExportDialog'),
      // In DevTools, no agent reaches this page.
      tab && import('./session/agent-tools').then(({ offerTools }) => offerTools(agentContext())),
    ]).catch(console.error);
  });
  effect(() => {
    const language = languageOf(settings.current.value.language);
    opened.value;
    const draw = () => {
      // Another language may have been chosen while this one was loading.
      if (language !== languageOf(settings.current.peek().language)) return;
      document.documentElement.lang = language;
      const file = opened.peek();
      render(
        file ? (
          <Panel
            key={file.name}
            store={file.store}
            language={language}
            actions={actionsOf(file)}
            file={file}
          />
        ) : (
          <Panel key="" store={store} language={language} actions={actions} />
        ),
        app,
      );
    };
    loadLanguage(language).then(draw, console.error);
  });
  window.addEventListener('pagehide', store.dispose);
}

const app = document.getElementById('app');
const opening = Promise.withResolvers<AutomationContext>();
opening.promise.catch(() => {}); // The automation interface reports the error to its callers.
const automation = openAutomation(opening.promise);
globalThis.corscope = automation;
if (app) {
  start(app, opening).catch((error: unknown) => {
    opening.reject(error);
    console.error(error);
  });
}
