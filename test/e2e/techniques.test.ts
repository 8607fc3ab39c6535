import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import type { Technique } from '../../playground/technique';
import { techniques } from '../../playground/techniques';
import { type Chromium, openPlainChromium } from '../browsers/chromium';
import { type Firefox, openFirefox } from '../browsers/firefox';
import { until } from '../browsers/until';

let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(() => playground?.close());

/** What the classic text says that each prints; a document that has gone by then, with it its lines, has none. */
// biome-ignore format: a table
const classic: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
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
};

/** What the documents of a technique print, by their names, once each of them has. */
function printed({ id }: Technique, linesOf: (url: string) => Promise<readonly string[] | null>) {
  return until(`${id} to print`, async () => {
    const wanted = techniques.find((one) => one.id === id)?.documents ?? [];
    const found = await Promise.all(
      wanted.map(async ({ file, on, prints }) => {
        const url = `${playground.origins[on]}/technique/${id}/${file}`;
        return prints.length > 0 ? ([file, await linesOf(url)] as const) : null;
      }),
    );
    const lines = found.filter((one) => one !== null);
    return lines.every(([, one]) => one && one.length > 0) && Object.fromEntries(lines);
  });
}

const withoutRest = (url: string) => url.split(/[?#]/, 1)[0] ?? '';

test('every technique has its printed results', () => {
  for (const { id, documents } of techniques) {
    const prints = documents.filter((one) => one.prints.length > 0).map((one) => [one.file, one.prints]);
    expect(Object.fromEntries(prints), id).toEqual(classic[id]);
  }
});

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
    await page.getByRole('link', { name: 'Run', exact: true }).click();
    expect(await printed(technique, linesOf)).toEqual(classic[technique.id]);
  });

  test.each(techniques)('$id does so in a tab of its own', async (technique) => {
    await page.goto(`${playground.origins.page}/technique/${technique.id}/a.html`);
    expect(await printed(technique, linesOf)).toEqual(classic[technique.id]);
  });

  test('the lines stand in the frames', async () => {
    await page.goto(`${playground.origins.page}/technique/location-hash?lang=en`);
    await page.getByRole('link', { name: 'Run', exact: true }).click();
    const stage = page.frameLocator('.stage iframe');
    await stage.getByText('A回调函数：hello: liam').waitFor();
    await stage.frameLocator('iframe').getByText('B页面Hash值：#name=liam').waitFor();
    await stage.frameLocator('iframe').frameLocator('iframe').getByText('C页面Hash值：#name=liam').waitFor();
  });

  test.each(['en', 'zh-CN'])('a narrow page in %s does not scroll sideways', async (lang) => {
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of ['', ...techniques.map(({ id }) => `technique/${id}`)]) {
      await page.goto(`${playground.origins.page}/${path}?lang=${lang}`);
      const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate(isWider), path).toBe(false);
    }
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;
  let tab: string;
  beforeAll(async () => {
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
    await firefox.evaluate(tab, `void document.querySelector('a.run').click()`);
    expect(await printed(technique, linesOf)).toEqual(classic[technique.id]);
  });
});
