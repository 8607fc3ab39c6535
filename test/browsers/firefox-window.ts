import { extensionId, type FirefoxSession } from '../../src/cli/browsers/firefox-session';
import { until } from '../../src/cli/browsers/until';

/** What is only possible in Firefox's own window. */
export interface FirefoxWindow extends Pick<FirefoxSession, 'inWindow' | 'openTab'> {
  /** The extensions' id of the tab whose URL starts with `url`. */
  tabId(url: string): Promise<number>;
  /**
   * Opens the toolbox of the tab whose URL starts with `url`, with the extension's panel selected. Returns
   * the panel's tool id.
   */
  openPanelInToolbox(url: string, label: string): Promise<string>;
  /** Evaluates an expression in that panel. The value must be cloneable. Throws while the panel loads. */
  inPanel<T>(toolId: string, expression: string): Promise<T>;
  /** Clicks the middle of an element in that panel, as a mouse does. */
  clickInPanel(toolId: string, selector: string): Promise<void>;
  /** Clicks in the selected tab, as a mouse does. */
  clickInBrowser(place: Place): Promise<void>;
  /** The text on the clipboard. */
  clipboard(): Promise<string>;
  /** A screenshot of the whole window with its toolbox, in headless mode too. */
  screenshotWindow(): Promise<Buffer>;
  resizeWindow(width: number, height: number): Promise<void>;
  /** Stops the extension's background as its idle timer would. The next event starts another one. */
  terminateBackground(): Promise<void>;
  /** Starts to collect Firefox's console messages. */
  watchConsole(): Promise<WatchedConsole>;
}

/** A console message of Firefox. */
export interface ConsoleMessage {
  /** The exact category, such as `CORSMissingAllowOrigin2`. */
  readonly category: string;
  readonly text: string;
  /** The file that it concerns; empty if there is none. */
  readonly file: string;
  readonly isWarning: boolean;
}

/** Firefox's console messages since the collection started. */
export interface WatchedConsole {
  messages(): Promise<readonly ConsoleMessage[]>;
}

/** A point, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Opens Firefox's own window, through a session with system access. */
export function firefoxWindow({ inWindow, openTab }: FirefoxSession): FirefoxWindow {
  const inPanel = async <T>(toolId: string, expression: string) => {
    const { value, error } = await inWindow<{ value: T; error?: string }>(inPanelScript(toolId, expression));
    if (error !== undefined) throw new Error(`browsers: ${error}`);
    return value;
  };
  const tabOf = (url: string) => `[...gBrowser.tabs].find(
    (tab) => tab.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(url)}))`;

  return {
    inWindow,
    openTab,

    tabId: (url) =>
      inWindow<number>(`
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        return ExtensionParent.apiManager.global.tabTracker.getId(${tabOf(url)});`),

    async openPanelInToolbox(url, label) {
      await inWindow(`
        const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
        const { gDevTools } = require('devtools/client/framework/devtools');
        gBrowser.selectedTab = ${tabOf(url)};
        const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'webconsole' });
        globalThis.testToolbox = toolbox;`);
      return until(`the panel ${label}`, () =>
        inWindow<string | null>(`
          const tool = testToolbox.getAdditionalTools().find((tool) => tool.label === ${JSON.stringify(label)});
          if (!tool) return null;
          await testToolbox.selectTool(tool.id);
          return tool.id;`),
      );
    },

    inPanel,

    async clickInPanel(toolId, selector) {
      const { x, y } = await inPanel<{ x: number; y: number }>(
        toolId,
        `(() => {
          const rect = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
          return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
        })()`,
      );
      await inWindow(`
        let [x, y] = [${x}, ${y}];
        const frame = testToolbox.doc.getElementById('toolbox-panel-iframe-' + ${JSON.stringify(toolId)});
        for (let each = frame.contentDocument.querySelector('browser'); each; ) {
          const rect = each.getBoundingClientRect();
          [x, y] = [x + rect.x, y + rect.y];
          const view = each.ownerDocument.defaultView;
          each = view === window ? null : (view.frameElement ?? view.browsingContext.embedderElement);
        }
        ${click('x', 'y')}`);
    },

    clickInBrowser: ({ x, y }) =>
      inWindow(`
        const rect = gBrowser.selectedBrowser.getBoundingClientRect();
        const [left, top] = [rect.x + ${x}, rect.y + ${y}];
        ${click('left', 'top')}`),

    clipboard: () =>
      inWindow<string>(`
        const asked = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
        asked.init(null);
        asked.addDataFlavor('text/plain');
        Services.clipboard.getData(asked, Ci.nsIClipboard.kGlobalClipboard);
        const answer = {};
        asked.getTransferData('text/plain', answer);
        return answer.value.QueryInterface(Ci.nsISupportsString).data;`),

    async screenshotWindow() {
      const url = await inWindow<string>(`
        const bitmap = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL();`);
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    },

    resizeWindow: (width, height) =>
      inWindow(`
        if (window.outerWidth === ${width} && window.outerHeight === ${height}) return;
        const resized = new Promise((resolve) => window.addEventListener('resize', resolve, { once: true }));
        window.resizeTo(${width}, ${height});
        await resized;`),

    terminateBackground: () =>
      inWindow(
        // Otherwise an unanswered message of a page prevents the stop.
        `await WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension.terminateBackground({ disableResetIdleForTest: true });`,
      ),

    async watchConsole() {
      await inWindow(`
        globalThis.testMessages = [];
        globalThis.testListener ??= {
          observe(message) {
            if (!(message instanceof Ci.nsIScriptError)) return;
            const { category, errorMessage: text, sourceName: file, flags } = message;
            testMessages.push({ category, text, file, isWarning: (flags & Ci.nsIScriptError.warningFlag) !== 0 });
          },
        };
        try { Services.console.unregisterListener(testListener); } catch {}
        Services.console.registerListener(testListener);`);
      return { messages: () => inWindow<readonly ConsoleMessage[]>('return testMessages;') };
    },
  };
}

