import { beforeEach, expect, test } from 'vitest';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { PageHint } from '../../src/protocol/page-hints';
import { describeInBrowsers } from '../browsers/describe-in-browsers';
import { isObserved } from '../browsers/observed';
import { openOnPages } from './watched-page';

const count = (events: readonly PageEventFacts[]) => events.reduce((sum, each) => sum + each.count, 0);
const messages = (events: readonly PageEventFacts[], direction: string) =>
  count(events.filter((event) => event.kind === 'post-message' && event.direction === direction));

describeInBrowsers(
  'what comes beyond the bounds',
  openOnPages,
  ({ pages, page }) => {
    beforeEach(() => page.forget());

    test('takes no room from what is counted', async () => {
      await page.goto(pages.url('a', 'calls'));
      await page.evaluate(`(() => {
      for (let n = 0; n < 1500; n++) fetch('/none', { signal: AbortSignal.abort() }).catch(() => {});
      for (let n = 0; n < 50; n++) postMessage(n, '*');
    })()`);
      const events = await page.events((all) => messages(all, 'received') === 50);
      expect(messages(events, 'sent')).toBe(50);
    });

    test('is counted of a burst of calls and messages, and what comes after it is told', async () => {
      await page.goto(pages.url('a', 'burst'));
      const before = await page.dropped();
      await page.evaluate(`(() => {
      for (let n = 0; n < 3000; n++) {
        fetch('/burst', { signal: AbortSignal.abort() }).catch(() => {});
        postMessage(n, '*');
      }
    })()`);
      const calls = (hints: readonly PageHint[], path: string) =>
        hints.filter((hint) => hint.type === 'call' && hint.url.endsWith(path)).length;
      let told = 0;
      await expect
        .poll(async () => {
          told += calls(await page.hints(() => true), '/burst');
          return told + (await page.dropped()) - before;
        })
        .toBeGreaterThanOrEqual(3000);
      expect(told).toBeGreaterThan(0);
      expect(await page.dropped()).toBeGreaterThan(before);
      await page.events((all) => messages(all, 'sent') === 3000 && messages(all, 'received') === 3000);
      // A second later there is room again.
      await expect
        .poll(async () => {
          await page.evaluate(`void fetch('/after').catch(() => {})`);
          return calls(await page.hints(() => true), '/after');
        })
        .toBeGreaterThan(0);
    });

    test('is counted where the window that it comes from is gone', async () => {
      // It goes with the 60th message, and those beyond 20 are yet to be told of.
      const speaker = `<script>for (let n = 0; n < 60; n++) parent.postMessage(n, '*')</script>`;
      const framed = `<iframe src="${pages.url('b.a', speaker)}"></iframe>`;
      const goes = `<script>
      let left = 60;
      globalThis.errors = [];
      addEventListener('error', ({ message }) => errors.push(message));
      addEventListener('message', () => --left === 0 && document.querySelector('iframe').remove());
    </script>`;
      await page.goto(pages.url('a', goes + framed));
      const before = await page.events((all) => messages(all, 'received') === 60);
      expect(messages(before, 'received')).toBe(60);
      // What comes next is told as before.
      await page.evaluate(`postMessage('after', '*')`);
      await page.events((all) => messages(all, 'received') === 1);
      await page.evaluate(`void fetch('/after').catch(() => {})`);
      await page.hints((all) => all.some((hint) => hint.type === 'call' && hint.url.endsWith('/after')));
      expect(await page.evaluate('errors')).toEqual([]);
    });

    test('has its frames found, however many speak', async () => {
      const speakers = `<script>
      for (let n = 0; n < 60; n++) {
        const frame = document.createElement('iframe');
        frame.srcdoc = "<script>parent.postMessage(1, '*')</" + 'script>';
        document.documentElement.append(frame);
      }
      document.documentElement.append(document.createElement('iframe'));
    </script>`;
      await page.goto(pages.url('a', speakers));
      const events = await page.events((all) => messages(all, 'received') === 60);
      const received = events.filter(
        (event) => event.kind === 'post-message' && event.direction === 'received',
      );
      const frames = new Set(
        received.map((event) => (event as { from?: { frameId: number } }).from?.frameId),
      );
      expect(frames).not.toContain(undefined);
      expect(frames.size).toBe(60);
    });

    test('is counted of each of a thousand ports', async () => {
      await page.goto(pages.url('a', 'ports'));
      await page.evaluate(`(() => {
      globalThis.kept = [];
      globalThis.worker = new Worker(URL.createObjectURL(new Blob(['onmessage = () => {}'])));
      for (let n = 0; n < 1200; n++) {
        const { port1, port2 } = new MessageChannel();
        worker.postMessage('a port', [port2]);
        port1.postMessage(n);
        kept.push(port1);
      }
    })()`);
      const sent = (all: readonly PageEventFacts[], channel: string) =>
        all.filter((event) => 'channel' in event && event.channel === channel);
      // What was only counted comes in several messages.
      await page.events(
        (all) => count(sent(all, 'worker')) === 1200 && count(sent(all, 'message-port')) === 1200,
      );
    });

    test('is not kept for who watches later', async () => {
      await page.goto(pages.url('a', 'noisy'));
      await page.evaluate(`void (globalThis.noise = setInterval(() => {
      for (let n = 0; n < 200; n++) document.cookie = 'noise=1';
      for (let n = 0; n < 200; n++) name = 'noise';
      postMessage('noise', '*');
    }, 5))`);
      await page.events((all) => messages(all, 'sent') > 0);
      await page.inWatcher('port.disconnect()');
      await expect.poll(() => page.evaluate(isObserved)).toBe(false);
      const restedAtMs = await page.evaluate<number>('(clearInterval(noise), Date.now())');
      await page.inWatcher('told.events.splice(0).length');
      await page.inWatcher('watchAgain()');
      await expect.poll(() => page.evaluate(isObserved)).toBe(true);
      await page.evaluate(`void (name = 'seen')`);
      const events = await page.events((all) => all.some(({ kind }) => kind === 'window-name'));
      expect(events.filter(({ atMs }) => atMs < restedAtMs)).toEqual([]);
    });

    test('is cut of a URL, and the event is told', async () => {
      await page.goto(pages.url('a', 'fragments'));
      await page.evaluate(`void (location.hash = 'a'.repeat(400_000))`);
      await page.evaluate(`void (location.hash = 'b'.repeat(400_000))`);
      const isFragment = ({ kind }: PageEventFacts) => kind === 'location-hash';
      const events = (await page.events((all) => all.filter(isFragment).length === 2)).filter(isFragment);
      expect(events).toMatchObject([
        { newUrl: expect.stringMatching(/#a+$/) },
        { oldUrl: expect.stringMatching(/#a+$/), newUrl: expect.stringMatching(/#b+$/) },
      ]);
    });
  },
  { always: ['Chromium'] },
);
