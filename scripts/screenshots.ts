import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Playground, servePlayground } from '../playground/server';
import { until } from '../src/cli/browsers/until';
import { isLanguage, type Language } from '../src/prose';
import { openChromium } from '../test/browsers/chromium';
import { openPanelInDevTools, setDevToolsSetting, setDevToolsTheme } from '../test/browsers/devtools';
import { openFirefox } from '../test/browsers/firefox';
import { setUpChromium, setUpFirefox } from './browsers';
import { runQuietly } from './run';

// Takes pictures of the panel in the real DevTools of both browsers, light and dark, in three sizes, and writes them
// to out/screenshots: `npm run screenshots -- [chrome|firefox] [sizes] [themes] [language]`. The language is English
// unless `zh-CN` is given. Without arguments, one of them becomes the README's picture.

const folder = join('out', 'screenshots');
const themes = ['light', 'dark'] as const;
const sizes = {
  wide: [1400, 900],
  medium: [800, 800],
  narrow: [400, 800],
} as const;

const sizeNames = ['wide', 'medium', 'narrow'] as const;
const words = process.argv.slice(2);
const language: Language = words.find(isLanguage) ?? 'en';
/** The groups of arguments. A word is wanted if it is given, or if no word of its group is given. */
const groups: readonly (readonly string[])[] = [['chrome', 'firefox'], themes, sizeNames];
const isWanted = (word: string) =>
  groups.some(
    (group) => group.includes(word) && (words.includes(word) || !group.some((one) => words.includes(one))),
  );

type Theme = (typeof themes)[number];
type Size = keyof typeof sizes;

interface Picture {
  readonly what: string;
  /** Goes from the previous picture to this one; `isOpen` is true when the panel shows it. */
  readonly open: string;
  readonly isOpen: string;
}

const tab = (index: number) => `document.querySelectorAll('[role=tab]')[${index}]?.click()`;
const chooseFix = (choice: string) => `(() => {
  const select = document.querySelector('.fix-choices select');
  if (select && select.value !== '${choice}') {
    select.value = '${choice}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  document.querySelector('.fix-intro')?.scrollIntoView();
})()`;
const listed = (what: string, kind: string): Picture => ({
  what,
  open: tab(2),
  isOpen: `!!document.querySelector('.messages .table-row.is-${kind}')`,
});
const map: Picture = { what: 'map', open: tab(3), isOpen: `!!document.querySelector('.map-upper svg')` };

const advice: Picture = {
  what: 'advice',
  open: tab(4),
  isOpen: `!!document.querySelector('.advice-table')`,
};

