import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { openedDocuments, type Technique } from '../../playground/technique';
import { documentUrl } from '../../playground/technique-pages';
import { techniques } from '../../playground/techniques';
import { until } from '../../src/cli/browsers/until';
import { type Chromium, openPlainChromium } from '../browsers/chromium';
import { type Firefox, openFirefox } from '../browsers/firefox';
import { isLong } from '../support/is-long';

let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(() => playground?.close());

type Lines = Readonly<Record<string, readonly string[]>>;

/** What the classic text says that each prints; a document that has gone by then, with it its lines, has none. */
const classic = {
  jsonp: { 'a.html': ['{"name":"liam"}'], 'b.html': ['{"name":"liam"}'] },
  'document-domain': { 'a.html': ['{"name":"liam"}'], 'c.html': ['www.a.localhost SecurityError'] },
  'location-hash': {
    'a.html': ['A回调函数：hello: liam'],
    'b.html': ['B页面Hash值：#name=liam'],
    'c.html': ['C页面Hash值：#name=liam'],
  },
  'window-name': { 'a.html': ['这是B页面数据内容'] },
  'post-message': {
    'a.html': ['data from node.huoyuhao.net {"name":"huoyuhao","time":"2020.06.02"}'],
    'b.html': ['data from test.huoyuhao.net ---> {"name":"liam","time":"2020.06.02"}'],
  },
  cors: {
    'a.html': [
      'GET no cookie, FooBar: 42',
      'PUT no cookie',
      'GET without credentials: no cookie',
      'GET with credentials: session=liam',
      'GET TypeError',
    ],
  },
  'server-proxy': { 'a.html': ['TypeError', 'Via: 1.1 playground', '{"name":"liam"}'] },
  'web-socket': {
    'a.html': ['WebSocket连接成功', '接收到来自服务器的消息：Hello, Client!', 'WebSocket连接已关闭'],
    'b.html': ['Socket.IO: polling', '接收到来自服务器的消息：Hello, Client!', 'Socket.IO: websocket'],
  },
  canvas: {
    'a.html': [
      'no crossorigin: SecurityError',
      'crossorigin, allowed: 43,108,176,255',
      'crossorigin, not allowed: error',
      'shown: SecurityError',
      'cached, crossorigin: error',
      'shown, Vary: SecurityError',
      'cached, Vary, crossorigin: 43,108,176,255',
    ],
  },
} satisfies Readonly<Record<string, Lines>>;

const printedIn: Readonly<Record<'Chromium' | 'Firefox', Readonly<Record<string, Lines>>>> = {
  Chromium: classic,
  Firefox: {
    ...classic,
    'document-domain': { ...classic['document-domain'], 'c.html': ['a.localhost {"name":"liam"}'] },
    canvas: {
      'a.html': classic.canvas['a.html'].with(4, 'cached, crossorigin: 43,108,176,255'),
    },
  },
};

/** What the documents of a technique have printed, by their names, once each has as many lines as `wanted`. */
function printed(
  { id, documents }: Technique,
  wanted: Lines = {},
  linesOf: (url: string) => Promise<readonly string[] | null>,
) {
  return until(`${id} to print`, async () => {
    const found = await Promise.all(
      Object.keys(wanted).map(async (file) => {
        const { on } = documents.find((one) => one.file === file)!;
        const lines = await linesOf(`${playground.origins[on]}/technique/${id}/${file}`);
        return [file, lines ?? []] as const;
      }),
    );
    const areAll = found.every(([file, lines]) => lines.length >= (wanted[file]?.length ?? 0));
    return areAll && Object.fromEntries(found);
  });
}

