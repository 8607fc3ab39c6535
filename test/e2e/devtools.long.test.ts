import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { type ChromiumWithExtension, openChromium } from '../browsers/chromium';
import { openPanelInDevTools, setDevToolsSetting } from '../browsers/devtools';
import { changeSettings } from '../support/settings';

let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(() => playground?.close());

async function withChromium(devtools: boolean, use: (chromium: ChromiumWithExtension) => Promise<void>) {
  const chromium = await openChromium({ devtools });
  try {
    await use(chromium);
  } finally {
    await chromium.close();
  }
}

describe("the panel in Chromium's DevTools", () => {
  test('records again in a window of its own', () =>
    withChromium(true, async ({ context, targets, extensionId }) => {
      const page = context.pages()[0] ?? (await context.newPage());
      const { frontend, panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      await setDevToolsSetting(frontend, 'currentDockState', 'undocked');
      const record = `document.querySelector('[aria-pressed]')`;
      await until('the toolbar', () => panel.evaluate<boolean>(`${record} !== null`));
      for (const isOn of [false, true]) {
        await panel.evaluate(`${record}.click()`);
        await until('the button', () => panel.evaluate<boolean>(`${record}.ariaPressed === '${isOn}'`));
      }
      await panel.evaluate('corscope.ready');
      await page.goto(`${playground.origins.page}/run/simple-exact`);
      await page.waitForFunction('scenario.done');
      await panel.evaluate('corscope.idle()');
      const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      expect(exchanges.some(({ url }) => url.includes('c=simple-exact&'))).toBe(true);
    }));

  test('has what was requested before the panel was first shown', () =>
    withChromium(true, async ({ context, targets, extensionId }) => {
      const page = context.pages()[0] ?? (await context.newPage());
      // The DevTools page records from the moment DevTools opens: long before its panel exists.
      const watcher = await targets.attach(
        await targets.find(
          ({ url }) => url === `chrome-extension://${extensionId}/src/devtools/devtools.html`,
        ),
      );
      await until('the DevTools page', () => watcher.evaluate<boolean>('!!globalThis.corscopeSession'));
      await watcher.evaluate('corscopeSession.watch.ready');
      await page.goto(`${playground.origins.page}/run/simple-exact`);
      await page.waitForFunction('scenario.done');
      const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      await panel.evaluate('corscope.idle()');
      const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      expect(exchanges.map(({ type }) => type)).toContain('main_frame');
      expect(exchanges.some(({ url }) => url.includes('c=simple-exact&'))).toBe(true);
    }));

  test('keeps the pages before its panel was first shown, where the log is to be preserved', () =>
    withChromium(false, async ({ context, targets, extensionId }) => {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(`${playground.origins.page}/blank`);
      const settings = await context.newPage();
      await settings.goto(`chrome-extension://${extensionId}/manifest.json`);
      await settings.evaluate(changeSettings({ preserveLog: true }));
      await settings.close();
      await targets.openDevTools(await targets.find(({ url }) => url === page.url()));
      const watcher = await targets.attach(
        await targets.find(
          ({ url }) => url === `chrome-extension://${extensionId}/src/devtools/devtools.html`,
        ),
      );
      await until('the log to be preserved', () =>
        watcher.evaluate<boolean>('globalThis.corscopeSession?.log.preserve ?? false'),
      );
      await watcher.evaluate('corscopeSession.watch.ready');
      for (const scenario of ['simple-exact', 'simple-wildcard']) {
        await page.goto(`${playground.origins.page}/run/${scenario}`);
        await page.waitForFunction('scenario.done');
      }
      const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      await panel.evaluate('corscope.idle()');
      const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      expect(exchanges.filter(({ type }) => type === 'main_frame')).toHaveLength(2);
    }));

  test('says how many requests began before it was opened, and makes no row of its own question', () =>
    withChromium(false, async ({ context, targets, extensionId }) => {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(`${playground.origins.page}/run/simple-exact`);
      await page.waitForFunction('scenario.done');
      await targets.openDevTools(await targets.find(({ url }) => url === page.url()));
      const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      const startedBefore = await until('the count', () =>
        panel.evaluate<number>(
          'corscope.report({ redact: "readable" }).then((report) => report.recording.startedBefore)',
        ),
      );
      expect(startedBefore).toBeGreaterThan(1);
      const report = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      expect(report.recording.since).toBe('after-load');
      expect(report.exchanges.filter(({ type }) => type === 'other' || type === 'main_frame')).toEqual([]);
    }));
});
