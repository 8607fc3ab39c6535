import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { serveGallery } from './serve';

// npx tsx test/devtools/gallery/shoot.ts FOLDER [name…]: takes screenshots of the current panel.
const [folder = 'out/gallery', ...only] = process.argv.slice(2);

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height?: number;
  readonly query: string;
}

const origins = 'view=origins';
const messages = 'view=messages';
const api = 'origin=https://api.shop.example';
const classic = 'page=http://www.a.com/a.js&other=http://script.a.com/b.js';

const shots: readonly Shot[] = [
  { name: 'wide-light', width: 1400, query: 'theme=light' },
  { name: 'wide-dark', width: 1400, query: 'theme=dark&select=r12' },
  { name: 'wide-zh', width: 1400, query: 'theme=light&language=zh-CN&select=r12', height: 1500 },
  { name: 'medium-light', width: 900, query: 'theme=light' },
  { name: 'medium-detail', width: 900, query: 'theme=light&select=r8', height: 1300 },
  { name: 'narrow-light', width: 400, query: 'theme=light' },
  { name: 'narrow-dark-detail', width: 400, query: 'theme=dark&select=r6', height: 1000 },
  { name: 'narrow-zh', width: 400, query: 'theme=dark&language=zh-CN' },
  { name: 'redirect', width: 1400, query: 'theme=light&select=r18', height: 1800 },
  { name: 'uncertain', width: 1000, query: 'theme=light&select=r24', height: 1300 },
  { name: 'long-values', width: 1000, query: 'theme=light&select=r29', height: 1300 },
  { name: 'preflight', width: 1000, query: 'theme=light&select=r13', height: 1300 },
  { name: 'firefox', width: 1000, query: 'theme=dark&browser=firefox&select=r6', height: 900 },
  { name: 'hinted', width: 1000, query: 'theme=light&hints&select=r8', height: 1500 },
  { name: 'hinted-dark-element', width: 1000, query: 'theme=dark&hints&select=r3', height: 1100 },
  { name: 'hinted-several-zh', width: 1000, query: 'language=zh-CN&hints&select=r6', height: 1700 },
  { name: 'hinted-manual', width: 1000, query: 'theme=light&hints&select=r24', height: 1300 },
  { name: 'unhinted', width: 900, query: 'theme=light&select=r27', height: 1500 },
  { name: 'never-csp', width: 1400, query: 'theme=light&hints&select=call d1 c5', height: 1300 },
  {
    name: 'never-csp-zh',
    width: 400,
    query: 'theme=dark&language=zh-CN&hints&select=call d1 c5',
    height: 1200,
  },
  { name: 'never-mode', width: 1000, query: 'theme=light&hints&select=call d1 c6', height: 1300 },
  { name: 'never-unknown', width: 1000, query: 'theme=dark&hints&select=call d1 c7', height: 1100 },
  { name: 'empty', width: 900, query: 'state=empty', height: 420 },
  { name: 'denied', width: 400, query: 'state=denied', height: 420 },
  { name: 'connecting', width: 900, query: 'state=connecting&theme=dark', height: 300 },
  { name: 'paused', width: 900, query: 'state=paused', height: 300 },
  { name: 'gone', width: 900, query: 'state=gone&language=zh-CN', height: 300 },
  { name: 'many', width: 1000, query: 'count=10000' },
  { name: 'between', width: 1000, query: 'theme=light&between' },
  { name: 'between-narrow', width: 400, query: 'theme=dark&between', height: 500 },
  { name: 'origins-wide', width: 1400, query: `${origins}&theme=light` },
  { name: 'origins-wide-dark', width: 1400, query: `${origins}&theme=dark&${api}`, height: 1000 },
  {
    name: 'origins-wide-zh',
    width: 1400,
    query: `${origins}&theme=light&language=zh-CN&${api}`,
    height: 1000,
  },
  { name: 'origins-1000', width: 1000, query: `${origins}&theme=light` },
  { name: 'origins-medium', width: 900, query: `${origins}&theme=light` },
  { name: 'origins-medium-zh', width: 900, query: `${origins}&theme=dark&language=zh-CN`, height: 1000 },
  { name: 'origins-narrow', width: 400, query: `${origins}&theme=light`, height: 1000 },
  {
    name: 'origins-narrow-zh',
    width: 400,
    query: `${origins}&theme=dark&language=zh-CN&${api}`,
    height: 1400,
  },
  { name: 'origins-mixed', width: 1000, query: `${origins}&origin=http://legacy.example`, height: 1200 },
  { name: 'origins-own', width: 1000, query: `${origins}&theme=dark&origin=https://shop.example` },
  { name: 'tester', width: 1400, query: `${origins}&theme=light&${classic}`, height: 1100 },
  { name: 'tester-wrong', width: 900, query: `${origins}&page=localhost:3000&other=http://a b`, height: 700 },
  { name: 'tester-narrow', width: 400, query: `${origins}&theme=dark&${classic}`, height: 1600 },
  { name: 'tester-zh', width: 900, query: `${origins}&language=zh-CN&${classic}`, height: 1300 },
  { name: 'ways', width: 1000, query: `${origins}&theme=light&${api}`, height: 1800 },
  { name: 'origins-none', width: 900, query: 'state=empty&view=origins', height: 300 },
  { name: 'messages-wide', width: 1400, query: `${messages}&theme=light` },
  { name: 'messages-1200-dark', width: 1200, query: `${messages}&theme=dark&event=e3`, height: 900 },
  {
    name: 'messages-wide-zh',
    width: 1400,
    query: `${messages}&theme=light&language=zh-CN&event=e13`,
    height: 900,
  },
  { name: 'messages-requests', width: 1400, query: `${messages}&theme=light&requests`, height: 1000 },
  { name: 'messages-requests-60', width: 1000, query: `${messages}&theme=dark&frames=60&requests` },
  { name: 'messages-requests-narrow', width: 400, query: `${messages}&theme=dark&requests`, height: 700 },
  { name: 'messages-medium', width: 900, query: `${messages}&theme=light&event=e8`, height: 800 },
  { name: 'messages-narrow', width: 400, query: `${messages}&theme=light`, height: 800 },
  {
    name: 'messages-narrow-dark-detail',
    width: 400,
    query: `${messages}&theme=dark&event=e12`,
    height: 1100,
  },
  { name: 'messages-narrow-zh', width: 400, query: `${messages}&language=zh-CN&theme=dark`, height: 700 },
  {
    name: 'messages-filtered',
    width: 1200,
    query: `${messages}&theme=light&kind=received&event=e17`,
    height: 900,
  },
  { name: 'messages-hash', width: 1200, query: `${messages}&theme=dark&event=e14`, height: 700 },
  {
    name: 'messages-relay',
    width: 1200,
    query: `${messages}&theme=light&kind=location-hash&event=e14`,
    height: 1000,
  },
  {
    name: 'messages-relay-narrow-zh',
    width: 400,
    query: `${messages}&theme=dark&language=zh-CN&kind=location-hash&event=e14`,
    height: 1200,
  },
  { name: 'messages-counted', width: 1000, query: `${messages}&theme=light&event=e16`, height: 700 },
  { name: 'messages-opener', width: 1200, query: `${messages}&theme=light&event=e36`, height: 900 },
  {
    name: 'messages-opener-zh',
    width: 400,
    query: `${messages}&theme=dark&language=zh-CN&event=e36`,
    height: 1100,
  },
  { name: 'opener', width: 1000, query: 'theme=light&select=r36', height: 1500 },
  { name: 'messages-many', width: 1200, query: `${messages}&events=100000` },
  { name: 'messages-empty', width: 900, query: `state=empty&${messages}&pageWorld=off`, height: 420 },
  { name: 'messages-empty-narrow', width: 400, query: `state=empty&${messages}&theme=dark`, height: 500 },
  { name: 'map-wide', width: 1400, query: 'view=map&theme=light', height: 900 },
  { name: 'map-wide-dark', width: 1400, query: 'view=map&theme=dark', height: 900 },
  { name: 'map-medium', width: 900, query: 'view=map&theme=light&node=f7', height: 800 },
  { name: 'map-medium-zh', width: 900, query: 'view=map&theme=dark&language=zh-CN', height: 800 },
  { name: 'map-narrow', width: 400, query: 'view=map&theme=light', height: 900 },
  { name: 'map-narrow-dark-zh', width: 400, query: 'view=map&theme=dark&language=zh-CN', height: 900 },
  { name: 'map-3', width: 1400, query: 'view=map&frames=3&theme=light' },
  { name: 'map-60', width: 1400, query: 'view=map&frames=60&theme=light', height: 1400 },
  { name: 'map-60-node', width: 1400, query: 'view=map&frames=60&theme=dark&node=f7', height: 1400 },
  { name: 'map-60-medium', width: 900, query: 'view=map&frames=60&theme=dark', height: 1200 },
  { name: 'map-60-narrow', width: 400, query: 'view=map&frames=60&theme=light', height: 1200 },
  { name: 'map-empty', width: 900, query: 'state=empty&view=map', height: 400 },
  { name: 'cookies', width: 1400, query: 'theme=light&select=r33', height: 1500 },
  { name: 'cookies-dark', width: 400, query: 'theme=dark&select=r33&cookies', height: 1200 },
  { name: 'cookies-zh', width: 1000, query: 'theme=dark&language=zh-CN&select=r34&cookies', height: 1700 },
  { name: 'cookies-third', width: 1000, query: 'theme=light&select=r35&cookies', height: 1900 },
  { name: 'hops', width: 1400, query: 'theme=light&select=r18', height: 1700 },
  { name: 'hops-narrow', width: 400, query: 'theme=dark&select=r18', height: 1200 },
  { name: 'hops-hsts', width: 1000, query: 'theme=dark&select=r19', height: 1500 },
  { name: 'browsers', width: 1400, query: 'theme=light&select=r37', height: 1600 },
  { name: 'browsers-narrow', width: 400, query: 'theme=dark&language=zh-CN&select=r37', height: 1200 },
  { name: 'settings', width: 900, query: 'theme=light', height: 400 },
  { name: 'settings-zh', width: 400, query: 'theme=dark&language=zh-CN', height: 500 },
  { name: 'export-wide', width: 1400, query: 'theme=light' },
  { name: 'export-narrow-dark-secrets', width: 400, query: 'theme=dark', height: 600 },
  { name: 'export-zh-markdown', width: 900, query: 'theme=dark&language=zh-CN', height: 500 },
  { name: 'export-many', width: 900, query: 'count=5000' },
];

