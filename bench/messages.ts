import { servePlayground } from '../playground/server';
import { openChromiumBed, openFirefoxBed, type WatchedTab } from '../test/behaviour/pages';
import { until } from '../test/browsers/until';
import { medianRatio, pairedTimes, type Variant } from './paired';

const rounds = 10;
const roundTrips = 20_000;

/** Two frames of one origin that answer each other, the page and one in it; their time in milliseconds. */
const roundTripsMs = `(async () => {
  const frame = document.createElement('iframe');
  frame.src = '/blank?inner';
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  const script = frame.contentDocument.createElement('script');
  script.textContent = 'addEventListener("message", ({ data, source }) => source.postMessage(data, "*"))';
  frame.contentDocument.body.append(script);
  let left = ${roundTrips};
  return new Promise((resolve) => {
    addEventListener('message', ({ data, source }) => {
      if (--left === 0) resolve(performance.now() - begun);
      else source.postMessage(data, '*');
    });
    const begun = performance.now();
    frame.contentWindow.postMessage({ n: 1 }, '*');
  });
})()`;

/**
 * What recording costs two frames that talk, in one running browser, each time in a page loaded anew:
 * `messages.vsBare`, with what every page event costs and data off, against a page without scripts of ours.
 */
export async function benchMessages(): Promise<Readonly<Record<string, number>>> {
  const playground = await servePlayground({ ports: [0, 0] });
  const url = `${playground.origins.page}/blank`;
  const figures: Record<string, number> = {};
  try {
    for (const [figure, open] of [
      ['messages.vsBare', openChromiumBed],
      ['messages.firefox.vsBare', openFirefoxBed],
    ] as const) {
      const bed = await open();
      try {
        figures[figure] = await recordedVsBare(await bed.watched(url), url);
      } finally {
        await bed.close();
      }
    }
    return figures;
  } finally {
    await playground.close();
  }
}

async function recordedVsBare(tab: WatchedTab, url: string): Promise<number> {
  const scripts = '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts()';
  const setRecording = async (on: boolean) => {
    await tab.inPanel(`(() => {
      const record = document.querySelector('.tool-record');
      if ((record.getAttribute('aria-pressed') === 'true') !== ${on}) record.click();
      if (!${on}) corscope.clear();
    })()`);
    await until('the scripts to be as wanted', () =>
      tab.inPanel<boolean>(`${scripts}.then((all) => (all.length === 2) === ${on})`),
    );
    await tab.goto(url);
    const text = await tab.evaluate<string>('Function.prototype.toString.call(postMessage)');
    if (text.startsWith('function postMessage') === on) throw new Error(`bench: recording is not ${on}`);
  };
  const variants: readonly Variant[] = [
    { name: 'bare', on: () => setRecording(false), off: async () => {} },
    { name: 'recorded', on: () => setRecording(true), off: async () => {} },
  ];
  const work = () => tab.evaluate<number>(roundTripsMs);
  const [bare, recorded] = await pairedTimes(variants, rounds, work);
  return medianRatio(recorded, bare);
}
