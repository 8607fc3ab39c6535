import { beforeEach, expect, test } from 'vitest';
import type { MessageReceived, PageEventFacts } from '../../src/protocol/page-events';
import { readListener } from '../../src/reading/read-listener';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { isObserved } from '../browsers/observed';
import { handlers } from '../reading/handlers';
import { foretold, runText } from '../reading/run-handler';
import { openOnPages } from './watched-page';

const isReceived = (event: PageEventFacts): event is MessageReceived =>
  event.kind === 'post-message' && event.direction === 'received';

const listening = `<script>
  addEventListener('message', function open({ data }) { globalThis.last = data; });
  addEventListener('message', function checks(event) { if (event.origin === 'https://a.example') use(event.data); });
  addEventListener('message', { handleEvent: function inside(e) { void [e.data, e.source]; } }, true);
  addEventListener('message', async function later(e) {
    await null;
    void e.data;
    setTimeout(() => void e.origin, 10);
  });
  onmessage = function handler(e) { void e.data; };
  addEventListener('message', (e) => { for (const key in e) void e[key]; }, { once: true });
  addEventListener('message', function copy() { dispatchEvent(new MessageEvent('message', { data: 1 })); }, { once: true });
  addEventListener('message', function last() {});
  addEventListener('message', new Proxy(function proxied() {}, { getOwnPropertyDescriptor() { throw 1; } }));
</${'script'}>`;

