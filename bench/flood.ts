import { servePlayground } from '../playground/server';
import { until } from '../src/cli/browsers/until';
import { flood } from '../test/behaviour/hostile-pages';
import { openChromium } from '../test/browsers/chromium';

const floodMs = 60_000;

/**
 * Measures how many megabytes of memory are still used after a minute of messages at full rate and garbage
 * collection, compared with before: `flood.page`, `.background` and `.panel`.
 */
export async function benchFlood(): Promise<Readonly<Record<string, number>>> {
  const playground = await servePlayground({ ports: [0, 0] });
  const chromium = await openChromium();
  try {
    const page = await chromium.context.newPage();
    await page.goto(`${playground.origins.page}/blank`);
    const panel = await chromium.panelFor(page);
    await page.goto(`${playground.origins.page}/blank?flood`);

    const worker = await chromium.targets.find(
      ({ type, url }) => type === 'service_worker' && url.includes(chromium.extensionId),
    );
    const heaps = {
      page: await chromium.context.newCDPSession(page),
      background: await chromium.targets.attach(worker),
      panel: await chromium.context.newCDPSession(panel),
    };
    const used = async (name: keyof typeof heaps) => {
      await heaps[name].send('HeapProfiler.collectGarbage');
      return (await heaps[name].send('Runtime.getHeapUsage')).usedSize;
    };
    const names = ['page', 'background', 'panel'] as const;
    const before = await Promise.all(names.map(used));
    await page.evaluate(flood(floodMs));
    const sent = await until(
      'the flood to end',
      () => page.evaluate<number | null>('globalThis.sent ?? null'),
      floodMs * 3,
    );
    await until('every message', () => page.evaluate<boolean>(`got >= ${sent}`), floodMs);
    await panel.evaluate('corscope.idle()');
    const after = await Promise.all(names.map(used));
    const grown = names.map((name, index) => {
      const bytes = (after[index] ?? Number.NaN) - (before[index] ?? Number.NaN);
      return [`flood.${name}`, Math.round(bytes / 100_000) / 10] as const;
    });
    return { ...Object.fromEntries(grown), 'flood.sent': sent };
  } finally {
    await chromium.close();
    await playground.close();
  }
}
