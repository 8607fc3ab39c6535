import { expect, test } from 'vitest';
import { servePlayground } from '../../playground/server';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { openChromium } from '../browsers/chromium';
import { type BrowserName, describeInBrowsers } from '../browsers/describe-in-browsers';
import { openFirefox } from '../browsers/firefox';
import { changeSettings } from '../support/settings';
import { buildWithRenderer, inRenderer } from './renderer-extension';

/** A page that a panel in a tab records, and another tab whose renderer is compromised. */
interface Bed {
  readonly tabId: number;
  /** In the page that is recorded, and in the other. */
  inVictim<T>(expression: string): Promise<T>;
  inAttacker<T>(expression: string): Promise<T>;
  gotoVictim(url: string): Promise<void>;
  /** In a page of the extension that watches nothing. */
  inOwnPage<T>(expression: string): Promise<T>;
  inPanel<T>(expression: string): Promise<T>;
  closePanel(): Promise<void>;
  close(): Promise<void>;
}

async function openInChromium(victimUrl: string, attackerUrl: string): Promise<Bed> {
  const extension = await buildWithRenderer('chrome');
  const chromium = await openChromium({ extension: extension.folder });
  const [victim, attacker, own] = [
    await chromium.context.newPage(),
    await chromium.context.newPage(),
    await chromium.context.newPage(),
  ];
  await victim.goto(victimUrl);
  const tabId = await chromium.tabId(victim);
  const panel = await chromium.panelFor(tabId);
  await own.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
  await attacker.goto(attackerUrl);
  await victim.goto(victimUrl);
  return {
    tabId,
    inVictim: (expression) => victim.evaluate(expression),
    inAttacker: (expression) => attacker.evaluate(expression),
    gotoVictim: async (url) => void (await victim.goto(url)),
    inOwnPage: (expression) => own.evaluate(expression),
    inPanel: (expression) => panel.evaluate(expression),
    closePanel: () => panel.close(),
    async close() {
      await chromium.close();
      await extension.remove();
    },
  };
}

async function openInFirefox(victimUrl: string, attackerUrl: string): Promise<Bed> {
  const extension = await buildWithRenderer('firefox');
  const firefox = await openFirefox({ extension: extension.folder });
  const [victim, attacker] = [await firefox.tab(), await firefox.tab()];
  await firefox.goto(victim, victimUrl);
  const tabId = await firefox.tabId(victimUrl);
  const own = await firefox.openExtensionPage('manifest.json');
  const panel = await firefox.panelFor(victimUrl);
  const inPanel = <T>(expression: string) => firefox.evaluate<T>(panel, expression);
  await firefox.goto(attacker, attackerUrl);
  await firefox.goto(victim, victimUrl);
  return {
    tabId,
    inVictim: (expression) => firefox.evaluate(victim, expression),
    inAttacker: (expression) => firefox.evaluate(attacker, expression),
    gotoVictim: (url) => firefox.goto(victim, url),
    inOwnPage: (expression) => firefox.evaluate(own, expression),
    inPanel,
    closePanel: () => firefox.closeTab(panel),
    async close() {
      await firefox.close();
      await extension.remove();
    },
  };
}

type Answer<T> = { readonly value: T } | { readonly error: string };
type Line = { readonly heard: readonly unknown[]; readonly isClosed: boolean };

/** Script for a page of the extension: the settings that the background keeps. */
const settings = `(globalThis.browser ?? chrome).runtime.sendMessage({ type: 'settings' })`;
const registered = `(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then((all) => all.length)`;

const exchange = (tabId: number) => ({
  id: 'forged',
  requestId: 'forged',
  tabId,
  frameId: 0,
  documentId: null,
  initiator: 'document',
  type: 'xmlhttprequest',
  origin: 'https://forged.example',
  ancestors: null,
  startedAtMs: 1,
  hops: [{ url: 'https://forged.example/', method: 'GET', startedAtMs: 1 }],
  end: null,
  preflightFor: null,
  page: null,
});

