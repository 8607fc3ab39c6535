import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { isLong } from '../support/is-long';
import { differences } from '../support/same-but-placeholders';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

let tab: PanelInTab;

beforeAll(async () => {
  tab = await openPanelInTab();
});
afterAll(() => tab?.close());

const { stringify } = JSON;
/** The request of that name, once the panel has drawn it as its only row. */
const hasRow = (name: string) =>
  until(`the row of "${name}"`, async () => {
    const ids = await tab.panel
      .locator('.table-row[data-id]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
    const { exchanges } = await tab.panel.evaluate<Report>('corscope.report({ redact: "readable" })');
    const found = exchanges.find(({ url }) => url.includes(`c=${name}&`));
    return ids.length === 1 && ids[0] === found?.id && found;
  });
const paths = (report: Report) => report.exchanges.map(({ url }) => new URL(url).pathname);

beforeEach(async () => {
  await tab.page.goto(`${tab.playground.origins.page}/blank`);
  await tab.report();
  await tab.panel.evaluate('corscope.clear()');
  // A tab that nobody sees draws no rows.
  await tab.panel.bringToFront();
});

describe('the recording', () => {
  test('has a row for a request while it runs', async () => {
    const { page, playground } = tab;
    const url = `${playground.origins.api}/x?c=running&hold=running&ok=1`;
    await page.evaluate(`void fetch(${stringify(url)})`);
    await playground.held('running');
    const open = await hasRow('running');
    expect(open).toMatchObject({ outcome: 'pending', class: 'simple', durationMs: null });

    playground.release('running');
    const ended = await tab.report();
    expect(ended.exchanges[0]).toMatchObject({ outcome: 'allowed', status: 200 });
  });

  test('names what is open when it does not become idle', async () => {
    const { page, panel, playground } = tab;
    const url = `${playground.origins.api}/x?c=never&hold=never&ok=1`;
    await page.evaluate(`void fetch(${stringify(url)})`);
    await playground.held('never');
    await hasRow('never');
    const message = await panel.evaluate(
      'corscope.idle({ quietMs: 10, timeoutMs: 100 }).then(() => "idle", (error) => error.message)',
    );
    expect(message).toBe(`corscope: not idle after 100 ms, still open: GET ${url}`);
    playground.release('never');
    await tab.report();
  });

  test('is idle with a stream that has started', async () => {
    const { page, playground } = tab;
    const url = `${playground.origins.page}/x?c=stream&k=es`;
    await page.evaluate(
      `new Promise((resolve) => { globalThis.stream = new EventSource(${stringify(url)}); stream.onopen = resolve; })`,
    );
    const { exchanges } = await tab.report();
    expect(exchanges[0]).toMatchObject({ outcome: 'allowed', status: 200, durationMs: null });
    await page.evaluate('stream.close()');
  });

  test('has a row for each of many requests, in order', async () => {
    const count = isLong ? 1000 : 200;
    const { page, panel, playground } = tab;
    await page.evaluate(`(async () => {
      for (let first = 0; first < ${count}; first += 50) {
        await Promise.all(Array.from({ length: 50 }, (_, i) => fetch('/x?c=many&n=' + (first + i)).then((r) => r.text())));
      }
    })()`);
    const { exchanges } = await tab.report();
    expect(exchanges).toHaveLength(count);
    const starts = exchanges.map(({ startedAt }) => startedAt);
    expect(starts).toEqual([...starts].sort());
    expect(new Set(exchanges.map(({ url }) => new URL(url).searchParams.get('n'))).size).toBe(count);
    expect(playground.requests.filter(({ path }) => path.includes('c=many')).length).toBe(count);

    await expect.poll(() => panel.getAttribute('[role=grid]', 'aria-rowcount')).toBe(String(count + 1));
    const drawn = await panel.locator('.table-row[data-id]').count();
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(120);
  });

  test('has the requests of frames, and those of a dedicated worker', async () => {
    const { page, playground } = tab;
    await page.goto(`${playground.origins.page}/run/sandboxed-frame-allowed`);
    await page.waitForFunction('scenario.done');
    const sandboxed = (await tab.report()).exchanges.find(({ url }) => url.includes('/x?'));
    expect(sandboxed).toMatchObject({ frame: { origin: 'null' }, outcome: 'allowed' });
    expect(sandboxed?.frame.frameId).toBeGreaterThan(0);

    await page.goto(`${playground.origins.page}/run/worker-allow-origin-missing`);
    await page.waitForFunction('scenario.done');
    const ofWorker = (await tab.report()).exchanges.find(({ url }) => url.includes('/x?'));
    expect(ofWorker).toMatchObject({ outcome: 'blocked', findings: [{ code: 'allow-origin-missing' }] });
  });

  test('begins anew with a page, unless the log is preserved', async () => {
    const { page, panel, playground } = tab;
    await page.goto(`${playground.origins.page}/blank?first`);
    await tab.report();
    await page.goto(`${playground.origins.page}/blank?second`);
    const second = await tab.report();
    expect(second.exchanges.map(({ url }) => new URL(url).search)).toEqual(['?second']);
    expect(second.recording.since).toBe('before-navigation');

    await panel.getByRole('checkbox', { name: 'Preserve log' }).check();
    await page.goto(`${playground.origins.page}/blank?third`);
    const third = await tab.report();
    expect(third.exchanges.map(({ url }) => new URL(url).search)).toEqual(['?second', '?third']);
    await panel.getByRole('checkbox', { name: 'Preserve log' }).uncheck();
  });

  test('begins anew with a page that is gone back to, which asks for no document', async () => {
    const { page, playground } = tab;
    const { origins } = playground;
    const missing = (name: string) => `fetch(${stringify(`${origins.api}/x?c=${name}`)}).catch(() => {})`;
    await page.goto(`${origins.page}/blank?first`);
    await page.evaluate(
      `onpageshow = ({ persisted }) => { globalThis.cameBack = persisted; }; ${missing('before')}`,
    );
    await page.goto(`${origins.page}/blank?second`);
    await tab.report();
    await page.evaluate('void setTimeout(() => history.back())');
    await expect.poll(() => page.evaluate('globalThis.cameBack')).toBe(true);
    await page.evaluate(missing('after'));
    const report = await tab.report();
    expect(report.exchanges.map(({ url }) => new URL(url).searchParams.get('c'))).toEqual(['after']);
    expect(report.exchanges[0]).toMatchObject({ outcome: 'blocked', mode: { basis: 'observed' } });
    expect(report.page.url).toBe(`${origins.page}/blank?first`);
    expect(report.recording).toMatchObject({ hints: true, since: 'before-navigation' });
  });

  test('stands still while it is paused', async () => {
    const { page, panel, playground } = tab;
    const fetchIt = (name: string) =>
      page.evaluate(`fetch('/x?c=${name}').then((response) => response.text())`);
    const record = panel.locator('[aria-pressed]').first();
    await fetchIt('before');
    await tab.report();
    await record.click();
    await expect.poll(() => record.getAttribute('aria-pressed')).toBe('false');
    await fetchIt('during');
    await playground.seen(({ path }) => path.includes('c=during'));
    await record.click();
    await expect.poll(() => record.getAttribute('aria-pressed')).toBe('true');
    await panel.evaluate('corscope.ready');
    await fetchIt('after');
    const { exchanges } = await tab.report();
    expect(exchanges.map(({ url }) => new URL(url).searchParams.get('c'))).toEqual(['before', 'after']);
  });

  test('is the same for two panels of one tab, each from its own start', async () => {
    const { chromium, page } = tab;
    await page.evaluate(`fetch('/x?c=one').then((response) => response.text())`);
    await tab.report();
    const second = await chromium.panelFor(page);
    await until('what was before it', () =>
      second.evaluate<number>(
        'corscope.report({ redact: "readable" }).then(({ recording }) => recording.startedBefore)',
      ),
    );
    await page.evaluate(`fetch('/x?c=two').then((response) => response.text())`);
    await second.evaluate('corscope.idle()');
    const [first, other] = [
      await tab.report(),
      await second.evaluate<Report>('corscope.report({ redact: "readable" })'),
    ];
    expect(first.exchanges.map(({ url }) => new URL(url).searchParams.get('c'))).toEqual(['one', 'two']);
    expect(other.exchanges.map(({ id }) => id)).toEqual([first.exchanges[1]?.id]);
    expect(other.recording).toMatchObject({ since: 'after-load' });
    expect(other.recording.startedBefore).toBeGreaterThan(0);
    await second.close();
  });

  test('leaves out secrets, and says so', async () => {
    const { page, playground } = tab;
    await page.goto(
      `${playground.origins.api}/setcookie?name=sid&value=topsecret42&attributes=${encodeURIComponent('Path=/')}`,
    );
    await page.goto(`${playground.origins.api}/blank`);
    await page.evaluate(
      `fetch('/x?c=secret&token=abcdef123456', { headers: { Authorization: 'Bearer hushhush99' } })`,
    );
    const [plain, everything, readable, minimal, silent, named] = [
      await tab.report({ redact: false }),
      await tab.report({ redact: 'everything' }),
      await tab.report({ redact: 'readable' }),
      await tab.report({ redact: 'minimal' }),
      await tab.report({}),
      await tab.report({ redact: true }),
    ];
    for (const secret of ['topsecret42', 'abcdef123456', 'hushhush99']) {
      expect(stringify(plain)).toContain(secret);
      expect(stringify([readable, minimal, silent, named])).not.toContain(secret);
    }
    const said = (report: Report) => [report.redacted, report.redaction];
    expect([plain, everything].map(said)).toEqual(Array(2).fill([false, 'everything']));
    expect(said(readable)).toEqual([true, 'readable']);
    expect([minimal, silent, named].map(said)).toEqual(Array(3).fill([true, 'minimal']));
    expect(paths(readable)).toEqual(paths(plain));
    for (const { exchanges, pageEvents, frames } of [readable, minimal]) {
      const left = { exchanges, pageEvents, frames };
      const whole = { exchanges: plain.exchanges, pageEvents: plain.pageEvents, frames: plain.frames };
      expect(differences(left, whole)).toEqual([]);
    }
  });
});

describe('a stopped background', () => {
  test('comes back with the next event, and the log goes on', async () => {
    const { chromium, page, panel, playground } = tab;
    const url = `${playground.origins.api}/x?c=stopped&hold=stopped&ok=1`;
    await page.evaluate(`void fetch(${stringify(url)}, { method: 'PUT' })`);
    await playground.held('stopped');
    // What was not told yet is lost with the background; the last that is told before the answer are the headers.
    await until('both requests with their headers', async () => {
      const { exchanges } = await panel.evaluate<Report>('corscope.report({ redact: "readable" })');
      return exchanges.length === 2 && exchanges.every(({ hops }) => hops[0]?.requestHeaders);
    });
    await chromium.stopServiceWorker();
    // Chromium drops what it dispatches to a worker that is still closing.
    await until('the stop to be seen', () =>
      panel.evaluate<boolean>(
        'corscope.report({ redact: "readable" }).then(({ recording }) => recording.stops === 1)',
      ),
    );
    await panel.evaluate('corscope.ready');
    playground.release('stopped');
    const report = await tab.report();
    expect(report.exchanges.map(({ class: word, outcome }) => [word, outcome])).toEqual([
      ['preflighted', 'allowed'],
      ['preflight', 'allowed'],
    ]);
    expect(report.recording.stops).toBe(1);
  });
});