/** Opens a file whose content is an expression. */
const opening = (name: string, content: string) => `(() => {
  const data = new DataTransfer();
  data.items.add(new File([${content}], '${name}'));
  const input = document.querySelector('.bar .import-file');
  if (!input) return;
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

const consoleMessage =
  "Access to fetch at 'https://api.example/data' from origin 'https://app.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.";

/** The steps to the chosen language, by the panel's own menu. They are no pictures of their own. */
const choosing: readonly Omit<Picture, 'what'>[] = [
  { open: '0', isOpen: `!!document.querySelector('.tool-settings')` },
  {
    open: `document.querySelector('.tool-settings')?.click()`,
    isOpen: `!!document.querySelector('.settings input')`,
  },
  {
    open: `document.querySelector('.settings [lang=${language}] input')?.click()`,
    isOpen: `document.documentElement.lang === '${language}'`,
  },
  {
    open: `document.querySelector('.settings')?.hidePopover()`,
    isOpen: `!document.querySelector('.settings:popover-open')`,
  },
];

/** The pictures of each page, in order. */
const pictures: Readonly<Record<string, readonly Picture[]>> = {
  '/demo': [
    { what: 'list', open: tab(0), isOpen: `!!document.querySelector('.table-row.is-blocked')` },
    {
      what: '',
      open: `document.querySelector('.table-row.is-blocked')?.click()`,
      isOpen: `!!document.querySelector('.detail .trace')`,
    },
    { what: 'origins', open: tab(1), isOpen: `!!document.querySelector('.origins-table')` },
    { ...map, what: 'map-of-requests' },
    {
      what: 'export',
      open: `document.querySelector('.tool-export')?.click()`,
      isOpen: `!!document.querySelector('.export .is-first:enabled')`,
    },
    {
      what: 'closed',
      open: `document.querySelector('.export')?.close?.()`,
      isOpen: `!document.querySelector('.export[open]')`,
    },
    { what: 'list-again', open: tab(0), isOpen: `!!document.querySelector('.table-row.is-blocked')` },
    {
      what: 'menu',
      open: `document.querySelector('.table-row.is-blocked')?.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 120, clientY: 120 }))`,
      isOpen: `!!document.querySelector('[role=menu]')`,
    },
    {
      what: 'closed-menu',
      open: `document.querySelector('[role=menu]')?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`,
      isOpen: `!document.querySelector('[role=menu]')`,
    },
    {
      what: 'bad-file',
      open: opening('cut.har', `'{"log": {"entries": ['`),
      isOpen: `[...document.querySelectorAll('[role=alert]')].some((alert) => alert.innerText.includes('cut.har'))`,
    },
    {
      what: 'progress',
      // So large that it is still read when the picture is taken.
      open: opening('large.har', `'{' + ' '.repeat(180_000_000)`),
      isOpen: `!!document.querySelector('.file-strip progress')`,
    },
    {
      what: 'stopped',
      open: `document.querySelector('.file-strip button')?.click()`,
      isOpen: `!document.querySelector('.file-strip')`,
    },
    {
      what: 'file',
      open: opening('message.txt', JSON.stringify(consoleMessage)),
      isOpen: `!!document.querySelector('.file-strip details') && !!document.querySelector('.table-row.is-blocked')`,
    },
    {
      what: 'file-detail',
      open: `document.querySelector('.table-row.is-blocked')?.click()`,
      isOpen: `(() => {
        document.querySelector('.file-strip details')?.setAttribute('open', '');
        return !!document.querySelector('.detail .headline');
      })()`,
    },
    {
      what: 'closed-file',
      open: `document.querySelector('.file-strip button')?.click()`,
      isOpen: `!document.querySelector('.file-strip')`,
    },
  ],
  '/technique/post-message/a.html': [
    listed('messages', 'received'),
    {
      what: 'message',
      open: `document.querySelector('.messages .table-row.is-received')?.click()`,
      isOpen: `!!document.querySelector('.messages .listeners .facts')`,
    },
    map,
  ],
  '/run/advice-reflected-origin': [
    advice,
    {
      what: 'advice-detail',
      open: `document.querySelector('.advice-table tbody tr')?.click()`,
      isOpen: `!!document.querySelector('.advice-rests')`,
    },
  ],
  '/run/cause-error-without-cors': [
    { what: 'rows-of-causes', open: tab(0), isOpen: `!!document.querySelector('.table-row.is-blocked')` },
    {
      what: 'cause',
      open: `document.querySelector('.table-row.is-blocked')?.click()`,
      isOpen: `!!document.querySelector('.causes')`,
    },
    {
      what: 'comparison',
      open: `document.querySelector('.detail .is-compare')?.click()`,
      isOpen: `!!document.querySelector('.compare-first')`,
    },
    {
      what: 'closed-comparison',
      open: `document.querySelector('.compare')?.close()`,
      isOpen: `!document.querySelector('.compare[open]')`,
    },
    {
      what: 'console-message',
      open: `document.querySelector('.tool-console')?.click()`,
      isOpen: `(() => {
        const field = document.querySelector('.console textarea');
        if (!field) return false;
        field.value = ${JSON.stringify(consoleMessage)};
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return document.querySelector('.console-meanings li') !== null;
      })()`,
    },
    {
      what: 'closed-message',
      open: `document.querySelector('.console')?.close()`,
      isOpen: `!document.querySelector('.console[open]')`,
    },
    {
      what: 'fix',
      open: chooseFix('stack nginx'),
      isOpen: `document.querySelector('.fix-part code')?.textContent.includes('cors-policy.conf')`,
    },
    {
      what: 'proxy',
      open: chooseFix('proxy vite'),
      isOpen: `document.querySelector('.fix-part code')?.textContent.includes('vite.config.js')`,
    },
    {
      what: 'what-if',
      open: `document.querySelector('.detail .is-what-if')?.click()`,
      isOpen: `document.querySelectorAll('.what-if-result').length === 2`,
    },
    {
      what: 'what-if-fixed',
      open: `document.querySelector('.what-if .is-first')?.click()`,
      isOpen: `document.querySelectorAll('.what-if-result.outcome-allowed').length === 2`,
    },
    {
      what: 'closed-what-if',
      open: `document.querySelector('dialog.what-if')?.close()`,
      isOpen: `!document.querySelector('dialog.what-if[open]')`,
    },
  ],
  '/run/cause-nginx-header-not-always': [
    { what: 'rows-of-questions', open: tab(0), isOpen: `!!document.querySelector('.table-row.is-blocked')` },
    {
      what: 'question',
      open: `document.querySelector('.table-row.is-blocked')?.click()`,
      isOpen: `(() => {
        const field = document.querySelector('.question textarea');
        field?.scrollIntoView({ block: 'center' });
        return !!field;
      })()`,
    },
  ],
  '/run/cause-mcp-session-not-exposed': [
    {
      what: 'rows-of-silent-causes',
      open: tab(0),
      isOpen: `[...document.querySelectorAll('.table-row')].some((row) => row.innerText.includes('Mcp-Session'))`,
    },
    {
      what: 'silent-cause',
      open: `[...document.querySelectorAll('.table-row')].find((row) => row.innerText.includes('Mcp-Session'))?.click()`,
      isOpen: `!!document.querySelector('.causes')`,
    },
  ],
  // The second step of the relay happens some time after the page has loaded.
  '/technique/location-hash/a.html': [
    {
      ...listed('relay', 'location-hash'),
      isOpen: `document.querySelector('.messages-list')?.innerText.includes(' 2/2') === true`,
    },
    { ...map, what: 'map-of-relay', isOpen: `!!document.querySelector('.map-relays')` },
  ],
};

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
    for (const theme of themes.filter(isWanted)) {
      for (const size of sizeNames.filter(isWanted)) {
        if (isWanted('chrome')) await inChromium(playground, theme, size);
        if (isWanted('firefox')) await inFirefox(playground, theme, size);
      }
    }
  } finally {
    await playground.close();
  }
  mkdirSync('docs/images', { recursive: true });
  if (words.length === 0) copyFileSync(pathOf('chrome', 'light', 'wide'), 'docs/images/panel.png');
}

async function inChromium({ origins }: Playground, theme: Theme, size: Size): Promise<void> {
  const chromium = await openChromium({ devtools: true, windowSize: sizes[size] });
  try {
    const { context, targets, extensionId } = chromium;
    const page = context.pages()[0] ?? (await context.newPage());
    const { frontend, panel } = await openPanelInDevTools(targets, extensionId, 'CORScope');
    await setDevToolsSetting(frontend, 'currentDockState', 'undocked');
    await setDevToolsTheme(frontend, theme);
    if (language !== 'en') {
      for (const { open, isOpen } of choosing) {
        await panel.evaluate(open);
        await until(`the language: ${open}`, () => panel.evaluate<boolean>(isOpen));
      }
    }
    for (const [path, pictured] of Object.entries(pictures)) {
      await page.goto(`${origins.page}${path}`);
      await panel.evaluate('corscope.idle()');
      for (const { what, open, isOpen } of pictured) {
        await panel.evaluate(open);
        await until(`the picture ${what}`, () => panel.evaluate<boolean>(isOpen));
        await panel.evaluate(drawn);
        save('chrome', theme, size, what, await frontend.screenshot());
      }
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
      'devtools.toolbox.host': size === 'wide' ? 'bottom' : 'right',
      'devtools.toolbox.sidebar.width': sizes[size][0],
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
    if (language !== 'en') {
      for (const { open, isOpen } of choosing) {
        await inPanel(open);
        await until(`the language: ${open}`, () => inPanel<boolean>(isOpen));
      }
    }
    for (const [path, pictured] of Object.entries(pictures)) {
      await firefox.goto(tab, `${origins.page}${path}`);
      // Until then, the panel may still show the requests of the page before.
      await until('the page to be recorded', () => inPanel<boolean>('corscope.idle().then(() => true)'));
      for (const { what, open, isOpen } of pictured) {
        await inPanel(open);
        await until(`the picture ${what}`, () => inPanel<boolean>(isOpen));
        save('firefox', theme, size, what, await firefox.screenshotWindow());
      }
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
