import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanelInTab, type PanelInTab } from './panel-in-tab';

let tab: PanelInTab;
beforeAll(async () => {
  tab = await openPanelInTab({});
});
afterAll(() => tab?.close());

const listeners = () =>
  tab.chromium.worker.evaluate(() => {
    const { webRequest, webNavigation, windows } = chrome;
    const events = [
      webRequest.onBeforeRequest,
      webRequest.onSendHeaders,
      webRequest.onHeadersReceived,
      webRequest.onBeforeRedirect,
      webRequest.onAuthRequired,
      webRequest.onResponseStarted,
      webRequest.onCompleted,
      webRequest.onErrorOccurred,
      webNavigation.onCommitted,
      webNavigation.onCreatedNavigationTarget,
      windows.onCreated,
      windows.onRemoved,
    ];
    return events.filter((event) => event.hasListeners()).length;
  });

test('nobody watching, no listener, no registered script, and no start of the background', async () => {
  const { chromium, page, panel, playground } = tab;
  expect(await listeners()).toBe(12);
  const registered = () => chromium.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  expect((await registered()).map(({ id }) => id)).toEqual(['isolated-first', 'main']);
  await panel.close();
  await expect.poll(listeners).toBe(0);
  await expect.poll(registered).toEqual([]);

  await chromium.stopServiceWorker();
  const workers = async () =>
    (await chromium.targets.list()).filter(
      ({ type, url }) => type === 'service_worker' && url.includes(chromium.extensionId),
    );
  await expect.poll(workers).toEqual([]);
  for (let load = 0; load < 50; load++) {
    await page.goto(`${playground.origins.page}/blank?${load}`);
    await page.evaluate('fetch("/x").then((response) => response.text())');
  }
  expect(await workers()).toEqual([]);
});
