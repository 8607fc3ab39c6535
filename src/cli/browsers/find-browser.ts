import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import manifest from '../../../manifest.json' with { type: 'json' };

/** A browser that this project drives. */
export interface Browser {
  readonly name: string;
  /** The environment variable with the path of its executable; it takes precedence over `commands`. */
  readonly variable: string;
  /** Possible names of its executable on the PATH, best first. */
  readonly commands: readonly string[];
  readonly debianPackage: string;
  /** The oldest major version that can load the extension. */
  readonly oldest: number;
}

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

/** Possible paths of the executable of `browser`, best first; `others` come after the system's. */
export function candidatePaths(
  { variable, commands }: Browser,
  environment: NodeJS.ProcessEnv,
  others: readonly string[] = [],
): readonly string[] {
  const named = environment[variable];
  if (named) return [named];
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...others];
}

/** Whether a browser with this version text can load the extension; true if the text has no version. */
export function isNewEnough({ oldest }: Browser, said: string): boolean {
  const [, major] = /\b(\d+)\.\d/.exec(said) ?? [];
  return major === undefined || Number(major) >= oldest;
}

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
