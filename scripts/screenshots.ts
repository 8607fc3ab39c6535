import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Playground, servePlayground } from '../playground/server';
import { openChromium } from '../test/browsers/chromium';
import { openPanelInDevTools, setDevToolsSetting, setDevToolsTheme } from '../test/browsers/devtools';
import { openFirefox } from '../test/browsers/firefox';
import { until } from '../test/browsers/until';
import { setUpChromium, setUpFirefox } from './browsers';
import { runQuietly } from './run';

// Pictures of the panel in the real DevTools of both browsers, light and dark, narrow and wide, to be looked
// at: out/screenshots. The README's own is one of them.

const folder = join('out', 'screenshots');
const themes = ['light', 'dark'] as const;
const sizes = {
  wide: [1400, 900],
  narrow: [400, 800],
} as const;

type Theme = (typeof themes)[number];
type Size = keyof typeof sizes;

/** What is pictured, one after the other: how the panel gets there, and how it shows that it is there. */
const pictures = [
  { what: 'list', open: '', isOpen: `!!document.querySelector('.table-row.is-blocked')` },
  {
    what: '',
    open: `document.querySelector('.table-row.is-blocked')?.click()`,
    isOpen: `document.body.innerText.includes('CORS check')`,
  },
  {
    what: 'origins',
    open: `document.querySelectorAll('[role=tab]')[1]?.click()`,
    isOpen: `!!document.querySelector('.origins-table')`,
  },
  {
    what: 'messages',
    open: `document.querySelectorAll('[role=tab]')[2]?.click()`,
    isOpen: `!!document.querySelector('.messages .table-row')`,
  },
  {
    what: 'export',
    open: `document.querySelector('.tool-export')?.click()`,
    isOpen: `!!document.querySelector('.export .is-first:enabled')`,
  },
] as const;

const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

async function main(): Promise<void> {
  setUpChromium();
  setUpFirefox();
  mkdirSync(folder, { recursive: true });
  for (const mode of ['chrome', 'firefox']) {
    if ((await runQuietly('vite', ['build', '--mode', mode])) !== 0) process.exit(1);
  }
  const playground = await servePlayground();
  try {
    for (const theme of themes) {
      for (const size of ['wide', 'narrow'] as const) {
        await inChromium(playground, theme, size);
        await inFirefox(playground, theme, size);
      }
    }
  } finally {
    await playground.close();
  }
  mkdirSync('docs/images', { recursive: true });
  copyFileSync(pathOf('chrome', 'light', 'wide'), 'docs/images/panel.png');
}

async function inChromium({ origins }: Playground, theme: Theme, size: Size): Promise<void> {
  const chromium = await openChromium({ devtools: true, windowSize: sizes[size] });
  try {
    const { context, targets, extensionId } = chromium;
    const page = context.pages()[0] ?? (await context.newPage());
    const { frontend, panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
    await setDevToolsSetting(frontend, 'currentDockState', 'undocked');
    await setDevToolsTheme(frontend, theme);
    await panel.evaluate('corscope.ready');
    await page.goto(`${origins.page}/demo`);
    await panel.evaluate('corscope.idle()');
    for (const { what, open, isOpen } of pictures) {
      await panel.evaluate(open);
      await until(`the picture ${what}`, () => panel.evaluate<boolean>(isOpen));
      await panel.evaluate(drawn);
      save('chrome', theme, size, what, await frontend.screenshot());
    }
  } finally {
    await chromium.close();
  }
}

async function inFirefox({ origins }: Playground, theme: Theme, size: Size): Promise<void> {
  const firefox = await openFirefox({
    extension: 'dist/firefox',
    theme,
    prefs: {
      'devtools.toolbox.host': size === 'narrow' ? 'right' : 'bottom',
      'devtools.toolbox.sidebar.width': sizes.narrow[0],
      'devtools.toolbox.footer.height': 700,
    },
  });
  try {
    const tab = await firefox.tab();
    await firefox.goto(tab, `${origins.page}/blank`);
    const tool = await firefox.openPanelInToolbox(`${origins.page}/blank`, 'CORScope');
    const inPanel = <T>(expression: string) => firefox.inPanel<T>(tool, expression).catch(() => null);
    await until('the panel to be recording', () =>
      inPanel<boolean>(
        'window.corscope?.ready.then(() => { window.isReady = true; }), window.isReady === true',
      ),
    );
    await firefox.goto(tab, `${origins.page}/demo`);
    for (const { what, open, isOpen } of pictures) {
      await inPanel(open);
      await until(`the picture ${what}`, () => inPanel<boolean>(isOpen));
      save('firefox', theme, size, what, await firefox.screenshotWindow());
    }
  } finally {
    await firefox.close();
  }
}

function pathOf(browser: string, theme: Theme, size: Size, what = ''): string {
  return join(folder, `${[browser, theme, size, what].filter(Boolean).join('-')}.png`);
}

function save(browser: string, theme: Theme, size: Size, what: string, picture: Buffer): void {
  const path = pathOf(browser, theme, size, what);
  writeFileSync(path, picture);
  console.log(path);
}

await main();
