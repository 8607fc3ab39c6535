import { spawn } from 'node:child_process';
import { playgroundKey } from '../../playground/server';
import type { Prefs } from '../../src/cli/browsers/firefox-process';
import { parseSettings } from '../../src/protocol/settings';
import { changeSettings } from '../support/settings';
import { type ChromiumWithExtension, openChromium } from './chromium';
import { type Firefox, openFirefox } from './firefox';

// The start of a browser takes as long as the tests of a small file, so the files that one worker runs use one
// browser in turn. `close` leaves it as it found it: without their tabs, cookies and settings. Both accept the
// certificate of the playground.

const toDefaults = changeSettings(parseSettings(null));

let chromium: Promise<ChromiumWithExtension> | null = null;
let firefox: Promise<Firefox> | null = null;

/** The panel's tab is in front, so these keep the timers of the page behind it at full rate. */
export const untroubled: Prefs = {
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'dom.disable_open_during_load': false,
};

/** Returns this process's Chromium with the extension in it. Not for tests that stop it or choose its options. */
export async function keptChromium(): Promise<ChromiumWithExtension> {
  chromium ??= openChromium({ args: [`--ignore-certificate-errors-spki-list=${playgroundKey}`] }).then(
    async (opened) => {
      endWithProcess(await processOf(opened));
      return opened;
    },
  );
  const opened = await chromium;
  const { context, extensionId } = opened;
  return {
    ...opened,
    async close() {
      const [blank, ...pages] = context.pages();
      for (const page of pages) await page.close();
      await blank?.goto(`chrome-extension://${extensionId}/manifest.json`);
      await blank?.evaluate(toDefaults);
      await blank?.goto('about:blank');
      await context.clearCookies();
      await context.clearPermissions();
    },
  };
}

/** Returns this process's Firefox with the extension in it, in which pages may open windows. */
export async function keptFirefox(): Promise<Firefox> {
  firefox ??= openFirefox({ extension: 'dist/firefox', acceptInsecureCerts: true, prefs: untroubled }).then(
    (opened) => {
      endWithProcess(opened.process);
      return opened;
    },
  );
  const opened = await firefox;
  return {
    ...opened,
    async close() {
      const settings = await opened.openExtensionPage('manifest.json');
      await opened.evaluate(settings, toDefaults);
      const blank = await opened.tab();
      for (const tab of await opened.tabs()) if (tab !== blank) await opened.closeTab(tab);
      await opened.inWindow('Services.cookies.removeAll();');
    },
  };
}

/** A running browser. */
interface BrowserProcess {
  readonly pid: number;
  /** The folder of its profile. */
  readonly profile: string;
}

async function processOf({ context, profile }: ChromiumWithExtension): Promise<BrowserProcess> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('browsers: Chromium has no process');
  return { pid, profile };
}

/**
 * Runs in a process of its own: ends a browser once the one that started it has ended, and deletes its profile, to
 * which the browser's last processes still write for a moment.
 */
const cleanUp = `
  const { rmSync } = require('node:fs');
  const [pid, profile] = process.argv.slice(1);
  const remove = (times) => {
    try { rmSync(profile, { recursive: true, force: true }); } catch {}
    if (times > 0) setTimeout(remove, 300, times - 1);
  };
  process.stdin.on('end', () => {
    try { process.kill(Number(pid), 'SIGKILL'); } catch {}
    remove(10);
  }).resume();`;

/** Leaves nothing of a browser when this process ends, however it does: Vitest kills its workers. */
function endWithProcess({ pid, profile }: BrowserProcess): void {
  const args = ['-e', cleanUp, String(pid), profile];
  spawn(process.execPath, args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] }).unref();
}
