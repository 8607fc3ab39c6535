import { servePlayground } from '../playground/server';
import { until } from '../src/cli/browsers/until';
import { openBareTab, openWatchedTab, type WatchedTab } from '../test/behaviour/pages';
import { medianRatio, pairedTimes } from './paired';

/** Few rounds, because a round of 400 frames takes seconds. */
const runs = 3;
const speakers = [50, 100, 200, 400];
const storm = 1_000;
const flood = 100_000;
const levels = 16;
const structures = 1_000;
const longUrls = 500;
const lookEveryMs = 20;

/**
 * Each function returns a time in milliseconds:
 *
 * - `speak(n)`: until n new frames have each sent a message
 * - `make(n)`: to create and remove n frames
 * - `send(n)`: for n messages to the window itself, each a number
 * - `share(n)`: for n messages with a shared structure, which as a tree would have 2 ^ levels nodes
 */
const setUp = `(() => {
  const received = (n) => new Promise((resolve) => {
    let left = n;
    addEventListener('message', function onMessage() {
      if (--left > 0) return;
      removeEventListener('message', onMessage);
      resolve();
    });
  });
  const timed = async (n, work) => {
    const begun = performance.now();
    const all = received(n);
    const clear = work();
    await all;
    const ms = performance.now() - begun;
    // Senders of removed frames are not looked up, so wait for the look-up before frames are removed.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    clear?.();
    return ms;
  };
  const made = () => document.body.appendChild(document.createElement('iframe'));
  globalThis.speak = (n) => timed(n, () => {
    const frames = Array.from({ length: n }, () => {
      const frame = made();
      frame.srcdoc = '<script>parent.postMessage(1, "*")</' + 'script>';
      return frame;
    });
    return () => frames.forEach((frame) => frame.remove());
  });
  globalThis.make = async (n) => {
    const begun = performance.now();
    for (let count = 1; count <= n; count++) {
      made().remove();
      // Like a page: a busy loop would keep every removed frame in memory.
      if (count % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return performance.now() - begun;
  };
  globalThis.send = (n) => timed(n, () => {
    for (let sent = 0; sent < n; sent++) postMessage(sent, '*');
  });
  let shared = { a: 1, b: 2 };
  for (let level = 0; level < ${levels}; level++) shared = { a: shared, b: shared };
  globalThis.share = (n) => timed(n, () => {
    for (let sent = 0; sent < n; sent++) postMessage(shared, '*');
  });
})()`;

/**
 * Measures what recording costs a page with very many frames and messages in Chromium. These are ratios to the same
 * page in a browser without the extension:
 *
 * - `load.speak50` to `load.speak400`: frames that each send a message
 * - `load.growth`: the ratio of 400 frames divided by that of 50
 * - `load.storm`: frames that are created and removed
 * - `load.flood`: messages; `load.shared`: messages with a shared structure, while their data is read
 *
 * It takes about 12 minutes, most of them Chromium's own: a page with 400 new frames needs 15 to 30 seconds there.
 *
 * `load.panelMs` is the longest time for which the panel was busy meanwhile; `load.longUrlsMs` is the same during
 * failing calls with URLs of 60 kB.
 */
export async function benchLoad(): Promise<Readonly<Record<string, number>>> {
  const playground = await servePlayground({ ports: [0, 0] });
  const url = `${playground.origins.page}/blank`;
  const [bareTab, tab] = [await openBareTab('Chromium'), await openWatchedTab('Chromium', url)];
  try {
    for (const each of [tab, bareTab]) {
      await each.goto(url);
      await each.evaluate(setUp);
    }
    const figures: Record<string, number> = {};
    let panelMs = 0;
    const compare = async (name: string, expression: string): Promise<number> => {
      console.error(`load: ${expression}`);
      const [bare = [], recorded = []] = await pairedTimes(
        [{ name: 'bare' }, { name: 'recorded' }],
        runs,
        async (variant) => {
          if (variant.name === 'bare') return bareTab.evaluate<number>(expression);
          const looked = await watchPanel(tab);
          const ms = await tab.evaluate<number>(expression);
          panelMs = Math.max(panelMs, await looked());
          return ms;
        },
      );
      const ratio = medianRatio(recorded, bare);
      figures[`load.${name}`] = ratio;
      return ratio;
    };
    const each: number[] = [];
    for (const count of speakers) each.push(await compare(`speak${count}`, `speak(${count})`));
    figures['load.growth'] = Math.round(((each.at(-1) ?? Number.NaN) / (each[0] ?? Number.NaN)) * 100) / 100;
    await compare('storm', `make(${storm})`);
    await compare('flood', `send(${flood})`);
    await tab.inPanel(`document.querySelector('#tab-messages').click()`);
    await until('data to be read', () =>
      tab.inPanel<boolean>(`(() => {
        const readsData = document.querySelector('input[role=switch]');
        if (readsData && !readsData.checked) readsData.click();
        return readsData?.checked === true;
      })()`),
    );
    await compare('shared', `share(${structures})`);
    figures['load.panelMs'] = Math.round(panelMs);

    const looked = await watchPanel(tab);
    await tab.evaluate(`(() => {
      const long = 'x'.repeat(60_000);
      for (let n = 0; n < ${longUrls}; n++) fetch('ftp://a.example/' + n + long).catch(() => {});
    })()`);
    await tab.inPanel('corscope.idle()');
    figures['load.longUrlsMs'] = Math.round(await looked());
    return figures;
  } finally {
    await Promise.all([bareTab.close(), tab.close()]);
    await playground.close();
  }
}

/**
 * Makes the panel read its own clock repeatedly. Returns a function that ends this and returns the longest gap in
 * milliseconds. A clock in this process would measure Playwright, which is busy with every frame of the page.
 */
async function watchPanel(tab: WatchedTab): Promise<() => Promise<number>> {
  await tab.inPanel(`(() => {
    globalThis.longestMs = 0;
    let lastMs = performance.now();
    globalThis.looking = setInterval(() => {
      const nowMs = performance.now();
      longestMs = Math.max(longestMs, nowMs - lastMs - ${lookEveryMs});
      lastMs = nowMs;
    }, ${lookEveryMs});
  })()`);
  return () => tab.inPanel<number>('(clearInterval(looking), longestMs)');
}
