import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import type { Target } from '../browsers/cdp';
import { type ChromiumWithExtension, openChromium } from '../browsers/chromium';
import { openPanelInDevTools, pasteInto, pressEnter } from '../browsers/devtools';
import { type Firefox, openFirefox } from '../browsers/firefox';

const folder = mkdtempSync(join(tmpdir(), 'corscope-downloads-'));
let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(async () => {
  await playground?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The one saved file, once it is complete. */
async function saved(): Promise<Report> {
  return until('the file', () => {
    const [name, ...others] = readdirSync(folder);
    // A download that goes on has another name, although all of its text may be there already.
    if (name === undefined || others.length > 0 || !name.endsWith('.json')) return null;
    try {
      const report: Report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      rmSync(join(folder, name));
      return report;
    } catch {
      return null;
    }
  });
}

/** A request in the Network panel. */
interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const isExportReady = `!!document.querySelector('.export .is-first:enabled')`;
const isCopied = `document.querySelector('.export-notice')?.textContent === 'Copied'`;
const report = 'corscope.report({ redact: "readable" })';

describe("the panel in Chromium's DevTools", () => {
  let chromium: ChromiumWithExtension;
  let page: Page;
  let panel: Target;
  let frontend: Target;
  beforeAll(async () => {
    chromium = await openChromium({ devtools: true });
    const { context, targets, extensionId } = chromium;
    page = context.pages()[0] ?? (await context.newPage());
    ({ frontend, panel } = await openPanelInDevTools(targets, extensionId, 'CORScope'));
  });
  afterAll(() => chromium?.close());

  test('shows the requests of the page, and explains the selected one', async () => {
    await page.goto(`${playground.origins.page}/run/allow-origin-missing`);
    await page.waitForFunction('scenario.done');
    await panel.evaluate('corscope.idle()');
    const { recording, exchanges } = await panel.evaluate<Report>(report);
    expect(recording.since).toBe('before-navigation');
    expect(exchanges.filter(({ type }) => type === 'other')).toEqual([]);

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
  });

  test('exports to a file and to the clipboard', async () => {
    const session = await chromium.context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await pressEnter(panel, '.tool-export');
    await until('the dialog', () => panel.evaluate<boolean>(isExportReady));
    await pressEnter(panel, '.export-actions .is-first');
    const file = await saved();
    expect(file.exchanges.some(({ outcome }) => outcome === 'blocked')).toBe(true);

    await pressEnter(panel, '.export-actions .button');
    await until('the clipboard', () => panel.evaluate<boolean>(isCopied));
    await panel.evaluate(`document.querySelector('.export').close()`);
    expect(JSON.parse(await pasteInto(panel, '.filter'))).toEqual(file);
    await panel.evaluate(
      `(() => { const filter = document.querySelector('.filter'); filter.value = ''; filter.dispatchEvent(new Event('input', { bubbles: true })); })()`,
    );
  });

  test('searches what DevTools holds of the page, without a request', async () => {
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
    const { exchanges, starTargets } = await panel.evaluate<Report>(report);
    expect(exchanges.filter(({ type }) => type === 'main_frame')).toHaveLength(1);
    expect(await panel.evaluate<string>('document.body.innerText')).toContain('that DevTools holds');
    expect(starTargets.every(({ inline }) => inline === null)).toBe(true);
  });

  test('keeps the frames of a page that is gone back to, and has no row for what DevTools reads from the cache', async () => {
    const { origins } = playground;
    await page.goto(`${origins.page}/technique/post-message/a.html`);
    await page.evaluate('onpageshow = ({ persisted }) => { globalThis.cameBack = persisted; }');
    const frames = async () => (await panel.evaluate<Report>(report)).frames;
    await expect.poll(frames).toHaveLength(2);
    const before = await frames();
    await page.goto(`${origins.page}/blank`);
    await expect.poll(frames).toHaveLength(1);
    await page.evaluate('void setTimeout(() => history.back())');
    await expect.poll(() => page.evaluate('globalThis.cameBack')).toBe(true);
    // After the source of the frame, which no cache holds, DevTools requests its style sheet again.
    await until('the request of DevTools', async () => {
      await panel.evaluate('corscope.idle()');
      const { exchanges } = await panel.evaluate<Report>(report);
      return exchanges.some(({ url }) => url === `${origins.api}/frame.css`);
    });
    const { exchanges } = await panel.evaluate<Report>(report);
    expect(exchanges.filter(({ outcome }) => outcome !== 'allowed')).toEqual([]);
    await expect.poll(frames).toEqual(before);
  });

  test('exports a HAR file that the Network panel imports', async () => {
    await page.goto(`${playground.origins.page}/run/allow-origin-missing`);
    await page.waitForFunction('scenario.done');
    await panel.evaluate('corscope.idle()');
    const { exchanges } = await panel.evaluate<Report>(report);
    const own = await panel.evaluate<string>(`corscope.report({ redact: 'readable', format: 'har' })`);
    expect(exchanges.length).toBeGreaterThan(3);
    // So that what is imported is not mistaken for what DevTools recorded itself.
    const har = own.replaceAll('.localhost', '.imported');
    await frontend.evaluate(`(async () => {
      const { ViewManager } = await import('./ui/legacy/legacy.js');
      await ViewManager.ViewManager.instance().showView('network');
      const { NetworkPanel } = await import('./panels/network/network.js');
      const file = new File([${JSON.stringify(har)}], 'corscope.har', { type: 'application/json' });
      await NetworkPanel.NetworkPanel.instance().networkLogView.onLoadFromFile(file);
    })()`);
    const imported = await until('the imported requests', async () => {
      const found = await frontend.evaluate<readonly ShownRequest[]>(`(async () => {
        const { NetworkLog } = await import('./models/logs/logs.js');
        return NetworkLog.NetworkLog.instance().requests().map((request) => ({
          method: request.requestMethod, url: request.url(), status: request.statusCode,
          headers: Object.fromEntries(request.responseHeaders.map(({ name, value }) => [name, value])),
        })).filter(({ url }) => url.includes('.imported'));
      })()`);
      return found.length === exchanges.length && found;
    });
    expect(imported).toEqual(
      exchanges.map(({ method, url, status, hops }) => ({
        method,
        url: url.replaceAll('.localhost', '.imported'),
        status: status ?? 0,
        headers: Object.fromEntries(
          (hops.at(-1)?.responseHeaders ?? []).map(([name, value]) => [
            name,
            value.replaceAll('.localhost', '.imported'),
          ]),
        ),
      })),
    );
  });
});

describe("the panel in Firefox's toolbox", () => {
  let firefox: Firefox;
  let tool: string;
  const inPanel = <T>(expression: string) => firefox.inPanel<T>(tool, expression).catch(() => null);
  beforeAll(async () => {
    firefox = await openFirefox({
      extension: 'dist/firefox',
      prefs: {
        'browser.download.folderList': 2,
        'browser.download.dir': folder,
        'devtools.toolbox.footer.height': 600,
      },
    });
    const tab = await firefox.firstTab();
    await firefox.goto(tab, `${playground.origins.page}/blank`);
    tool = await firefox.openPanelInToolbox(`${playground.origins.page}/blank`, 'CORScope');
    await until('the panel to be recording', () => inPanel<boolean>('corscope.ready.then(() => true)'));
    await firefox.goto(tab, `${playground.origins.page}/run/allow-origin-missing`);
    await until('the blocked row', () =>
      inPanel<boolean>(`!!document.querySelector('.table-row.is-blocked')`),
    );
  });
  afterAll(() => firefox?.close());

  test('shows the requests of the page, and explains the selected one', async () => {
    await inPanel(`document.querySelector('.table-row.is-blocked').click()`);
    const text = await until('the explanation', () =>
      inPanel<string>(`document.body.innerText.includes('CORS check') && document.body.innerText`),
    );
    expect(text).toContain('computed');
    expect(text).toContain('Access-Control-Allow-Origin');
  });

  test('exports to a file and to the clipboard', async () => {
    await firefox.clickInPanel(tool, '.tool-export');
    await until('the dialog', () => inPanel<boolean>(isExportReady));
    await firefox.clickInPanel(tool, '.export-actions .is-first');
    const file = await saved();
    expect(file).toMatchObject({ browser: { name: 'firefox' }, redacted: true });

    await firefox.clickInPanel(tool, '.export-actions .button');
    await until('the clipboard', () => inPanel<boolean>(isCopied));
    expect(JSON.parse(await firefox.clipboard())).toEqual(file);
  });

  test('shows a file in place of the recording, which stays', async () => {
    const text = await inPanel<string>(`corscope.report({ redact: 'readable', format: 'har' })`);
    const open = (name: string, content: string) =>
      inPanel(`(() => {
        const data = new DataTransfer();
        data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
        const input = document.querySelector('.bar .import-file');
        input.files = data.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      })()`);
    const shows = (part: string) =>
      until(part, () => inPanel<boolean>(`document.body.innerText.includes(${JSON.stringify(part)})`));
    await open('cut.har', '{"log": {"entries": [');
    await shows('it was cut');
    await open('own.har', text ?? '');
    await shows('own.har');
    await until('its rows', () => inPanel<boolean>(`!!document.querySelector('.table-row.is-blocked')`));
    await inPanel(
      `[...document.querySelectorAll('button')].find((each) => each.textContent === 'Back to the recording').click()`,
    );
    await until('the recording', () => inPanel<boolean>(`!document.body.innerText.includes('own.har')`));
    expect(await inPanel<boolean>(`!!document.querySelector('.table-row.is-blocked')`)).toBe(true);
  });

  test('exports a HAR file that the Network panel imports', async () => {
    const text = await inPanel<string>(`${report}.then(JSON.stringify)`);
    const { exchanges }: Report = JSON.parse(text ?? '');
    expect(exchanges.length).toBeGreaterThan(3);
    const har = await inPanel<string>(`corscope.report({ redact: 'readable', format: 'har' })`);
    const imported = await firefox.inWindow<readonly Omit<ShownRequest, 'headers'>[]>(`
      const { panelWin } = await testToolbox.selectTool('netmonitor');
      const { HarImporter } = panelWin.windowRequire('devtools/client/netmonitor/src/har/har-importer');
      new HarImporter(panelWin.actions).import(${JSON.stringify(har)});
      return panelWin.store.getState().requests.requests.map(({ method, url, status }) => ({ method, url, status }));`);
    expect(imported).toEqual(
      exchanges.map(({ method, url, status }) => ({ method, url, status: status ?? 0 })),
    );
  });
});
