import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Playground, servePlayground } from '../../playground/server';
import { panelPath } from '../../src/cli/browsers/built-extension';
import { until } from '../../src/cli/browsers/until';
import type { Report } from '../../src/report/model';
import { openChromium } from '../browsers/chromium';
import { EXTENSION_ORIGIN, openFirefox } from '../browsers/firefox';

// A page with a service worker and a shared worker, in a regular window that is recorded, and in a private one.

let playground: Playground;
beforeAll(async () => {
  playground = await servePlayground({ ports: [0, 0] });
});
afterAll(() => playground?.close());

/** The URL of a script, which may serve the whole site as a service worker. */
const script = (body: string) =>
  `/x?${new URLSearchParams({ k: 'js', b: body, h: 'Service-Worker-Allowed: /' })}`;

/** An expression for a page: both kinds of workers ask `/x?c=NAME-…&`, and have their answers. */
const askFromWorkers = (name: string) => `(async () => {
  const ask = (worker) => "fetch('/x?c=${name}-" + worker + "&', { headers: { Authorization: 'Bearer ${name}' } })";
  const shared = new SharedWorker('/x?k=js&b=' + encodeURIComponent(
    'onconnect = ({ ports: [port] }) => ' + ask('shared') + '.then(() => port.postMessage(1))'), '${name}');
  await new Promise((resolve) => { shared.port.onmessage = resolve; });
  await navigator.serviceWorker.register(${JSON.stringify(
    script(`oninstall = () => skipWaiting();
      onactivate = (event) => event.waitUntil(clients.claim());
      onfetch = () => {};
      onmessage = ({ data: [url, headers], ports: [port] }) => fetch(url, { headers }).then(() => port.postMessage(1));`),
  )}, { scope: '/' });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => { port1.onmessage = resolve; });
  active.postMessage(['/x?c=${name}-service&', { Authorization: 'Bearer ${name}' }], [port2]);
  await answered;
  return true;
})()`;

const report = `corscope.idle().then(() => corscope.report({ redact: false }))`;
const rowsOf = ({ exchanges }: Report, name: string) =>
  exchanges.filter(({ url }) => url.includes(`c=${name}-`)).map(({ url }) => /c=([^&]*)/.exec(url)?.[1]);
const shown = 'document.body.innerText';
const stored = '(globalThis.browser ?? chrome).storage.session.get(null)';

test('Chromium cannot tell a worker of a private window, so it counts them while one is open', async () => {
  const chromium = await openChromium({ privateWindows: true });
  try {
    const { context, extensionId, targets } = chromium;
    const page = await context.newPage();
    await page.goto(`${playground.origins.page}/blank`);
    const panel = await chromium.panelFor(page);
    await page.evaluate(askFromWorkers('before'));
    const before = await panel.evaluate<Report>(report);
    expect(rowsOf(before, 'before').sort()).toEqual(['before-service', 'before-shared']);
    expect(before.recording.dropped.workerRequests).toBe(0);

    const own = await context.newPage();
    await own.goto(`chrome-extension://${extensionId}/manifest.json`);
    const hiddenUrl = `${playground.origins.page}/blank?private`;
    const hiddenId = await own.evaluate<number>(
      `chrome.windows.create({ incognito: true, url: ${JSON.stringify(hiddenUrl)} }).then(({ tabs }) => tabs[0].id)`,
    );
    const hidden = await targets.attach(
      await targets.find(({ type, url }) => type === 'page' && url === hiddenUrl),
    );
    await until('the private page', () => hidden.evaluate<boolean>(`document.readyState === 'complete'`));
    await hidden.evaluate(askFromWorkers('private'));
    await page.evaluate(askFromWorkers('beside'));
    const during = await panel.evaluate<Report>(report);
    expect(JSON.stringify(during)).not.toContain('Bearer private');
    expect([rowsOf(during, 'private'), rowsOf(during, 'beside')]).toEqual([[], []]);
    expect(during.recording.dropped.workerRequests).toBeGreaterThanOrEqual(4);
    expect(await panel.evaluate<string>(shown)).toMatch(/\d+ worker requests not recorded/);

    // A panel in a regular window neither lists private tabs nor records one.
    const list = await context.newPage();
    await list.goto(`chrome-extension://${extensionId}/${panelPath}`);
    await list.getByRole('heading').waitFor();
    expect(await list.evaluate<string>(shown)).toContain(`${playground.origins.page}/blank`);
    expect(await list.evaluate<string>(shown)).not.toContain('private');
    await list.goto(`chrome-extension://${extensionId}/${panelPath}?tabId=${hiddenId}`);
    await list.getByRole('status').waitFor();
    expect(await list.evaluate<string>(shown)).toContain('the other kind of window');
    await list.goto(`chrome-extension://${extensionId}/${panelPath}?url=${encodeURIComponent(hiddenUrl)}`);
    await list.getByRole('heading').waitFor();
    expect(await own.evaluate(stored)).toEqual({ watchedTabs: [await chromium.tabId(page)] });

    await own.evaluate(`chrome.windows.getAll().then((all) =>
      Promise.all(all.filter(({ incognito }) => incognito).map(({ id }) => chrome.windows.remove(id))))`);
    await page.evaluate(askFromWorkers('after'));
    expect(rowsOf(await panel.evaluate<Report>(report), 'after').sort()).toEqual([
      'after-service',
      'after-shared',
    ]);
  } finally {
    await chromium.close();
  }
});

