import { servePlayground } from '../playground/server';
import { openWatchedTab, type WatchedTab } from '../test/behaviour/pages';
import { isObserved } from '../test/browsers/observed';
import { medianRatio, pairedTimes, type Times } from './paired';

/** Several starts, because a browser does not always optimise both tabs equally well. */
const starts = 3;
/** Runs without a pause, as in a page, so the extra cost at the start of a burst counts once per run. */
const runs = 8;
const roundTrips = 20_000;

/** Two same-origin frames that reply to each other; `run(n)` is the time of n round trips in milliseconds. */
const setUp = `(async () => {
  const frame = document.createElement('iframe');
  frame.src = '/blank?inner';
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  const script = frame.contentDocument.createElement('script');
  script.textContent = 'addEventListener("message", ({ data, source }) => source.postMessage(data, "*"))';
  frame.contentDocument.body.append(script);
  let left = 0;
  let done;
  addEventListener('message', ({ data, source }) => {
    if (--left === 0) done();
    else source.postMessage(data, '*');
  });
  globalThis.run = async (n) => {
    left = n;
    const begun = performance.now();
    const all = new Promise((resolve) => (done = resolve));
    frame.contentWindow.postMessage({ n: 1 }, '*');
    await all;
    return performance.now() - begun;
  };
})()`;

/**
 * Measures what recording costs two frames that exchange messages, as a ratio to the same frames in a tab without our
 * scripts: `messages.vsBare` and `messages.firefox.vsBare`. Message data is not read. Both tabs take turns in one
 * running browser, which is started several times.
 */
export async function benchMessages(): Promise<Readonly<Record<string, number>>> {
  const playground = await servePlayground({ ports: [0, 0] });
  const url = `${playground.origins.page}/blank`;
  const figures: Record<string, number> = {};
  try {
    for (const [figure, browser] of [
      ['messages.vsBare', 'Chromium'],
      ['messages.firefox.vsBare', 'Firefox'],
    ] as const) {
      const [bare, recorded]: [number[], number[]] = [[], []];
      for (let start = 0; start < starts; start++) {
        const tab = await openWatchedTab(browser, url);
        try {
          const [some = [], others = []] = await bareAndRecorded(tab, url);
          bare.push(...some);
          recorded.push(...others);
        } finally {
          await tab.close();
        }
      }
      figures[figure] = medianRatio(recorded, bare);
    }
    return figures;
  } finally {
    await playground.close();
  }
}

async function bareAndRecorded(tab: WatchedTab, url: string): Promise<Times> {
  // Only pages loaded from now on are observed.
  await tab.goto(url);
  for (const each of [tab, tab.beside]) {
    await each.evaluate(setUp);
    if ((await each.evaluate<boolean>(isObserved)) !== (each === tab))
      throw new Error('bench: the wrong tab is recorded');
  }
  const variants = [{ name: 'bare' }, { name: 'recorded' }];
  const times = await pairedTimes(variants, runs, ({ name }) =>
    (name === 'bare' ? tab.beside : tab).evaluate<number>(`run(${roundTrips})`),
  );
  const { pageEvents } = await tab.report();
  const received = pageEvents.reduce((sum, event) => {
    return sum + (event.kind === 'post-message' && event.direction === 'received' ? event.count : 0);
  }, 0);
  const expected = 2 * roundTrips * (runs + 1);
  if (received !== expected) throw new Error(`bench: ${received} of ${expected} messages were counted`);
  return times;
}
