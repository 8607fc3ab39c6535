import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../playground/listen';
import { until } from '../../src/cli/browsers/until';
import type { Report, ReportExchange } from '../../src/report/model';
import { openChromium } from '../browsers/chromium';
import { type BrowserName, describeInBrowsers } from '../browsers/describe-in-browsers';
import { openPanelInDevTools, pressEnter } from '../browsers/devtools';
import { openFirefox } from '../browsers/firefox';

const secret = 'kept-by-the-browser-8f31c2';

/** The panel in a browser's own developer tools, on a page that has made its requests. */
interface Driven {
  inPanel<T>(expression: string): Promise<T>;
  /** Gives the permission as a person does. */
  allowCookies(): Promise<void>;
  close(): Promise<void>;
}

let site: Listening;
const at = (host: string, path = '') => `http://${host}.localhost:${site.port}${path}`;

/** One page and the servers that it asks, told apart by path. */
const serve = () =>
  createServer(({ url = '', method, headers }, response) => {
    const allow = { 'Access-Control-Allow-Origin': headers.origin ?? '*', 'Cache-Control': 'no-store' };
    const answers: Record<string, readonly [number, Record<string, string | readonly string[]>]> = {
      '/cookies': [
        200,
        {
          ...allow,
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Expose-Headers': 'X-Shown',
          'Timing-Allow-Origin': '*',
          'X-Shown': '1',
          'X-Kept': '1',
          'Set-Cookie': [
            `apart=${secret}; SameSite=None; Secure; Partitioned`,
            'bare=1; SameSite=None',
            'lax=1; SameSite=Lax',
            'silent=1',
          ],
        },
      ],
      '/away': [302, { ...allow, Location: at('x.c', '/end') }],
      '/end': [200, allow],
      '/put': [
        204,
        { ...allow, 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Headers': '"x-a"' },
      ],
    };
    const [status, sent] = answers[url] ?? [200, { 'Content-Type': 'text/html; charset=utf-8' }];
    response.writeHead(method === 'PUT' ? 500 : status, sent as Record<string, string | string[]>);
    response.end(url === '/' ? '<!doctype html><link rel="icon" href="data:,"><title>Page</title>' : '');
  });

const requests = () => `(async () => {
  const ask = (url, init) => fetch(url, init).catch(() => {});
  await ask('${at('api.b', '/cookies')}', { credentials: 'include' });
  await ask('${at('api.b', '/cookies')}', { credentials: 'include' });
  await ask('${at('api.b', '/away')}');
  await ask('${at('api.b', '/put')}', { method: 'PUT', headers: { 'X-A': '1' } });
})()`;

beforeAll(async () => {
  site = await listen(serve, 0);
});
afterAll(() => site?.close());

async function inChromium(): Promise<Driven> {
  const chromium = await openChromium({ devtools: true });
  const { context, targets, extensionId } = chromium;
  const page = context.pages()[0] ?? (await context.newPage());
  const { panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
  await page.goto(at('www.a', '/'));
  await page.evaluate(requests());
  return {
    inPanel: (expression) => panel.evaluate(expression),
    allowCookies: () => pressEnter(panel, '.ask-cookies'),
    close: () => chromium.close(),
  };
}

async function inFirefox(): Promise<Driven> {
  const firefox = await openFirefox({ extension: 'dist/firefox' });
  const tab = await firefox.tab();
  await firefox.goto(tab, at('www.a', '/'));
  const tool = await firefox.openPanelInToolbox(at('www.a', '/'), 'CORScope');
  // What is given back must be plain: values go as text.
  const inPanel = async <T>(expression: string) => {
    const text = await firefox.inPanel<string>(
      tool,
      `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
    );
    return JSON.parse(text) as T;
  };
  await until('the panel to be recording', () =>
    inPanel<boolean>('window.corscope ? corscope.ready.then(() => true) : false').catch(() => false),
  );
  await firefox.goto(tab, at('www.a', '/'));
  await firefox.evaluate(tab, requests());
  return {
    inPanel,
    async allowCookies() {
      // A panel in the toolbox cannot ask: a page of its own does.
      await firefox.clickInPanel(tool, '.ask-cookies');
      await until('the page that asks', () =>
        firefox.clickInTab('src/devtools/permit.html?cookies', '.button'),
      );
    },
    close: () => firefox.close(),
  };
}

async function openDriven(browser: BrowserName) {
  return { driven: await (browser === 'Chromium' ? inChromium() : inFirefox()) };
}

describeInBrowsers(
  'the detail',
  openDriven,
  ({ driven }, browser) => {
    const other = browser === 'Chromium' ? 'Firefox' : 'Chrome';
    let report: Report;
    beforeAll(async () => {
      await driven.inPanel('corscope.idle().then(() => 1)');
      report = await driven.inPanel<Report>('corscope.report({ redact: "readable" })');
    });

    const asked = (path: string, nth = 0): ReportExchange => {
      const all = report.exchanges.filter(
        ({ hops, preflightFor }) => !preflightFor && hops[0]?.url.endsWith(path),
      );
      const found = all[nth];
      if (!found) throw new Error(`no request of "${path}"`);
      return found;
    };
    /** The text of a section of a request's detail, once it has those words. */
    const detailOf = async ({ id }: ReportExchange, section: string, words: string) => {
      const row = `document.querySelector('.table-row[data-id="' + CSS.escape(${JSON.stringify(id)}) + '"]')`;
      await until('the row', () => driven.inPanel<boolean>(`!!${row}`));
      await driven.inPanel(`(${row}.click(), 1)`);
      return until(`"${words}" in "${section}"`, () =>
        driven.inPanel<string | false>(`(() => {
        const sections = [...document.querySelectorAll('.detail .section')];
        const found = sections.find((one) => one.querySelector('h3').textContent === ${JSON.stringify(section)});
        const isChosen = document.querySelector('.table-row[aria-selected=true]')?.dataset.id === ${JSON.stringify(id)};
        return isChosen && found?.innerText.includes(${JSON.stringify(words)}) ? found.innerText : false;
      })()`),
      );
    };

    test('shows which cookies were sent, stored or rejected, and why', async () => {
      const text = await detailOf(asked('/cookies', 1), 'Cookies', 'cookies from before it are unknown');
      expect(text).toContain('SameSite=None requires Secure.');
      expect(text).toContain('apart');
      expect(text).toContain(
        'SameSite restricts it to its own site, and a page of another site made the request.',
      );
      expect(text).not.toContain(secret);
      expect(text).toContain(`In ${other}:`);
      const told = asked('/cookies', 1).cookies.map((cookie) => `${cookie.name} ${cookie.direction}`);
      expect(told).toContain('apart sent');
      expect(told).toContain('bare refused');
      expect(told).toContain('lax refused');
      expect(told).toContain(browser === 'Firefox' ? 'silent set' : 'silent refused');
    });

    test('shows the redirect chain, with the origin that is hidden', async () => {
      const text = await detailOf(asked('/away'), 'Redirect chain', 'cross-site');
      expect(text).toContain(at('x.c', '/end'));
      expect(text).toContain('another origin redirected the request to a different one');
      expect(text.match(/passed/g)).toHaveLength(2);
    });

    test('shows what the preflight cost, and the console message of the other browser', async () => {
      const text = await detailOf(asked('/put'), 'Other browser', other);
      expect(text).toContain('InvalidAllowHeadersPreflightResponse');
      expect(text).toContain('CORSMethodNotFound');
      expect(await detailOf(asked('/put'), 'Facts', 'Preflight cost')).toMatch(/Preflight cost\s+\d+ ms/);
    });

    test('shows what script can read, and whether it sees the timing', async () => {
      const text = await detailOf(asked('/cookies'), 'Readable by script', 'visible to the page');
      expect(text).toContain('x-shown');
      expect(text).toMatch(/x-kept\s+Access-Control-Expose-Headers does not list it/);
      expect(asked('/cookies')).toMatchObject({ responseType: 'cors', timing: 'shown' });
    });

    test('checks cookies against the browser’s cookie store, once the user allows it', async () => {
      expect(asked('/cookies', 1).cookies.map(({ kept }) => kept)).not.toContain('same');
      await detailOf(asked('/cookies', 1), 'Cookies', 'Check browser cookies');
      await driven.inPanel(`(document.querySelector('.ask-cookies').scrollIntoView({ block: 'center' }), 1)`);
      await driven.allowCookies();
      const text = await until('the comparison', () =>
        driven.inPanel<string | false>(`(() => {
        const text = document.querySelector('.detail').innerText;
        return text.includes('Values are compared, but neither shown nor exported') && text;
      })()`),
      );
      expect(text).toContain('in the browser');
      expect(text).not.toContain('differs from the computed result');
      report = await driven.inPanel<Report>('corscope.report({ redact: "readable" })');
      const { cookies } = asked('/cookies', 1);
      expect(cookies.find(({ name, direction }) => name === 'apart' && direction === 'set')).toMatchObject({
        kept: 'same',
        basis: 'observed',
      });
      expect(cookies.find(({ name, direction }) => name === 'bare' && direction === 'refused')).toMatchObject(
        {
          kept: 'none',
          basis: 'observed',
        },
      );
      expect(JSON.stringify(report)).not.toContain(secret);
    });
  },
  { always: ['Firefox'] },
);
