import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

describe('a file that is opened in the panel', () => {
  let tab: PanelInTab;
  let report: Report;
  let har: string;
  beforeAll(async () => {
    tab = await openPanelInTab();
    const { page, playground, panel } = tab;
    await page.goto(`${playground.origins.page}/demo`);
    await page.waitForFunction('scenario.done');
    report = await tab.report();
    har = await panel.evaluate<string>(`corscope.report({ redact: 'readable', format: 'har' })`);
    await page.goto(`${playground.origins.page}/blank`);
    await panel.bringToFront();
  });
  afterAll(() => tab?.close());

  const open = (name: string, text: string) =>
    tab.panel
      .locator('.bar .import-file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const back = () => tab.panel.getByRole('button', { name: 'Back to the recording' });
  const rows = () => tab.panel.locator('.table-row.is-blocked');
  const blocked = () =>
    report.exchanges.filter(({ outcome, preflightFor }) => outcome === 'blocked' && !preflightFor).length;

  test('is shown beside the recording, which goes on', async () => {
    const { panel, page, playground } = tab;
    await open('demo.har', har);
    await back().waitFor();
    await panel.getByText('demo.har: CORScope report').waitFor();
    await expect.poll(() => rows().count()).toBeGreaterThanOrEqual(blocked());
    await rows().first().click();
    await panel.locator('.detail').getByText('CORS check').first().waitFor();
    // What acts on the recording is not offered.
    expect(await panel.getByRole('button', { name: 'Clear log' }).count()).toBe(0);

    await page.evaluate(`fetch('${playground.origins.api}/x?c=meanwhile').catch(() => {})`);
    await back().click();
    await panel.getByText('c=meanwhile').first().waitFor();
    await expect.poll(() => rows().count()).toBe(1);
  });

  test('is exported with the same verdicts', async () => {
    const { panel } = tab;
    await open('demo.json', JSON.stringify(report));
    await back().waitFor();
    await panel.getByRole('button', { name: 'Export' }).click();
    const dialog = panel.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Copy' }).waitFor();
    await dialog.locator('pre').getByText('corscope/report@1').waitFor();
    await panel.keyboard.press('Escape');
    await back().click();
  });

  test('of another program says what it does not show', async () => {
    const entry = {
      startedDateTime: '2026-12-03T08:00:00.000Z',
      request: {
        method: 'GET',
        url: 'https://api.example/',
        headers: [{ name: 'Origin', value: 'https://app.example' }],
      },
      response: { status: 200, headers: [] },
    };
    await open('other.har', JSON.stringify({ log: { creator: { name: 'mitmproxy' }, entries: [entry] } }));
    await tab.panel.getByText('what it does not show').click();
    await tab.panel.getByText('does not show how requests ended').waitFor();
    await expect.poll(() => rows().count()).toBe(1);
    await back().click();
  });

  test('can be dropped and pasted', async () => {
    const { panel } = tab;
    const message = `Access to fetch at 'https://api.example/items' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;
    await panel.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(message)}], 'console.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    })()`);
    await panel.getByText('console.txt: text').waitFor();
    await back().click();
    await panel.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(JSON.stringify(report))});
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    })()`);
    await panel.getByText('clipboard.json: CORScope report').waitFor();
    await back().click();
  });

  test.each([
    ['cut.har', '{"log": {"entries": [{', 'it was cut (line 1, column 23)'],
    ['bad.json', '{"a": hello}', 'not valid JSON (line 1, column 7)'],
    ['picture.png', '\u0089PNG\r\n', 'not a CORScope report'],
    ['empty.har', '{"log": {"entries": []}}', 'no requests in it'],
  ])('%s says what is wrong and where, and the recording stays', async (name, text, message) => {
    const { panel } = tab;
    const before = (await tab.report()).exchanges.length;
    await open(name, text);
    const alert = panel.getByRole('alert').filter({ hasText: message });
    await alert.waitFor();
    expect((await tab.report()).exchanges).toHaveLength(before);
    expect(await back().count()).toBe(0);
    await alert.getByRole('button', { name: 'Close' }).click();
  });
});