const withoutRest = (url: string) => url.split(/[?#]/, 1)[0] ?? '';

test('every technique has its printed results', () => {
  for (const browser of ['Chromium', 'Firefox'] as const) {
    const shown = techniques.map(({ id, documents }) => [
      id,
      Object.fromEntries(
        documents
          .filter(({ prints }) => prints.length > 0)
          .map(({ file, prints, printsInFirefox }) => [
            file,
            browser === 'Firefox' ? (printsInFirefox ?? prints) : prints,
          ]),
      ),
    ]);
    expect(Object.fromEntries(shown)).toEqual(printedIn[browser]);
  }
});

/** Socket.IO's requests from `since` on: how it asked the other origin, and whose page that was. */
function socketIoRequests(since: number) {
  const { api } = playground.origins;
  return playground.requests
    .slice(since)
    .filter(({ host, path }) => host === new URL(api).host && path.startsWith('/socket.io/?'))
    .map(({ method, path, headers }) => {
      const transport = new URL(path, api).searchParams.get('transport');
      return `${method} ${transport} from ${headers.origin}`;
    });
}

describe('in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await openPlainChromium();
    page = await chromium.context.newPage();
  });
  afterAll(() => chromium?.close());

  const linesOf = async (url: string) => {
    const frame = page.frames().find((one) => withoutRest(one.url()) === url);
    return frame ? await frame.evaluate<readonly string[]>('globalThis.printed').catch(() => null) : null;
  };

  test.each(techniques)('$id prints what it says', async (technique) => {
    await page.goto(`${playground.origins.page}/technique/${technique.id}?lang=en`);
    for (const run of await page.getByRole('link', { name: 'Run', exact: true }).all()) await run.click();
    const wanted = printedIn.Chromium[technique.id];
    expect(await printed(technique, wanted, linesOf)).toEqual(wanted);
  });

  test('Socket.IO begins with requests across origins', () => {
    const { page } = playground.origins;
    const asked = ['GET polling', 'POST polling', 'GET websocket'].map((one) => `${one} from ${page}`);
    return expect.poll(() => socketIoRequests(0)).toEqual(expect.arrayContaining(asked));
  });

  test.each(
    (isLong ? techniques : []).flatMap((technique) =>
      openedDocuments(technique).map((document) => ({
        id: technique.id,
        file: document.file,
        technique,
        document,
      })),
    ),
  )('$id/$file does so in a tab of its own', async ({ file, technique, document }) => {
    await page.goto(documentUrl(technique, document, playground.origins));
    const lines = printedIn.Chromium[technique.id]?.[file] ?? [];
    expect(await printed(technique, { [file]: lines }, linesOf)).toEqual({ [file]: lines });
  });

  test('the lines stand in the frames', async () => {
    await page.goto(`${playground.origins.page}/technique/location-hash?lang=en`);
    await page.getByRole('link', { name: 'Run', exact: true }).click();
    const stage = page.frameLocator('.stage iframe');
    await stage.getByText('A回调函数：hello: liam').waitFor();
    await stage.frameLocator('iframe').getByText('B页面Hash值：#name=liam').waitFor();
    await stage.frameLocator('iframe').frameLocator('iframe').getByText('C页面Hash值：#name=liam').waitFor();
  });

  test.each(isLong ? ['en', 'zh-CN'] : ['en'])(
    'a narrow page in %s does not scroll sideways',
    async (lang) => {
      await page.setViewportSize({ width: 360, height: 800 });
      for (const path of ['', 'demo', ...techniques.map(({ id }) => `technique/${id}`)]) {
        await page.goto(`${playground.origins.page}/${path}?lang=${lang}`);
        await page.evaluate(`document.querySelector('details')?.setAttribute('open', '')`);
        await page.waitForFunction('globalThis.scenario?.done ?? true');
        const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
        expect(await page.evaluate(isWider), path).toBe(false);
      }
    },
  );
});

// What the pages print there without the extension; techniques-seen has the extension in both browsers.
if (isLong)
  describe('in Firefox', () => {
    let firefox: Firefox;
    let tab: string;
    let since: number;
    beforeAll(async () => {
      since = playground.requests.length;
      firefox = await openFirefox();
      tab = await firefox.tab();
    });
    afterAll(() => firefox?.close());

    const linesOf = async (url: string) => {
      const frame = (await firefox.frames(tab)).find((one) => withoutRest(one.url) === url);
      if (!frame) return null;
      return firefox.evaluate<readonly string[]>(frame.context, 'globalThis.printed').catch(() => null);
    };

    test.each(techniques)('$id prints what it says', async (technique) => {
      await firefox.goto(tab, `${playground.origins.page}/technique/${technique.id}?lang=en`);
      await firefox.evaluate(tab, `document.querySelectorAll('a.run').forEach((run) => run.click())`);
      const wanted = printedIn.Firefox[technique.id];
      expect(await printed(technique, wanted, linesOf)).toEqual(wanted);
    });

    test('Socket.IO begins with requests across origins', () => {
      const { page } = playground.origins;
      const asked = ['GET polling', 'POST polling', 'GET websocket'].map((one) => `${one} from ${page}`);
      return expect.poll(() => socketIoRequests(since)).toEqual(expect.arrayContaining(asked));
    });
  });
