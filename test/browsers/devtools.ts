import { panelPath } from '../../src/cli/browsers/built-extension';
import { until } from '../../src/cli/browsers/until';
import type { Target, Targets } from './cdp';

/** Chromium's DevTools, open on a tab, with the extension's panel selected. */
export interface DevTools {
  /** The DevTools window itself. */
  readonly frontend: Target;
  /** The panel in it. */
  readonly panel: Target;
}

/**
 * Opens the real DevTools of the only tab, with the extension's panel selected. The browser must have been
 * opened with `devtools: true`.
 */
export async function openPanelInDevTools(
  targets: Targets,
  extensionId: string,
  title: string,
): Promise<DevTools> {
  const frontend = await targets.attach(
    await targets.find(({ url }) => url.startsWith('devtools://devtools/bundled/devtools_app.html')),
  );
  // The name that DevTools gives an extension's panel.
  const view = JSON.stringify(`chrome-extension://${extensionId}${title}`);
  // The modules of DevTools throw until it has started, and it knows the extension a little later.
  await until('the panel in DevTools', () =>
    frontend
      .evaluate<boolean>(`import('./ui/legacy/legacy.js').then(async ({ ViewManager }) => {
        const views = ViewManager.ViewManager.instance();
        if (views.hasView(${view})) await views.showView(${view});
        return views.hasView(${view});
      })`)
      .catch(() => false),
  );
  const panel = await targets.attach(
    await targets.find(({ url }) => url.startsWith(`chrome-extension://${extensionId}/${panelPath}`)),
  );
  await until('the panel to start', () => panel.evaluate<boolean>('!!globalThis.corscope'));
  await panel.evaluate('corscope.ready');
  return { frontend, panel };
}

/** Presses Enter on an element of a target, as a keyboard does. */
export async function pressEnter(target: Target, selector: string): Promise<void> {
  await target.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } as const;
  await target.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await target.send('Input.dispatchKeyEvent', { type: 'char', text: '\r', ...key });
  await target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

/** Returns the content of the clipboard, pasted into a single-line field of a target. */
export async function pasteInto(target: Target, selector: string): Promise<string> {
  const field = `document.querySelector(${JSON.stringify(selector)})`;
  await target.evaluate(`${field}.focus()`);
  const key = { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: 2 } as const;
  await target.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['paste'], ...key });
  await target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  return target.evaluate<string>(`${field}.value`);
}

/** Sets one of DevTools' own settings, such as `ui-theme` or `currentDockState`. */
export async function setDevToolsSetting(frontend: Target, name: string, value: string): Promise<void> {
  await frontend.evaluate(`import('./core/common/common.js').then(({ Settings }) =>
    Settings.Settings.instance().moduleSetting(${JSON.stringify(name)}).set(${JSON.stringify(value)}))`);
}

/** Makes DevTools, and with it the panel, light or dark. */
export async function setDevToolsTheme(frontend: Target, theme: 'light' | 'dark'): Promise<void> {
  await setDevToolsSetting(frontend, 'ui-theme', theme === 'dark' ? 'dark' : 'default');
}
