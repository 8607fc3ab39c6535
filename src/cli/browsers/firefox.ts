import { setTimeout as delay } from 'node:timers/promises';
import { firstLine, UsageError } from '../usage-error';
import { type Bidi, openBidi } from './bidi';
import { builtExtension, type MissingWords } from './built-extension';
import { findFirefox } from './find-browser';
import { quietPrefs, startFirefox } from './firefox-process';
import { extensionId, firefoxSession } from './firefox-session';
import { gotoMs, type RecordingBrowser } from './recording-browser';
import { until } from './until';

/** Opens Firefox with the extension. @throws UsageError if there is no Firefox, or the extension is not built */
export async function openFirefox(isHeaded: boolean, words: MissingWords): Promise<RecordingBrowser> {
  const extension = builtExtension('firefox', words);
  if (findFirefox() === null) throw new UsageError(words.noFirefox);
  const process = await startFirefox(quietPrefs, isHeaded ? [] : ['--headless']);
  try {
    const bidi = await openBidi(process.url);
    await firefoxSession(bidi).install(extension);
    const { contexts } = await bidi.send('browsingContext.getTree');
    return await recording(bidi, contexts[0]?.context ?? null, () => process.end());
  } catch (error) {
    await process.end();
    throw error;
  }
}

/**
 * Opens a tab in a Firefox that runs, by the address at which it listens for WebDriver BiDi. If it does not have the
 * extension, it gets it until it ends.
 *
 * @throws UsageError if it does not answer, or does not give access to its own window, where the extension's pages open
 */
export async function connectFirefox(endpoint: string, words: MissingWords): Promise<RecordingBrowser> {
  const extension = builtExtension('firefox', words);
  const bidi = await openBidi(endpoint.replace(/\/(session)?$/, '')).catch((error: unknown) => {
    throw new UsageError(words.notConnected(endpoint, firstLine(error)));
  });
  const close = async () => {
    await bidi.send('session.end').catch(() => {});
    bidi.close();
  };
  try {
    const session = firefoxSession(bidi);
    const isInstalled = await session
      .inWindow<boolean>(`return WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}) !== null;`)
      .catch(() => {
        throw new UsageError(words.noSystemAccess);
      });
    if (!isInstalled) await session.install(extension);
    return await recording(bidi, null, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Records a tab; `own`: the one that Firefox opened at its start, which is ours alone. */
async function recording(
  bidi: Bidi,
  own: string | null,
  end: () => Promise<void>,
): Promise<RecordingBrowser> {
  const session = firefoxSession(bidi);
  const tab = own ?? (await bidi.send('browsingContext.create', { type: 'tab' })).context;
  await bidi.send('browsingContext.activate', { context: tab });
  const tabId = await session.inWindow<number>(`
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    return ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab);`);
  const panel = await session.openPanel(tabId);
  await bidi.send('browsingContext.activate', { context: tab });
  return {
    page: null,
    goto: (url) =>
      inTime(bidi.send('browsingContext.navigate', { context: tab, url, wait: 'complete' }), gotoMs),
    waitFor(selector, timeoutMs) {
      const has = `document.querySelector(${JSON.stringify(selector)}) !== null`;
      return inTime(
        until(selector, () => bidi.evaluate<boolean>(tab, has), timeoutMs),
        timeoutMs,
      );
    },
    inPanel: (expression) => bidi.evaluate(panel, expression),
    async close() {
      for (const context of own === null ? [panel, tab] : [])
        await bidi.send('browsingContext.close', { context }).catch(() => {});
      await end();
    },
  };
}

/** Rejects if something takes longer, in the words of Playwright, which drives Chromium. */
async function inTime(done: Promise<unknown>, timeoutMs: number): Promise<void> {
  const late = delay(timeoutMs, null, { ref: false }).then(() => {
    throw new Error(`Timeout ${timeoutMs}ms exceeded.`);
  });
  await Promise.race([done, late]);
}
