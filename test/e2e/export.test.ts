import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

const fileName = /^corscope-www\.a\.localhost-\d{4}-\d\d-\d\dT\d\d-\d\d\.(json|md)$/;

const isReady = `!!document.querySelector('.export .is-first:enabled')`;

describe('exporting from a tab of its own', () => {
  let tab: PanelInTab;
  beforeAll(async () => {
    tab = await openPanelInTab();
    await tab.chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page, playground } = tab;
    await page.goto(`${playground.origins.page}/demo`);
    await page.waitForFunction('scenario.done');
    await page.evaluate(`fetch('/x?c=secret&token=hushhush99')`);
    await tab.report();
    await tab.panel.bringToFront();
  });
  afterAll(() => tab?.close());

  const dialog = () => tab.panel.getByRole('dialog', { name: 'Export' });
  const button = (name: string) => dialog().getByRole('button', { name });
  const open = async () => {
    await tab.panel.getByRole('button', { name: 'Export' }).click();
    await dialog().waitFor();
  };
  const close = async () => {
    await tab.panel.keyboard.press('Escape');
    // By what it is: one that is closed has no role, though it may still be there.
    await tab.panel.locator('.export').waitFor({ state: 'detached' });
  };
  const copied = async () => {
    await button('Copy').click();
    await dialog().getByText('Copied').waitFor();
    return tab.panel.evaluate<string>('navigator.clipboard.readText()');
  };

  test('saves what the preview shows to a file, and copies the same', async () => {
    await open();
    const download = tab.panel.waitForEvent('download');
    await button('Save to file').click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(fileName);
    const text = readFileSync(await file.path(), 'utf8');
    const report: Report = JSON.parse(text);
    expect(report).toMatchObject({ schema: 'corscope/report@1', redacted: true });
    expect(report.exchanges).toHaveLength((await tab.report()).exchanges.length);
    expect(await copied()).toBe(text);

    const preview = await dialog().locator('pre').innerText();
    expect(preview).toBe(`${text.split('\n').slice(0, 200).join('\n')}`);
    await dialog()
      .getByText(/; the first 200 are shown/)
      .waitFor();
    await close();
  });

  test('offers three kinds of report, says what each leaves out, and marks what was replaced', async () => {
    await open();
    const kind = (name: string) => dialog().getByRole('radio', { name, exact: true });
    const marks = dialog().locator('pre mark');
    expect(await kind('Minimal').isChecked()).toBe(true);
    await button('Copy').and(tab.panel.locator(':enabled')).waitFor();
    const minimal: Report = JSON.parse(await copied());
    expect(minimal).toMatchObject({ redacted: true, redaction: 'minimal' });
    expect(JSON.stringify(minimal)).not.toContain('hushhush99');
    expect(await marks.count()).toBeGreaterThan(0);
    for (const text of await marks.allInnerTexts()) expect(text).toMatch(/^\w*redacted[-_]/);
    await dialog().getByText('placeholders are marked').waitFor();

    await kind('Readable').check();
    await dialog().getByText('check the preview before you share it').waitFor();
    const readable = await copied();
    expect(JSON.parse(readable)).toMatchObject({ redacted: true, redaction: 'readable' });
    expect(readable).not.toContain('hushhush99');
    expect(readable).toContain('/x?c=secret&token=redacted');

    await kind('Everything').check();
    await dialog().getByText('Includes cookies, tokens and passwords').waitFor();
    const everything = await copied();
    expect(JSON.parse(everything)).toMatchObject({ redacted: false, redaction: 'everything' });
    expect(everything).toContain('hushhush99');
    expect(await marks.count()).toBe(0);
    await close();
  });

  test('offers nothing that was written before another choice was made', async () => {
    await open();
    await button('Copy').and(tab.panel.locator(':enabled')).waitFor();
    const seen = await tab.panel.evaluate(async () => {
      document.querySelector<HTMLElement>('.export [name=export-values]:not(:checked)')?.click();
      // The choice is drawn as soon as the click has ended, and what hangs on it is done a frame later.
      await Promise.resolve().then(() => {});
      return {
        isDrawn: document.querySelector('.export-meaning')?.textContent.includes('look like secrets'),
        isOffered: document.querySelector('.export-actions .button:enabled') !== null,
      };
    });
    expect(seen).toEqual({ isDrawn: true, isOffered: false });
    await close();
  });

  test('writes Markdown, of the filtered requests alone', async () => {
    const { panel } = tab;
    await panel.getByRole('searchbox').fill('method-not-allowed');
    await expect.poll(() => panel.locator('.table-row[data-id]').count()).toBe(2);
    await open();
    await dialog().getByRole('radio', { name: 'Markdown' }).check();
    await dialog().getByRole('radio', { name: 'Filtered: 1 request' }).check();
    const text = await copied();
    expect(text).toMatch(/^# CORScope report\n/);
    expect(text.match(/^\| (\d+|↳) \|/gm)).toEqual(['| 1 |', '| ↳ |']);
    expect(text).toContain('| `Access-Control-Allow-Methods` | preflight response (OPTIONS) |');
    await close();
    await panel.getByRole('searchbox').fill('');
  });

  test('is what `corscope.report({ format })` gives without the dialog', async () => {
    const ask = (format: string) => tab.panel.evaluate<string>(`corscope.report({ format: '${format}' })`);
    const text = await ask('markdown');
    expect(text).toMatch(/^# CORScope report\n/);
    expect(text).toContain('| `Access-Control-Allow-Methods` | preflight response (OPTIONS) |');
    expect(text).not.toContain('hushhush99');
    expect(await ask('html')).toMatch(/^<!doctype html>\n/);
    await expect(ask('pdf')).rejects.toThrow('no format "pdf"; there are json, markdown');
  });

  test('is done by keys alone, and gives the focus back', async () => {
    const { panel } = tab;
    const focused = () => panel.evaluate<string | null>('document.activeElement.getAttribute("aria-label")');
    await panel.getByRole('button', { name: 'Export' }).focus();
    await panel.keyboard.press('Enter');
    await until('the dialog', () => panel.evaluate<boolean>(isReady));
    // Slash leads to the filter everywhere else.
    await panel.keyboard.press('/');
    for (let presses = 0; presses < 14; presses++) {
      await panel.keyboard.press('Tab');
      if ((await panel.evaluate('document.activeElement.textContent')) === 'Copy') break;
    }
    await panel.keyboard.press('Enter');
    await dialog().getByText('Copied').waitFor();
    await close();
    await expect.poll(focused).toBe('Export');
  });
});
