import { expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import type { PageEvent } from '../../src/report/page-event-model';
import { type BrowserName, describeInBrowsers } from '../browsers/describe-in-browsers';
import { inTurn } from '../support/in-turn';
import { isLong } from '../support/is-long';
import { flood, forged, hostilePages, usual } from './hostile-pages';
import { openInKept } from './pages';
import { type Site, serveSite } from './site';

const received = (events: readonly PageEvent[]) =>
  events.filter((event) => event.kind === 'post-message' && event.direction === 'received');
const counted = (events: readonly PageEvent[]) => events.reduce((sum, { count }) => sum + count, 0);
const messages = 7;

let runs = 0;
/** This must not look like a secret, or the report would redact it. */
const nameOfRun = () => `run-${++runs}`;

/** The URL of a cross-origin frame that sends itself messages and then makes one request. */
const neighbour = (site: Site, origin: string, id: string) =>
  site.frame(
    origin,
    `let left = ${messages};
    addEventListener('message', () => --left === 0 && fetch('/x?c=${id}'));
    for (let n = 0; n < ${messages}; n++) postMessage(n, '*');`,
  );

async function openOnSite(browser: BrowserName) {
  const site = await serveSite();
  return { site, tab: await openInKept(browser, `${site.origins.page}/frame?code=`) };
}

describeInBrowsers('a page', openOnSite, ({ site, tab }, browser) => {
  /**
   * Loads a page with that script first and the neighbour after it. Resolves with the report when both are
   * done.
   */
  async function reportOn(script: string, id: string): Promise<Report> {
    await tab.inPanel('corscope.clear()');
    const url = neighbour(site, site.origins.api, id);
    const frame = `const frame = document.createElement('iframe'); frame.src = ${JSON.stringify(url)}; document.documentElement.append(frame);`;
    await tab.goto(site.frame(site.origins.page, `${script}\n{ ${frame} }\n${usual}`));
    await until('the request of the neighbour', () => site.wasAsked(id));
    let report = await tab.report();
    await until('the events', async () => {
      report = await tab.report();
      return of(report, site.origins.api).length >= messages && of(report, site.origins.page).length > 0;
    });
    return report;
  }
  const of = (report: Report, origin: string) =>
    received(report.pageEvents).filter(({ frame }) => frame.origin === origin);

  test.each(inTurn(hostilePages, browser))('that $name only harms its own log', async ({ script }) => {
    const id = nameOfRun();
    const report = await reportOn(script, id);

    expect(counted(of(report, site.origins.api))).toBe(messages);
    const asked = report.exchanges.filter(({ url }) => url.endsWith(`c=${id}`));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ class: 'same-origin', outcome: 'allowed', status: 200 });
    expect(JSON.stringify(report.exchanges.filter(({ class: word }) => word !== 'navigation'))).not.toContain(
      forged,
    );
    expect(JSON.stringify(report.pageEvents)).not.toContain(forged);
    for (const { count } of report.pageEvents) expect(count).toBeLessThan(10_000);
  });

  test('that sends a flood of messages is counted exactly, as is its neighbour', async () => {
    const id = nameOfRun();
    const report = await reportOn(flood(isLong ? 3000 : 1000), id);
    expect(counted(of(report, site.origins.api))).toBe(messages);

    const sent = await until('the flood to end', () =>
      tab.evaluate<number | null>('globalThis.sent ?? null'),
    );
    const usualCount = 3;
    await until('every message', () => tab.evaluate<boolean>(`got === ${sent + usualCount}`));
    const total = async () => counted(of(await tab.report(), site.origins.page));
    await until('their count', async () => (await total()) >= sent + usualCount);
    expect(await total()).toBe(sent + usualCount);
    const { pageEvents, exchanges } = await tab.report();
    expect(pageEvents.length).toBeLessThan(10_000);
    expect(exchanges.filter(({ url }) => url.endsWith(`c=${id}`))).toHaveLength(1);
  });
});
