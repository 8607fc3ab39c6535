import { expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { openBesidePages } from './panel-beside';

const script = (code: string) => `<script>${code}</${'script'}>`;
const listens = script(`
  addEventListener('message', function onAnswer({ data, origin }) { if (origin.endsWith('b.localhost')) globalThis.last = data; });
  globalThis.ask = () => frames[0].postMessage({ question: 1 }, '*');`);
const speaks = script(`
  name = 'kept in the window';
  location.hash = 'step-2';
  parent.postMessage({ greeting: 'hello', token: 'hunter2-and-more' }, '*');`);

describeInBrowsers(
  'the Messages view',
  openBesidePages,
  ({ pages, tab }) => {
    const text = (selector: string) =>
      tab.inPanel<string[]>(
        `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.innerText)`,
      );
    const click = async (selector: string) => {
      await until(selector, async () => (await text(selector)).length > 0);
      await tab.inPanel(`void document.querySelector(${JSON.stringify(selector)}).click()`);
    };
    /** Resolves once the text there has all that is wanted. */
    const shows = (selector: string, ...wanted: readonly RegExp[]) =>
      expect
        .poll(async () => {
          const said = (await text(selector)).join('\n');
          return wanted.filter((each) => !each.test(said));
        })
        .toEqual([]);
    const rows = async () =>
      (await text('.messages .table-row[data-id]')).map((row) => row.replace(/\s+/g, ' '));

    test('says what to do while it is empty', async () => {
      await click('#tab-messages');
      await shows('.messages .empty', /Reload the page/);
    });

    test('shows each thing that a frame of another origin did, with what it said once data is read', async () => {
      await click('.messages-bar [role=switch]');
      // Who is told after it that nothing happens has heard of the switch.
      await tab.inPanel('corscope.idle().then(() => true)');
      await tab.goto(pages.url('a', `${listens}<iframe src="${pages.url('b', speaks)}"></iframe>`));
      const [a, b] = ['a', 'b'].map((host) => pages.origin(host).replace('http://', ''));
      const row = (type: string, ...said: readonly (string | undefined)[]) =>
        expect.stringMatching(new RegExp([type, ...said].join('.*')));
      await expect
        .poll(rows)
        .toEqual(
          expect.arrayContaining([
            row('received', b, a, '1 listener · \\{greeting: "hello"'),
            row('window\\.name', b, 'kept in the window'),
            row('hash', b, '– → #step-2'),
          ]),
        );
    });

    test('tells all of one, and what is not visible', async () => {
      await click('.messages .table-row.is-received');
      await shows('.messages .detail-body', /event\.origin/, /onAnswer/, /targetOrigin/);
      await shows(
        '.listeners',
        /origin\.endsWith\('b\.localhost'\)/,
        /Accepted origin\s+https:\/\/attackerb\.localhost/,
        /While it ran\s+While it ran, origin or source was read/,
        /any origin passes/,
      );
      await click('.messages .detail-body button.button');
      await shows('.messages [role=status]', /calls? in/);
      await shows('.messages .detail-body', /frames\[0\]\.postMessage\(\{ question: 1 \}, '\*'\)/);
      const { press } = tab;
      if (!press) return;
      await press('Escape');
      await expect.poll(() => text('.messages .detail-body')).toEqual([]);
      await press('End');
      await tab.inPanel(`void new MutationObserver((_, observer) => {
      if (!document.querySelector('.messages .detail-body')) return;
      observer.disconnect();
      globalThis.focusedWithDetail = document.activeElement.className;
    }).observe(document.querySelector('.messages'), { childList: true, subtree: true })`);
      await press('Enter');
      await expect.poll(() => text('.messages .detail-body')).toHaveLength(1);
      expect(await tab.inPanel('globalThis.focusedWithDetail')).toBe('detail-body');
      await press('/');
      await expect.poll(() => tab.inPanel('document.activeElement.className')).toBe('filter');
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
      const report = await tab.inPanel<Report>('corscope.report({ redact: "readable" })');
      expect(new Set(report.pageEvents.map(({ kind }) => kind))).toEqual(
        new Set(['post-message', 'window-name', 'location-hash']),
      );
      const message = report.pageEvents.find(
        (event) => event.kind === 'post-message' && event.direction === 'received',
      );
      expect(message).toMatchObject({
        senderOrigin: pages.origin('b'),
        reading: { relation: 'cross-site', rule: { code: 'message-other-origin' } },
        data: { text: expect.stringMatching(/^\{greeting: "hello", token: "redacted-\d+-16base"\}$/) },
      });
      expect(JSON.stringify(report)).not.toContain('hunter2');
      expect(report.messageListeners).toMatchObject([
        { name: 'onAnswer', verdict: 'endsWith', run: 'looked', risk: { code: 'anyone-passes' } },
      ]);
      const calls = report.starTargets.map(({ url, line }) => [
        url?.slice(0, pages.origin('a').length),
        line,
      ]);
      expect(calls).toContainEqual([pages.origin('a'), 3]);
      expect(calls).toContainEqual([pages.origin('b'), 4]);
    });

    test('is drawn on the map, whose lines filter the other views', async () => {
      const innermost = pages.url('c', script(`parent.postMessage('up', '*');`));
      const asks = script(
        `parent.postMessage('up', '*'); fetch('${pages.origin('a')}/none').catch(() => {});`,
      );
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
      await expect.poll(rows).toEqual([expect.stringContaining(c?.replace('http://', '') ?? '')]);
      expect(await text('.messages-kinds .chip-between')).toHaveLength(1);

      await click('#tab-map');
      await until('the map', async () => (await lines()).length > 1);
      await tab.inPanel(
        `void document.querySelector('[data-edge^=blocked]').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
      );
      await expect
        .poll(() => text('.requests .table-row[data-id]'))
        .toEqual([expect.stringContaining('/none')]);
      const { channels } = await tab.inPanel<Report>('corscope.report({ redact: "readable" })');
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
      await expect
        .poll(rows)
        .toEqual([
          expect.stringMatching(/hash.*relay 1\/2.*#given-1/),
          expect.stringMatching(/hash.*relay 2\/2.*#given-1/),
        ]);
      await click('.messages .table-row[data-id]');
      await click('.relay-steps button');
      await shows('.relay-steps', /C \(this event\)/);
      await shows('.messages .table-row[aria-selected=true]', /relay 2\/2/);
    });
  },
  { always: ['Firefox'] },
);
