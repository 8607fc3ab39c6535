import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { openChromiumBed, openFirefoxBed } from '../behaviour/pages';

let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(() => playground?.close());

test.each([
  ['Chromium', openChromiumBed],
  ['Firefox', openFirefoxBed],
])('in %s, a report has the title that the page gives itself late', async (_, open) => {
  const bed = await open();
  try {
    const tab = await bed.watched(`${playground.origins.page}/blank`);
    const title = async () => (await tab.report()).page.title;
    for (const later of ['Account', 'Settings']) {
      await tab.evaluate(`void (document.title = '${later}')`);
      await expect.poll(title, { timeout: 10_000 }).toBe(later);
    }
  } finally {
    await bed.close();
  }
});