test('Firefox says whose each request is, so a watcher has those of its own kind of window and container', async () => {
  const firefox = await openFirefox({ extension: 'dist/firefox' });
  try {
    await firefox.allowPrivateWindows();
    const url = (name: string) => `${playground.origins.page}/blank?${name}`;
    const own = await firefox.openExtensionPage('manifest.json');
    const inOwn = <T>(expression: string) => firefox.evaluate<T>(own, expression);
    const regular = await firefox.tab();
    await firefox.goto(regular, url('regular'));
    const panel = await firefox.panelFor(url('regular'));

    const windowId = await inOwn<number>(
      `browser.windows.create({ incognito: true, url: ${JSON.stringify(url('private'))} }).then(({ id }) => id)`,
    );
    const hidden = await firefox.tabShowing(url('private'));
    // The panel's address names it by its URL: a private tab is found from a private window alone.
    const path = `/${panelPath}?url=${playground.origins.page}`;
    await inOwn(
      `browser.tabs.create({ windowId: ${windowId}, url: ${JSON.stringify(path)} }).then(() => true)`,
    );
    const hiddenPanel = await firefox.tabShowing(`${EXTENSION_ORIGIN}${path}`);
    await until('the panel', () =>
      firefox.evaluate<boolean>(hiddenPanel, '!!globalThis.corscope').catch(() => false),
    );
    await firefox.evaluate(hiddenPanel, 'corscope.ready');
    await firefox.inWindow(`gBrowser.addTab(${JSON.stringify(url('container'))}, {
      userContextId: 2, triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`);
    const container = await firefox.tabShowing(url('container'));

    await firefox.evaluate(regular, askFromWorkers('regular'));
    await firefox.evaluate(hidden, askFromWorkers('private'));
    await firefox.evaluate(container, askFromWorkers('container'));
    const seen = await firefox.evaluate<Report>(panel, report);
    expect(rowsOf(seen, 'regular').sort()).toEqual(['regular-service', 'regular-shared']);
    expect([rowsOf(seen, 'private'), rowsOf(seen, 'container')]).toEqual([[], []]);
    expect(JSON.stringify(seen)).not.toMatch(/Bearer (private|container)/);
    const seenInPrivate = await firefox.evaluate<Report>(hiddenPanel, report);
    expect(rowsOf(seenInPrivate, 'private').sort()).toEqual(['private-service', 'private-shared']);
    expect([rowsOf(seenInPrivate, 'regular'), rowsOf(seenInPrivate, 'container')]).toEqual([[], []]);
    for (const { recording } of [seen, seenInPrivate]) expect(recording.dropped.workerRequests).toBe(0);

    const tabs = await inOwn<readonly { id: number; url?: string }[]>('browser.tabs.query({})');
    const idOf = (name: string) => tabs.find((tab) => tab.url === url(name))?.id;
    expect(await inOwn(stored)).toEqual({ watchedTabs: [idOf('regular')] });
    const list = await firefox.openExtensionPage(`${panelPath}?tabId=${idOf('private')}`);
    const text = await until('the list', () =>
      firefox.evaluate<string>(list, `document.querySelector('h1') && ${shown}`),
    );
    expect(text).toContain('the other kind of window');
    expect(text).toContain(url('regular'));
    expect(text).not.toMatch(/\?(private|container)/);
  } finally {
    await firefox.close();
  }
});