/** A script that clicks at a point of the window, which two variables hold. */
function click(x: string, y: string): string {
  return `
    for (const type of ['mousemove', 'mousedown', 'mouseup']) {
      const clickCount = type === 'mousemove' ? 0 : 1;
      if (window.synthesizeMouseEvent) {
        window.synthesizeMouseEvent(type, ${x}, ${y}, { clickCount, button: 0 }, {});
      } else {
        window.windowUtils.sendMouseEvent(type, ${x}, ${y}, 0, clickCount, 0);
      }
    }`;
}

/**
 * The panel runs in the extension's process and its policy blocks eval, so this uses a frame script and a
 * sandbox.
 */
function inPanelScript(toolId: string, expression: string): string {
  return `
    const frame = testToolbox.doc.getElementById('toolbox-panel-iframe-' + ${JSON.stringify(toolId)});
    const browser = frame.contentDocument.querySelector('browser');
    const { messageManager } = browser;
    const script = (expression) => \`
      Promise.resolve().then(() => Components.utils.evalInSandbox(
        \${JSON.stringify(expression)},
        new Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false })))
        .then((value) => ({ value }), (error) => ({ error: String(error) }))
        .then((answer) => sendAsyncMessage('corscope:answer', JSON.stringify(answer)));\`;
    return new Promise((resolve) => {
      const { currentWindowGlobal: asked } = browser.browsingContext;
      const end = (answer) => {
        clearInterval(timer);
        messageManager.removeMessageListener('corscope:answer', listener);
        resolve(answer);
      };
      const listener = ({ data }) => end(JSON.parse(data));
      // While the panel loads, its document is replaced and the answer is lost.
      const timer = setInterval(() => {
        if (!browser.isConnected || browser.browsingContext?.currentWindowGlobal !== asked) {
          end({ error: 'the panel has loaded anew' });
        }
      }, 50);
      messageManager.addMessageListener('corscope:answer', listener);
      const source = encodeURIComponent(script(${JSON.stringify(expression)}));
      messageManager.loadFrameScript('data:text/javascript,' + source, false);
    });`;
}