async function openBed(browser: BrowserName) {
  const playground = await servePlayground({ ports: [0, 0] });
  const { page, third } = playground.origins;
  const open = browser === 'Chromium' ? openInChromium : openInFirefox;
  return { playground, bed: await open(`${page}/blank`, `${third}/blank`) };
}

describeInBrowsers('a compromised renderer', openBed, ({ playground, bed }) => {
  const report = () => bed.inPanel<Report>('corscope.idle().then(() => corscope.report({ redact: false }))');
  const attack = <T>(action: string, ...args: readonly unknown[]) =>
    bed.inAttacker<Answer<T>>(inRenderer(action, ...args));

  test('has a port to nobody, whatever it calls it, and hears nothing of any tab', async () => {
    const before = (await report()).exchanges.length;
    const tabs = '(globalThis.browser ?? chrome).tabs.query({}).then((all) => all.length)';
    const tabsBefore = await bed.inOwnPage<number>(tabs);
    const tabIds = Array.from({ length: 9 }, (_, index) => bed.tabId - 4 + index);
    const lines: number[] = [];
    for (const name of ['watch', 'cookies', 'permit', 'settings']) {
      const answer = await attack<number>('connect', name);
      if ('value' in answer) lines.push(answer.value);
    }
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      for (const tabId of tabIds) {
        await attack('say', line, { type: 'watch', tabId, open: [exchange(tabId)], data: true });
      }
      for (const type of ['flush', 'permit', 'beat']) await attack('say', line, { type });
      await attack('say', line, { type: 'data', on: true });
      await attack('say', line, { type: 'kept', tabId: bed.tabId, hosts: ['localhost'] });
    }
    const headers = `{ headers: { Authorization: 'Bearer secret' }, credentials: 'include' }`;
    await bed.inVictim(
      `document.cookie = 'session=secret', fetch('${playground.origins.page}/x?c=own&', ${headers}).then(String)`,
    );
    const seen = await report();
    // The watcher sees what the renderer must not.
    expect(JSON.stringify(seen.exchanges)).toContain('Bearer secret');
    expect(seen.exchanges.length).toBeGreaterThan(before);
    expect(JSON.stringify(seen)).not.toContain('forged');
    for (const line of lines) {
      const isClosed = async () => {
        const answer = await attack<Line>('heard', line);
        return 'value' in answer && answer.value.isClosed && answer.value;
      };
      expect(await until('the port to close', isClosed)).toEqual({ heard: [], isClosed: true });
    }
    // Nor does it open the page that asks for permissions.
    expect(await bed.inOwnPage<number>(tabs)).toBe(tabsBefore);
  });

  test('tells of no frame but its own, whatever it says', async () => {
    const { page, third } = playground.origins;
    const place = { tabId: bed.tabId, frameId: 0, documentId: null, openedTabId: null, origin: page };
    const forged = {
      kind: 'location-hash',
      atMs: Date.now(),
      count: 1,
      oldUrl: `${page}/`,
      newUrl: `${page}/#forged`,
      by: 'not-visible',
      source: 'extension',
      callSite: null,
      id: 'forged',
      frame: place,
      ...place,
    };
    const call = {
      type: 'call',
      id: 'forged',
      api: 'fetch',
      url: `${page}/forged`,
      atMs: Date.now(),
      frame: place,
    };
    const messages = [
      { type: 'here', hasOpener: true, cameBack: false, ...place },
      { type: 'name', state: { length: 1, hash: 1 }, ...place },
      { type: 'page-events', events: [forged], ...place },
      { type: 'page-hints', hints: [call], withCalls: true, dropped: 5, ...place },
      // What the background says to others.
      { type: 'exchanges', exchanges: [{ facts: exchange(bed.tabId), class: 'simple', outcome: 'allowed' }] },
      { type: 'settings-changed', change: { language: 'zh-CN' } },
      ...[null, 7, 'text', [], {}, { type: 'page-events', events: {} }, { type: 'toString' }],
    ];
    // In another tab, which nobody watches.
    for (const message of messages) await attack('send', message);
    // And in a frame of the tab that is watched, of another origin.
    const script = `${messages
      .filter((message) => message !== null)
      .map((message) => `await ${inRenderer('send', message)};`)
      .join('\n')} parent.postMessage('done', '*');`;
    const inFrame = `${third}/x?${new URLSearchParams({ k: 'html', b: `<script type="module">${script}</script>` })}`;
    await bed.inVictim(`new Promise((resolve) => {
      addEventListener('message', resolve, { once: true });
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(inFrame)};
      document.body.append(frame);
    }).then(() => true)`);
    const { pageEvents, exchanges, recording } = await report();
    const events = pageEvents.filter((event) => JSON.stringify(event).includes('#forged'));
    expect(events).toMatchObject([{ frame: { origin: third }, openedTabId: null }]);
    expect(events[0]?.frame.frameId).not.toBe(0);
    const rows = exchanges.filter(({ url }) => url.endsWith('/forged'));
    expect(rows.every(({ frame }) => frame.origin === third && frame.frameId !== 0)).toBe(true);
    // The frame's own number, once.
    expect(recording.dropped.hints).toBe(5);
    expect(await bed.inPanel<string>('document.documentElement.lang')).toBe('en');
  });

  test('reads no setting, and changes none', async () => {
    await bed.inOwnPage(changeSettings({ preserveLog: true }));
    const before = await bed.inOwnPage(settings);
    expect(before).toMatchObject({ preserveLog: true, pageWorld: true });
    const change = { pageWorld: false, preserveLog: false, language: 'zh-CN' };
    for (const message of [{ type: 'settings' }, { type: 'change-settings', change }]) {
      expect(await attack('send', message)).not.toHaveProperty('value.pageWorld');
    }
    const local = await attack<object>('read', 'local');
    expect('value' in local ? local.value : {}).toEqual({});
    await attack('write', 'local', { settings: change });
    for (const area of ['session', 'managed']) {
      expect(JSON.stringify(await attack('read', area))).not.toContain('watchedTabs');
      await attack('write', area, { settings: change, watchedTabs: [1, 2, 3] });
    }
    expect(await attack('databases')).not.toMatchObject({ value: expect.arrayContaining(['corscope']) });
    expect(await bed.inOwnPage(settings)).toEqual(before);
    expect(await bed.inOwnPage(registered)).toBe(2);
    const stored = '(globalThis.browser ?? chrome).storage.session.get(null)';
    expect(await bed.inOwnPage(stored)).toEqual({ watchedTabs: [bed.tabId] });
  });

  test('loads no file of ours', async () => {
    const files = ['src/devtools/panel.html', 'manifest.json', 'icons/icon-32.png'];
    const urls = await bed.inOwnPage<string[]>(
      `${JSON.stringify(files)}.map((file) => (globalThis.browser ?? chrome).runtime.getURL(file))`,
    );
    for (const url of urls) {
      expect(await bed.inAttacker(`fetch(${JSON.stringify(url)}).then(() => 'read', () => 'refused')`)).toBe(
        'refused',
      );
    }
  });

  test('keeps nothing alive once the panel is closed', async () => {
    for (const name of ['watch', 'cookies']) {
      const answer = await attack<number>('connect', name);
      const line = 'value' in answer ? answer.value : -1;
      await attack('say', line, { type: 'watch', tabId: bed.tabId, open: [], data: true });
    }
    await bed.closePanel();
    await expect.poll(() => bed.inOwnPage(registered)).toBe(0);
    const stored = '(globalThis.browser ?? chrome).storage.session.get(null)';
    expect(await bed.inOwnPage(stored)).toEqual({ watchedTabs: [] });
    const answer = await attack<number>('connect', 'watch');
    await attack('say', 'value' in answer ? answer.value : -1, {
      type: 'watch',
      tabId: bed.tabId,
      open: [],
      data: true,
    });
    await attack('send', { type: 'here', hasOpener: true, cameBack: false });
    expect(await bed.inOwnPage(registered)).toBe(0);
    expect(await bed.inOwnPage(stored)).toEqual({ watchedTabs: [] });
  });
});
