import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import manifest from '../../../manifest.json' with { type: 'json' };
import { type Browser, candidatePaths, isNewEnough } from './browser-paths';

/** Chromium. Not Google Chrome: since version 137 it ignores extensions given on the command line. */
export const CHROMIUM: Browser = {
  name: 'Chromium',
  variable: 'CHROME_PATH',
  commands: ['chromium', 'chromium-browser'],
  debianPackage: 'chromium',
  oldest: Number.parseInt(manifest.minimum_chrome_version, 10),
};

/** Firefox, of the release or the extended support channel. */
export const FIREFOX: Browser = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  debianPackage: 'firefox-esr',
  oldest: Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10),
};

/** The path of a Chromium that starts and is new enough; null if there is none. */
export function findChromium(): string | null {
  return find(CHROMIUM, [chromium.executablePath()]);
}

/** The same for Firefox. Playwright's own build of Firefox does not work. */
export function findFirefox(): string | null {
  return find(FIREFOX, []);
}

/** The executables found so far, because asking a browser for its version takes a while. */
const usable = new Map<Browser, string>();

function find(browser: Browser, others: readonly string[]): string | null {
  const known = usable.get(browser);
  if (known !== undefined) return known;
  const paths = candidatePaths(browser, process.env, others);
  const found = paths.find((path) => existsSync(path) && isUsable(browser, path));
  if (found !== undefined) usable.set(browser, found);
  return found ?? null;
}

/** Some systems have an old browser, or a placeholder that only prints what to install. */
function isUsable(browser: Browser, path: string): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && isNewEnough(browser, stdout);
}