describeInBrowsers(
  'listeners',
  openOnPages,
  ({ pages, page }, browser) => {
    beforeEach(() => page.forget());

    test('are told with their text, and with what each read while it ran', async () => {
      await page.goto(pages.url('a', listening));
      await page.evaluate(`postMessage('first', '*')`);
      const events = await page.events((all) => all.filter(isReceived).length === 2);
      const [first, forged] = events
        .filter(isReceived)
        .sort((a, b) => Number(b.isTrusted) - Number(a.isTrusted));
      // Chromium calls all listeners of a window in the order in which they came.
      const listeners = first?.listeners ?? [];
      const inside = listeners.find(({ text }) => text?.includes('inside'));
      const others = listeners.filter((each) => each !== inside);
      expect(inside).toMatchObject({
        name: '',
        text: 'function inside(e) { void [e.data, e.source]; }',
        reads: ['data', 'source'],
      });
      expect(others.map(({ name, reads }) => [name, reads])).toEqual([
        ['open', ['data']],
        ['checks', ['origin']],
        ['later', ['data']],
        ['onmessage', ['data']],
        ['', ['data', 'origin', 'source']],
        ['copy', []],
      ]);
      expect(others[0]?.text).toBe('function open({ data }) { globalThis.last = data; }');
      expect(others[3]?.text).toBe('function handler(e) { void e.data; }');
      expect(first?.readLate).toEqual(['origin']);
      expect(forged?.listeners?.map(({ name }) => name)).toContain('last');

      await page.evaluate(`postMessage('second', '*')`);
      const [second] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
      expect(second?.listeners).toContainEqual({ ...inside, text: null });
      expect(second?.listeners?.at(-1)).toMatchObject({ name: '', reads: [] });
    });

    test('are those that ran, whoever came first, stops others or is gone', async () => {
      const code = `const ran = (globalThis.ran = []);
      function one() { ran.push('one'); }
      function more() { ran.push('more'); }
      function last(event) { ran.push('last'); if (event.data === 'stop') event.stopImmediatePropagation(); }
      addEventListener('message', one);
      addEventListener('message', one, false);`;
      await page.goto(pages.url('a', `<script>${code}</${'script'}>`));
      /** Whether those that are told ran as the page saw it, after it has done that. */
      const told = async (first: string, data = 'go') => {
        await page.evaluate(`(() => { ran.length = 0; ${first}; postMessage('${data}', '*'); })()`);
        const [event] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
        const ran = await page.evaluate<readonly string[]>('ran');
        expect(event?.listeners?.map(({ name }) => name)).toEqual(ran);
        return ran;
      };
      expect(await told('')).toEqual(['one']);
      expect(await told(`addEventListener('message', last, true)`)).toHaveLength(2);
      expect(await told('', 'stop')).toContain('last');
      expect(await told(`addEventListener('message', more)`, 'stop')).toContain('last');
      expect(await told(`removeEventListener('message', one)`)).toHaveLength(2);
      await page.goto(pages.url('a', `<script>${code}</${'script'}>`));
      expect(await told(`removeEventListener('message', one)`)).toEqual([]);
      // After `document.open()` Chromium tells ours after those that were added at once: docs/limits.md.
      await page.goto(pages.url('a', `<script>${code}</${'script'}>`));
      await page.evaluate(
        `(() => { document.open(); document.write('<p>'); document.close(); postMessage('go', '*'); })()`,
      );
      const [event] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
      expect(event?.listeners).toEqual([]);
    });

    test('are taken with the options that the browser takes', async () => {
      const code = `const ran = (globalThis.ran = []);
      const signal = { signal: new AbortController().signal };
      const frame = document.documentElement.appendChild(document.createElement('iframe'));
      const foreign = (globalThis.foreign = new frame.contentWindow.AbortController());
      const listener = (name, use) => ({ [name](event) { ran.push(name); use?.(event); } })[name];
      const add = (name, options, use) => addEventListener('message', listener(name, use), options);
      add('bubbles', null, ({ data }) => data);
      add('captures', 1, ({ origin }) => origin);
      add('capturesToo', { capture: 'yes' }, ({ source }) => source);
      add('inherits', Object.create({ once: true }));
      add('runsOnce', { once: 1 });
      add('isAborted', { signal: foreign.signal });
      Object.defineProperty(AbortSignal, Symbol.hasInstance, { value() { throw new Error('looked at'); } });
      add('isFine', signal);`;
      await page.goto(pages.url('a', `<script>${code}</${'script'}>`));
      const told = async () => {
        await page.evaluate(`void ((ran.length = 0), postMessage('go', '*'))`);
        const [event] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
        expect(event?.listeners?.map(({ name }) => name)).toEqual(await page.evaluate('ran'));
        return Object.fromEntries((event?.listeners ?? []).map(({ name, reads }) => [name, reads]));
      };
      const always = { bubbles: ['data'], captures: ['origin'], capturesToo: ['source'], isFine: [] };
      expect(await told()).toEqual({ ...always, inherits: [], runsOnce: [], isAborted: [] });
      await page.evaluate('foreign.abort()');
      expect(await told()).toEqual(always);
    });

    test('accept the origins that the reading of their text names', async () => {
      await page.goto(pages.url('a', ''));
      const runs = handlers
        .filter(({ text }) => browser === 'Chromium' || !/\bOrigin\./.test(text))
        .flatMap((handler) => {
          const { example } = readListener(handler.text, new Map(Object.entries(handler.named ?? {})));
          return foretold(handler, example).map(([origin, isAccepted]) => ({ handler, origin, isAccepted }));
        });
      expect(runs.length).toBeGreaterThan(150);
      const texts = runs.map(({ handler, origin }) => runText(handler, origin));
      const accepted = await page.evaluate<readonly boolean[]>(`Promise.all([${texts.join(',\n')}])`);
      const unlike = runs.filter(({ isAccepted }, index) => accepted[index] !== isAccepted);
      expect(unlike.map(({ handler, origin }) => [handler.text, origin])).toEqual([]);
    });

    test.runIf(browser === 'Chromium')('look at the sender with Origin.from', async () => {
      const code = `addEventListener('message', function looks(e) { void [Origin.from(e), e.data]; });
      addEventListener('message', function looksNot(e) { void [Origin.from(location.origin), e.data]; });
      addEventListener('message', function checks(e) {
        globalThis.isOurs = Origin.from(e).isSameOrigin(Origin.from(location.origin));
      });
      globalThis.isSeen = [Origin.from.name, Origin.from.length, String(Origin.from)].join(' ');`;
      await page.goto(pages.url('a', `<script>${code}</${'script'}>`));
      await page.evaluate(`postMessage('first', '*')`);
      const [event] = (await page.events((all) => all.some(isReceived))).filter(isReceived);
      expect(event?.listeners?.map(({ name, reads }) => [name, reads])).toEqual([
        ['looks', ['data', 'origin']],
        ['looksNot', ['data']],
        ['checks', ['origin']],
      ]);
      expect(await page.evaluate('isOurs')).toBe(true);
      expect(await page.evaluate('isSeen')).toBe('from 1 function from() { [native code] }');
    });

    test('that came while nobody watched leave what the others read unknown', async () => {
      await page.goto(pages.url('a', listening));
      await page.inWatcher('port.disconnect()');
      await expect.poll(() => page.evaluate(isObserved)).toBe(false);
      await page.evaluate(`void addEventListener('message', ({ data }) => data)`);
      await page.inWatcher('watchAgain()');
      await expect.poll(() => page.evaluate(isObserved)).toBe(true);
      await page.evaluate(`postMessage('third', '*')`);
      const events = (await page.events((all) => all.some(isReceived))).filter(isReceived);
      const reads = events.flatMap(({ listeners }) => listeners?.map((each) => each.reads) ?? []);
      expect(reads.length).toBeGreaterThan(0);
      expect(new Set(reads)).toEqual(new Set([null]));
    });
  },
  { always: ['Chromium'] },
);