mkdirSync(folder, { recursive: true });
const server = await serveGallery();
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  for (const { name, width, height = 760, query } of shots) {
    if (only.length > 0 && !only.includes(name)) continue;
    await page.setViewportSize({ width, height });
    await page.goto(`http://127.0.0.1:5178/test/devtools/gallery/index.html?${query}`);
    await page.waitForSelector('.table, .origins, .map-scroll > *');
    // A call gets its own row only after a delay without a request.
    if (query.includes('hints')) await page.waitForSelector('[data-id="call d1 c7"]');
    if (query.includes('select=')) await page.waitForSelector('.detail');
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const node = new URLSearchParams(query).get('node');
    if (node) await page.locator(`[data-node="${node}"]`).click({ position: { x: 20, y: 10 } });
    if (name === 'ways') {
      for (const way of await page.locator('.way > summary').all()) await way.click();
    }
    const [section] = /^(cookies|hops|browsers)(?=-narrow|-dark)/.exec(name) ?? [];
    if (section) await page.locator(`.${section}`).first().scrollIntoViewIfNeeded();
    if (name.startsWith('settings')) {
      await page.locator('.tool-settings').click();
      await page.waitForSelector('.settings input');
    }
    if (name.startsWith('export')) {
      await page.locator('.tool-export').click();
      if (name.includes('markdown')) await page.locator('.export [type=radio]').nth(1).click();
      if (name.includes('secrets')) await page.getByRole('switch').click();
      await page.waitForSelector('.export .button:enabled');
    }
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
} finally {
  await browser.close();
  await server.close();
}
