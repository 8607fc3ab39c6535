import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

let tab: PanelInTab;

beforeAll(async () => {
  tab = await openPanelInTab();
  await tab.page.goto(`${tab.playground.origins.page}/demo`);
  await tab.page.waitForFunction('scenario.done');
  // The mix asks no other origin of the same site.
  await tab.page.evaluate(`fetch('${tab.playground.origins.otherPort}/x?c=port').catch(() => {})`);
  await tab.report();
  await tab.panel.bringToFront();
});
afterAll(() => tab?.close());

const show = (name: 'Requests' | 'Origins') => tab.panel.getByRole('tab', { name }).click();
const line = (origin: string) => tab.panel.locator(`tr[data-origin="${origin}"]`);
const rows = () => tab.panel.locator('.table-row[data-id]:not(.is-nested)');
const aside = () => tab.panel.locator('.origin-aside');

describe('the tabs', () => {
  test('are walked by arrows, and show what they name', async () => {
    const { panel } = tab;
    await panel.getByRole('tab', { name: 'Requests' }).focus();
    await panel.keyboard.press('ArrowRight');
    await line(tab.playground.origins.page).waitFor();
    const selected = panel.getByRole('tab', { selected: true });
    expect(await selected.innerText()).toBe('Origins');
    expect(await panel.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(
      await selected.getAttribute('id'),
    );
    await panel.keyboard.press('ArrowRight');
    await expect.poll(() => selected.innerText()).toBe('Messages');
    await panel.keyboard.press('ArrowRight');
    await expect.poll(() => selected.innerText()).toBe('Map');
    await panel.keyboard.press('ArrowRight');
    await expect.poll(() => selected.innerText()).toBe('Advice');
    await panel.keyboard.press('ArrowRight');
    await rows().first().waitFor();
    expect(await selected.innerText()).toBe('Requests');
  });
});

describe('the Origins view', () => {
  test('has the page first, then each origin that was asked, with what differs', async () => {
    await show('Origins');
    const { page, api, otherPort } = tab.playground.origins;
    const lines = tab.panel.locator('tr[data-origin]');
    await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(3);
    expect(await lines.first().getAttribute('data-origin')).toBe(page);
    expect(await line(page).innerText()).toContain('this page');

    // What a site is comes with a list that is loaded when it is first asked for.
    await expect.poll(() => line(api).innerText()).toContain('cross-site');
    expect(await line(api).innerText()).toContain('same address, still a different origin');
    expect(await line(api).locator('.component-host [aria-label="not equal"]').count()).toBeGreaterThan(0);
    expect(await line(api).locator('.component-scheme [aria-label="equal"]').count()).toBe(1);
    const verdicts = await line(api).locator('.verdict').allInnerTexts();
    expect(verdicts.map((text) => text.trim())).toEqual([
      'consent',
      'blocked',
      'blocked',
      'blocked',
      'allowed',
      'allowed',
    ]);
    await expect.poll(() => line(otherPort).innerText()).toContain('same-site');
  });

  test('shows the requests that a count stands for', async () => {
    const { panel, playground } = tab;
    for (const kind of ['read', 'blocked']) {
      await show('Origins');
      const count = line(playground.origins.api).locator(`.count-${kind}`);
      const wanted = Number((await count.locator('.count').innerText()).replace(/\D/g, ''));
      expect(wanted).toBeGreaterThan(0);
      await count.press('Enter');
      await expect.poll(() => rows().count()).toBe(wanted);
      // The count has gone with its view.
      await expect.poll(() => panel.evaluate('document.activeElement?.id')).toBe('view');
      expect(await panel.getByRole('tab', { selected: true }).innerText()).toBe('Requests');
      if (kind === 'blocked') {
        for (const text of await rows().allInnerTexts()) expect(text).toMatch(/^\s*blocked/);
      }
    }
    await panel.locator('.chip-between').click();
    const { exchanges } = await tab.report();
    const requests = exchanges.filter(({ preflightFor }) => preflightFor === null);
    await expect.poll(() => rows().count()).toBe(requests.length);
  });

  test('tells more of an origin, by keys alone', async () => {
    const { panel, playground } = tab;
    await show('Origins');
    await line(playground.origins.page).locator('.origin-name').focus();
    await panel.keyboard.press('End');
    await panel.keyboard.press('Home');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Enter');
    await aside()
      .getByRole('heading', { name: /^Not the same origin/ })
      .waitFor();
    expect(await aside().locator('.pair-rules li').count()).toBe(6);
    expect(await aside().locator('.way').count()).toBe(8);
    await aside().locator('.way > summary').first().click();
    await aside().getByText('When to use it').first().waitFor();
    const demo = aside().locator('.way a', { hasText: '/technique/post-message' });
    expect(await demo.getAttribute('href')).toBe(`${playground.origins.page}/technique/post-message`);
    await panel.keyboard.press('Escape');
    await expect.poll(() => aside().count()).toBe(0);
    const { api } = playground.origins;
    const focused = () => panel.evaluate(`document.activeElement?.closest('tr')?.dataset.origin`);
    await expect.poll(focused).toBe(api);
  });
});

describe('the tester', () => {
  const headline = () => aside().locator('.headline').innerText();
  const type = async (label: string, text: string) => aside().getByLabel(label, { exact: true }).fill(text);

  test('has the seven classic pairs at hand', async () => {
    await tab.panel.getByRole('button', { name: 'Test two URLs' }).click();
    const examples = aside().locator('.example');
    await expect.poll(() => examples.count()).toBe(7);
    const said: string[] = [];
    for (const example of await examples.all()) {
      await example.click();
      await expect.poll(() => example.getAttribute('aria-pressed')).toBe('true');
      said.push(await headline());
    }
    expect(said).toEqual([
      'Same origin: scheme, host and port are equal; folder and file do not matter.',
      'Same origin: scheme, host and port are equal; folder and file do not matter.',
      'Not the same origin: the port differs. Still the same site: a.com.',
      'Not the same origin: scheme and port differ. Not the same site either, because of the scheme.',
      'Not the same origin: the host differs. Not the same site either.',
      'Not the same origin: the host differs. Still the same site: a.com.',
      'Not the same origin: the host differs. Not the same site either.',
    ]);
  });

  test('says what it assumed, and what is wrong', async () => {
    await type('Page', 'localhost:3000');
    await type('Other URL', 'a/b.com');
    await aside()
      .getByText(/No scheme: http is assumed/)
      .waitFor();
    await aside()
      .getByText(/No scheme: https is assumed/)
      .waitFor();
    expect(await headline()).toMatch(/^Not the same origin/);

    await type('Other URL', '<img src=x onerror=alert(1)>');
    await expect.poll(() => aside().locator('.headline').count()).toBe(0);
    expect(await aside().locator('img').count()).toBe(0);
    await type('Other URL', 'http://b.com');
    await aside().locator('.headline').waitFor();
    await type('Other URL', 'http://a b');
    await aside().getByText('A host cannot contain spaces.').waitFor();
    expect(await aside().locator('.headline').count()).toBe(0);
  });

  test('keeps what was typed while another view is shown, and a slash is a slash', async () => {
    const { panel } = tab;
    await type('Other URL', 'https://example.org');
    await aside().getByLabel('Other URL', { exact: true }).press('End');
    await panel.keyboard.type('/path');
    await show('Requests');
    await rows().first().waitFor();
    await show('Origins');
    const other = aside().getByLabel('Other URL', { exact: true });
    expect(await other.inputValue()).toBe('https://example.org/path');
  });
});
