import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import type { Report } from '../../src/report/model';
import { type ChromiumWithExtension, openChromium } from '../browsers/chromium';
import { openPanelInDevTools, setDevToolsSetting } from '../browsers/devtools';
import { openFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';
import { isLong } from '../support/is-long';
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
  test('shows the requests of the page, and explains the one that is chosen', () =>
    withChromium(true, async ({ context, targets, extensionId }) => {
      const page = context.pages()[0] ?? (await context.newPage());
      const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      await page.goto(`${playground.origins.page}/run/allow-origin-missing`);
      await page.waitForFunction('scenario.done');
      await panel.evaluate('corscope.idle()');
      const report = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      expect(report.recording.since).toBe('before-navigation');
      expect(report.exchanges.filter(({ type }) => type === 'other')).toEqual([]);

      await until('the blocked row', () =>
        panel.evaluate<boolean>(`!!document.querySelector('.table-row.is-blocked')`),
      );
      await panel.evaluate(`document.querySelector('.table-row.is-blocked').click()`);
      const text = await until('the explanation', () =>
        panel.evaluate<string>(`document.body.innerText.includes('CORS check') && document.body.innerText`),
      );
      expect(text).toContain('blocked');
      expect(text).toContain('Access-Control-Allow-Origin');
      expect(text).toContain(playground.origins.page);

      // What DevTools holds of the page is searched with its lines, and nothing is asked for again.
      await page.goto(`${playground.origins.page}/technique/post-message/a.html`);
      await panel.evaluate(`document.querySelector('#tab-messages').click()`);
      const click = (selector: string) =>
        until(selector, () =>
          panel.evaluate<boolean>(
            `(() => { const one = document.querySelector('${selector}'); one?.click(); return !!one; })()`,
          ),
        );
      await click('.messages .table-row.is-received');
      await click('.messages .detail-body button.button');
      await until('the search', () =>
        panel.evaluate<boolean>(`document.querySelector('.messages [role=status]') !== null`),
      );
      const { exchanges, starTargets } = await panel.evaluate<Report>(
        'corscope.report({ redact: "readable" })',
      );
      expect(exchanges.filter(({ type }) => type === 'main_frame')).toHaveLength(1);
      expect(await panel.evaluate<string>('document.body.innerText')).toContain('that DevTools holds');
      expect(starTargets.every(({ inline }) => inline === null)).toBe(true);
    }));

  if (isLong)
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

  if (isLong)
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

  if (isLong)
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

  test('knows the frames of a page that is gone back to, and makes no row of what DevTools asks the cache for', () =>
    withChromium(true, async ({ context, targets, extensionId }) => {
      const { origins } = playground;
      const page = context.pages()[0] ?? (await context.newPage());
      const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
      await page.goto(`${origins.page}/technique/post-message/a.html`);
      await page.evaluate('onpageshow = ({ persisted }) => { globalThis.cameBack = persisted; }');
      const frames = async () =>
        (await panel.evaluate<Report>('corscope.report({ redact: "readable" })')).frames;
      await expect.poll(frames).toHaveLength(2);
      const before = await frames();
      await page.goto(`${origins.page}/blank`);
      await expect.poll(frames).toHaveLength(1);
      await page.evaluate('void setTimeout(() => history.back())');
      await expect.poll(() => page.evaluate('globalThis.cameBack')).toBe(true);
      // After the source of the frame, which no cache holds, DevTools asks for its style sheet again.
      await until('what DevTools asks for', async () => {
        await panel.evaluate('corscope.idle()');
        const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
        return exchanges.some(({ url }) => url === `${origins.api}/frame.css`);
      });
      const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      expect(exchanges.filter(({ outcome }) => outcome !== 'allowed')).toEqual([]);
      await expect.poll(frames).toEqual(before);
    }));

  if (isLong)
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

describe("the panel in Firefox's toolbox", () => {
  test('shows the requests of the page, and explains the one that is chosen', async () => {
    const firefox = await openFirefox({ extension: 'dist/firefox' });
    try {
      const tab = await firefox.tab();
      await firefox.goto(tab, `${playground.origins.page}/blank`);
      const tool = await firefox.openPanelInToolbox(`${playground.origins.page}/blank`, 'CORScope');
      const inPanel = <T>(expression: string) => firefox.inPanel<T>(tool, expression).catch(() => null);
      await until('the panel to be recording', () =>
        inPanel<boolean>(
          'window.corscope?.ready.then(() => { window.isReady = true; }), window.isReady === true',
        ),
      );
      await firefox.goto(tab, `${playground.origins.page}/run/allow-origin-missing`);
      await until('the blocked row', () =>
        inPanel<boolean>(`!!document.querySelector('.table-row.is-blocked')`),
      );
      await inPanel(`document.querySelector('.table-row.is-blocked').click()`);
      const text = await until('the explanation', () =>
        inPanel<string>(`document.body.innerText.includes('CORS check') && document.body.innerText`),
      );
      expect(text).toContain('computed');
      expect(text).toContain('Access-Control-Allow-Origin');
    } finally {
      await firefox.close();
    }
  });
});
