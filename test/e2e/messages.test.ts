import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model';
import { openChromium } from '../browsers/chromium';
import { openFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';
import { type Pages, servePages } from './watched-page';

/** A page with a panel of its own beside it. */
interface PageAndPanel {
  goto(url: string): Promise<void>;
  /** The value of an expression in the panel; it must survive JSON. */
  inPanel<T>(expression: string): Promise<T>;
  /** Presses a key in the panel, where the browser can be asked to. */
  readonly press: ((key: string) => Promise<void>) | null;
  close(): Promise<void>;
}

async function inChromium(url: string): Promise<PageAndPanel> {
  const chromium = await openChromium();
  const page = await chromium.context.newPage();
  await page.goto(url);
  const panel = await chromium.panelFor(page);
  await panel.bringToFront();
  return {
    goto: async (to) => void (await page.goto(to)),
    inPanel: (expression) => panel.evaluate(expression),
    press: (key) => panel.keyboard.press(key),
    close: () => chromium.close(),
  };
}

async function inFirefox(url: string): Promise<PageAndPanel> {
  const firefox = await openFirefox({ extension: 'dist/firefox' });
  const page = await firefox.tab();
  await firefox.goto(page, url);
  const panel = await firefox.openExtensionPage(`src/devtools/panel.html?tabId=${await firefox.tabId(url)}`);
  return {
    goto: (to) => firefox.goto(page, to),
    inPanel: (expression) => firefox.evaluate(panel, expression),
    press: null,
    close: () => firefox.close(),
  };
}

const script = (code: string) => `<script>${code}</${'script'}>`;
const listens = script(`
  addEventListener('message', function onAnswer({ data, origin }) { if (origin.endsWith('b.localhost')) globalThis.last = data; });
  globalThis.ask = () => frames[0].postMessage({ question: 1 }, '*');`);
const speaks = script(`
  name = 'kept in the window';
  location.hash = 'step-2';
  parent.postMessage({ greeting: 'hello', token: 'hunter2-and-more' }, '*');`);

describe.each([
  ['Chromium', inChromium],
  ['Firefox', inFirefox],
])('in %s, the Messages view', (_, open) => {
  let pages: Pages;
  let tab: PageAndPanel;
  beforeAll(async () => {
    pages = await servePages();
    tab = await open(pages.url('a', 'first'));
    await until('the panel to start', () => tab.inPanel<boolean>('!!globalThis.corscope'));
    await tab.inPanel('corscope.ready.then(() => true)');
  });
  afterAll(async () => {
    await tab?.close();
    await pages?.close();
  });

  const text = (selector: string) =>
    tab.inPanel<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.innerText)`,
    );
  const click = async (selector: string) => {
    await until(selector, async () => (await text(selector)).length > 0);
    await tab.inPanel(`void document.querySelector(${JSON.stringify(selector)}).click()`);
  };
  const rows = async () =>
    (await text('.messages .table-row[data-id]')).map((row) => row.replace(/\s+/g, ' '));

  test('says what to do while it is empty', async () => {
    await click('#tab-messages');
    await until('the empty view', async () => (await text('.messages .empty')).length === 1);
    expect(await text('.messages .empty')).toEqual([expect.stringContaining('Reload the page')]);
  });

  test('shows each thing that a frame of another origin did, with what it said once data is read', async () => {
    await click('.messages-bar [role=switch]');
    await tab.goto(pages.url('a', `${listens}<iframe src="${pages.url('b', speaks)}"></iframe>`));
    await until('three rows', async () => (await rows()).length >= 3);
    const seen = (await rows()).join('\n');
    const [a, b] = ['a', 'b'].map((host) => pages.origin(host).replace('http://', ''));
    expect(seen).toMatch(new RegExp(`received.*${b}.*${a}.*1 listener · \\{greeting: "hello"`));
    expect(seen).toMatch(new RegExp(`window\\.name.*${b}.*kept in the window`));
    expect(seen).toMatch(new RegExp(`hash.*${b}.*– → #step-2`));
  });

  test('tells all of one, and what is not visible', async () => {
    await click('.messages .table-row.is-received');
    await until('the detail', async () => (await text('.messages .detail-body')).length === 1);
    const [detail = ''] = await text('.messages .detail-body');
    expect(detail).toMatch(/event\.origin/);
    expect(detail).toContain('onAnswer');
    expect(detail).toContain('targetOrigin');
    await until('the reading of the listener', async () =>
      /endsWith/.test((await text('.listeners')).join()),
    );
    const [listeners = ''] = await text('.listeners');
    expect(listeners).toContain("origin.endsWith('b.localhost')");
    expect(listeners).toMatch(/Would pass\s+https:\/\/attackerb\.localhost/);
    expect(listeners).toMatch(/While it ran\s+While it ran, origin or source was read/);
    expect(listeners).toContain('anybody gets past');
    await click('.messages .detail-body button.button');
    await until('the search', async () => /calls? in/.test((await text('.messages [role=status]')).join()));
    expect((await text('.messages .detail-body')).join()).toContain(
      "frames[0].postMessage({ question: 1 }, '*')",
    );
    const { press } = tab;
    if (!press) return;
    await press('Escape');
    expect(await text('.messages .detail-body')).toEqual([]);
    await press('End');
    await press('Enter');
    await until('the detail', async () => (await text('.messages .detail-body')).length === 1);
    await press('/');
    expect(await tab.inPanel('document.activeElement.className')).toBe('filter');
  });

  test('filters by kind', async () => {
    await click('.messages-kinds .is-window-name');
    await until('names alone', async () => {
      const shown = await rows();
      return shown.length > 0 && shown.every((row) => row.includes('window.name'));
    });
    await click('.messages-kinds .is-window-name');
  });

  test('is in the report, without what is secret', async () => {
    const report = await tab.inPanel<Report>('corscope.report()');
    expect(new Set(report.pageEvents.map(({ kind }) => kind))).toEqual(
      new Set(['post-message', 'window-name', 'location-hash']),
    );
    const message = report.pageEvents.find(
      (event) => event.kind === 'post-message' && event.direction === 'received',
    );
    expect(message).toMatchObject({
      senderOrigin: pages.origin('b'),
      relation: 'cross-site',
      rule: { code: 'message-other-origin' },
      data: { text: expect.stringMatching(/^\{greeting: "hello", token: "REDACTED-\d+"\}$/) },
    });
    expect(JSON.stringify(report)).not.toContain('hunter2');
    expect(report.messageListeners).toMatchObject([
      { name: 'onAnswer', verdict: 'endsWith', run: 'looked', risk: { code: 'anyone-passes' } },
    ]);
    const calls = report.starTargets.map(({ url, line }) => [url?.slice(0, pages.origin('a').length), line]);
    expect(calls).toContainEqual([pages.origin('a'), 3]);
    expect(calls).toContainEqual([pages.origin('b'), 4]);
  });

  test('is drawn on the map, whose lines filter the other views', async () => {
    const innermost = pages.url('c', script(`parent.postMessage('up', '*');`));
    const asks = script(`parent.postMessage('up', '*'); fetch('${pages.origin('a')}/none').catch(() => {});`);
    const inner = pages.url('b', `${asks}<iframe src="${innermost}"></iframe>`);
    await tab.goto(pages.url('a', `<iframe src="${inner}"></iframe>`));
    await click('#tab-map');
    const frames = '.map-node:has(.is-frame)';
    const lines = async () => (await text('.map-lines tbody tr')).map((line) => line.replace(/\s+/g, ' '));
    const [a, b, c] = ['a', 'b', 'c'].map((host) => pages.origin(host));
    const expected = [
      new RegExp(`^frame [\\d.]+ ${b} ${a} requests, blocked 1$`),
      new RegExp(`^frame [\\d.]+ ${b} top ${a} postMessage received 1$`),
      new RegExp(`^frame [\\d.]+ ${c} frame [\\d.]+ ${b} postMessage received 1$`),
    ];
    await until('three frames and what passed', async () => {
      const seen = await lines();
      return expected.every((line) => seen.some((each) => line.test(each)));
    });
    expect(await tab.inPanel(`document.querySelectorAll('${frames}').length`)).toBe(3);

    const press = (key: string) =>
      tab.inPanel<string>(`(() => {
        const from = document.activeElement?.closest('.map-node') ?? document.querySelector('.map-node');
        from.focus();
        from.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, bubbles: true }));
        return document.activeElement.getAttribute('aria-label');
      })()`);
    expect(await press('ArrowDown')).toMatch(
      new RegExp(`^${b}, frame .*, in top ${a}; 2 requests; 2 messages`),
    );
    expect(await press('ArrowDown')).toContain(c);
    await press('Enter');
    await until('the lines of one frame', async () => (await lines()).length === 1);

    await click('.map-lines tbody .map-what');
    await until('the message alone', async () => (await rows()).length === 1);
    expect(await rows()).toEqual([expect.stringContaining(c?.replace('http://', '') ?? '')]);
    expect(await text('.messages-kinds .chip-between')).toHaveLength(1);

    await click('#tab-map');
    await until('the map', async () => (await lines()).length > 1);
    await tab.inPanel(
      `void document.querySelector('[data-edge^=blocked]').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
    );
    await until('the request alone', async () => (await text('.requests .table-row[data-id]')).length === 1);
    expect(await text('.requests .table-row[data-id]')).toEqual([expect.stringContaining('/none')]);
    const { channels } = await tab.inPanel<Report>('corscope.report()');
    expect(channels).toContainEqual(
      expect.objectContaining({ kind: 'received', from: expect.objectContaining({ origin: c }), count: 1 }),
    );
  });

  test('leads from step to step of a relay, which the map has as one channel', async () => {
    const handsOn = (when: string, what: string) =>
      script(`${when} = () => { document.querySelector('iframe').src += ${what}; };`);
    const c = pages.url('a', 'C');
    const b = pages.url('b', `<iframe src="${c}"></iframe>${handsOn('onhashchange', 'location.hash')}`);
    await tab.goto(pages.url('a', `<iframe src="${b}"></iframe>${handsOn('onload', `'#given-1'`)}`));
    await click('#tab-map');
    await click('.map-relays button');
    await until('its two steps', async () => (await rows()).length === 2);
    expect(await rows()).toEqual([
      expect.stringMatching(/hash.*relay 1\/2.*#given-1/),
      expect.stringMatching(/hash.*relay 2\/2.*#given-1/),
    ]);
    await click('.messages .table-row[data-id]');
    await click('.relay-steps button');
    await until('the second step', async () => /C \(this event\)/.test((await text('.relay-steps')).join()));
    const [selected = ''] = await text('.messages .table-row[aria-selected=true]');
    expect(selected).toContain('relay 2/2');
  });
});
