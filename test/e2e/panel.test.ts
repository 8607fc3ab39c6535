import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '../support/settings';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

let tab: PanelInTab;

beforeAll(async () => {
  tab = await openPanelInTab({});
  await tab.chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await tab.page.goto(`${tab.playground.origins.page}/demo`);
  await tab.page.waitForFunction('scenario.done');
  await tab.report();
  await tab.panel.bringToFront();
});
afterAll(() => tab?.close());

const row = (id: string) => tab.panel.locator(`.table-row[data-id="${id}"]`);
const rows = () => tab.panel.locator('.table-row[data-id]');
const chip = (name: string) => tab.panel.getByRole('button', { name: new RegExp(`^${name} \\d+$`) });
const idOf = async (scenario: string) => {
  const { exchanges } = await tab.report();
  const found = exchanges.find(({ url, preflightFor }) => !preflightFor && url.includes(`c=${scenario}&`));
  if (!found) throw new Error(`no request of "${scenario}"`);
  return found.id;
};
const clipboard = () => tab.panel.evaluate('navigator.clipboard.readText()');

describe('the Requests view', () => {
  test('has a row for each request, and each preflight under its own', async () => {
    const { exchanges } = await tab.report();
    await expect.poll(() => rows().count()).toBe(exchanges.length);
    const id = await idOf('preflighted-put');
    const texts = await rows().allInnerTexts();
    const ids = await rows().evaluateAll((all) => all.map((each) => each.getAttribute('data-id')));
    const next = texts[ids.indexOf(id) + 1];
    expect(next).toContain('preflight');
    expect(next).toContain('OPTIONS');
  });

  test('explains the row that is chosen, with what the server must send', async () => {
    const { panel, playground } = tab;
    await row(await idOf('allow-origin-mismatch')).click();
    await panel
      .getByRole('link', { name: /CORS check/ })
      .first()
      .waitFor();
    const text = await panel.locator('body').innerText();
    expect(text).toContain(playground.origins.third);
    expect(text).toContain(playground.origins.page);
    const link = panel.getByRole('link', { name: /CORS check/ }).first();
    expect(await link.getAttribute('href')).toContain('#concept-cors-check');
  });

  test('says which headers script may read, and why not the others', async () => {
    const { panel } = tab;
    await row(await idOf('simple-exact')).click();
    const reading = panel.locator('.detail details', { hasText: 'Readable by script' });
    await reading.getByText('content-type').waitFor();
    await reading.getByText('Access-Control-Expose-Headers does not list it.').first().waitFor();
  });

  test('is walked by keys', async () => {
    const { panel } = tab;
    await row(await idOf('same-origin-get')).click();
    await panel.keyboard.press('End');
    const last = rows().last();
    await expect.poll(() => last.getAttribute('aria-selected')).toBe('true');
    await panel.keyboard.press('Home');
    await expect.poll(() => rows().first().getAttribute('aria-selected')).toBe('true');
    await panel.keyboard.press('ArrowDown');
    await expect.poll(() => rows().nth(1).getAttribute('aria-selected')).toBe('true');
  });

  test('shows the chosen row when one comes back from another view', async () => {
    const { panel } = tab;
    const whole = panel.viewportSize();
    await panel.setViewportSize({ width: 800, height: 400 });
    await panel.getByRole('grid').focus();
    await panel.keyboard.press('End');
    await expect.poll(() => rows().last().getAttribute('aria-selected')).toBe('true');
    const chosen = panel.locator('.table-row[aria-selected=true]');
    const isInView = () =>
      chosen.evaluateAll(([each]) => {
        const table = each?.closest('.table')?.getBoundingClientRect();
        const at = each?.getBoundingClientRect();
        return !!table && !!at && at.top >= table.top && at.bottom <= table.bottom;
      });
    await expect.poll(isInView).toBe(true);
    await panel.getByRole('tab', { name: 'Origins' }).click();
    await panel.locator('.origins-table').waitFor();
    await panel.getByRole('tab', { name: 'Requests' }).click();
    await expect.poll(isInView).toBe(true);
    await panel.keyboard.press('Escape');
    if (whole) await panel.setViewportSize(whole);
  });

  test('gives the filter the focus of what clears it', async () => {
    const { panel } = tab;
    const clear = panel.getByRole('button', { name: 'Clear filters' });
    const focused = () => panel.evaluate('document.activeElement?.className');
    await chip('blocked').click();
    await clear.first().press('Enter');
    await expect.poll(focused).toBe('filter');
    await panel.getByRole('searchbox').fill('no such request');
    await panel.locator('.empty').getByRole('button').press('Enter');
    await expect.poll(focused).toBe('filter');
    await expect.poll(() => chip('blocked').getAttribute('aria-pressed')).toBe('false');
  });

  test('filters by chip and by text, and counts', async () => {
    const { panel } = tab;
    const total = (await tab.report()).exchanges.length;
    await expect.poll(() => rows().count()).toBe(total);
    await chip('blocked').click();
    await expect.poll(() => rows().count()).toBeLessThan(total);
    const classes = await panel.locator('.table-row[data-id]:not(.is-nested)').allInnerTexts();
    expect(classes.length).toBeGreaterThan(0);
    for (const text of classes) expect(text).toMatch(/^\s*blocked/);
    await chip('blocked').click();

    await panel.getByRole('searchbox').fill('simple-wildcard');
    await expect.poll(() => rows().count()).toBe(1);
    await panel.getByRole('searchbox').fill('no such request');
    await expect.poll(() => rows().count()).toBe(0);
    await panel.getByRole('searchbox').fill('');
    await expect.poll(() => rows().count()).toBe(total);
  });

  test('sorts by a column, the other way, and not at all', async () => {
    const { panel } = tab;
    const header = panel.getByRole('columnheader', { name: 'Method' });
    const first = async () => (await rows().first().innerText()).split(/\s+/).filter(Boolean);
    const before = await first();
    await header.getByRole('button').click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(first).toContain('DELETE');
    await header.getByRole('button').click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    await expect.poll(first).toContain('PUT');
    await header.getByRole('button').click();
    await expect.poll(first).toEqual(before);
  });

  test('copies as URL, as cURL, for PowerShell, as fetch, as a ticket, and as what sends it again', async () => {
    const { panel, playground } = tab;
    const id = await idOf('method-not-allowed');
    const choose = async (name: RegExp) => {
      await row(id).click({ button: 'right' });
      await panel.getByRole('menuitem', { name }).click();
    };
    await choose(/copy url/i);
    await expect.poll(clipboard).toMatch(/^http:\/\/api\.b\.localhost:\d+\/x\?c=method-not-allowed&/);
    await choose(/curl \(posix\)/i);
    await expect.poll(clipboard).toMatch(/^curl 'http:\/\/api\.b\.localhost/);
    await choose(/curl \(cmd\)/i);
    await expect.poll(clipboard).toMatch(/^curl\.exe \^"http:\/\/api\.b\.localhost/);
    await choose(/powershell/i);
    await expect.poll(clipboard).toMatch(/^& \{\n.*\n {2}@\(\n {4}'url = "http:\/\/api\.b\.localhost/);
    await choose(/fetch/i);
    await expect.poll(clipboard).toMatch(/^await fetch\('http:\/\/api\.b\.localhost/);
    await choose(/backend/i);
    // By its heading: what the URL asks the playground for has the header's name and the origin too.
    await expect.poll(clipboard).toMatch(/^## /);
    const ticket = await clipboard();
    expect(ticket).toMatch(/^\| .*Access-Control-Allow-Methods/m);
    expect(ticket).toContain(playground.origins.page);
    expect(ticket).toMatch(/Observed in Chrome \d+/);
    await choose(/sends it again/i);
    await expect.poll(clipboard).toMatch(/^## Send again:/);
    const again = await clipboard();
    for (const part of ['-X OPTIONS', 'await fetch(', "from '@playwright/test'", 'npx corscope check '])
      expect(again).toContain(part);
  });

  test('copies the bytes that were sent, and names the header that a form cannot hold', async () => {
    const { page, panel, playground } = tab;
    await page.evaluate(
      `Promise.all(['\\u00c3\\u00a9', '\\u00e9\\u0003'].map((value, index) =>
        fetch('${playground.origins.page}/blank?bytes' + index, { headers: { 'X-Odd': value } })))`,
    );
    const { exchanges } = await tab.report();
    const choose = async (end: string, name: RegExp) => {
      await row(exchanges.find(({ url }) => url.endsWith(end))?.id ?? '').click({ button: 'right' });
      await panel.getByRole('menuitem', { name }).click();
    };
    await panel.bringToFront();
    await panel.keyboard.press('Escape');
    await panel.getByRole('searchbox').fill('?bytes');
    await choose('?bytes0', /posix/i);
    await expect.poll(clipboard).toMatch(/^printf 'X-Odd: \\303\\251\\n' \| curl /);
    await choose('?bytes1', /posix/i);
    await expect.poll(clipboard).toMatch(/^printf 'X-Odd: \\351\\003\\n' \| curl /);
    await choose('?bytes1', /cmd/i);
    await panel.getByText('without headers that it cannot express: X-Odd').waitFor();
    await panel.getByRole('searchbox').fill('');
  });

  test('speaks Chinese when told to, and remembers', async () => {
    const { panel } = tab;
    await panel.getByRole('button', { name: 'Settings' }).click();
    await panel.getByRole('radio', { name: '简体中文' }).click();
    await panel.getByText('同源').first().waitFor();
    expect(await panel.evaluate('document.documentElement.lang')).toBe('zh-CN');
    const report = await tab.panel.evaluate<{ language: string }>('corscope.report({ redact: "readable" })');
    expect(report.language).toBe('zh-CN');

    await panel.reload();
    await panel.locator('html[lang=zh-CN]').waitFor({ state: 'attached' });
    await panel.evaluate(changeSettings({ language: null }));
    await panel.reload();
    await panel.evaluate('corscope.ready');
  });

  test('says what to do when there is nothing yet, and does it', async () => {
    const { panel, page } = tab;
    await panel.bringToFront();
    await panel
      .getByText(/requests? started before/)
      .first()
      .waitFor();
    const isLoaded = page.waitForEvent('load');
    await panel
      .getByRole('button', { name: /^Reload/ })
      .last()
      .click();
    await isLoaded;
    await expect.poll(() => rows().count()).toBeGreaterThan(10);
  });
});

describe('the toolbar button', () => {
  test('opens the panel for its tab in a tab of its own', async () => {
    const { chromium, page } = tab;
    const id = await chromium.tabId(page);
    const opened = chromium.context.waitForEvent('page');
    await chromium.worker.evaluate(async (tabId) => {
      const clicked = chrome.action.onClicked as unknown as { dispatch(tab: chrome.tabs.Tab): void };
      clicked.dispatch(await chrome.tabs.get(tabId));
    }, id);
    const panel = await opened;
    await panel.waitForURL(/panel\.html/);
    expect(new URL(panel.url()).search).toBe(`?tabId=${id}`);
    await panel.close();
  });

  test('and without a tab the page lists them', async () => {
    const { chromium, page } = tab;
    const list = await chromium.context.newPage();
    await list.goto(`chrome-extension://${chromium.extensionId}/src/devtools/panel.html`);
    await list.getByRole('link', { name: await page.title() }).waitFor();
    await list.close();
  });
});
