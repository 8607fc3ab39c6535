import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find-browser';

/** Preferences, as in about:config. */
export type Prefs = Readonly<Record<string, string | number | boolean>>;

/** What keeps a Firefox that is driven from asking and from updating itself. */
export const quietPrefs: Prefs = {
  'remote.log.level': 'Error',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
};

/** A running Firefox, with a profile of its own. */
export interface FirefoxProcess {
  /** The address at which it listens for WebDriver BiDi. */
  readonly url: string;
  readonly pid: number;
  /** The folder of its profile. */
  readonly profile: string;
  /** Resolves when it has ended for any reason. */
  readonly ended: Promise<void>;
  /** Ends it by force, because an orderly end writes a profile that nobody reads again; deletes the profile. */
  end(): Promise<void>;
}

/**
 * Starts Firefox with access to its own window. `template`: the folder of a profile that the new one is a copy of.
 */
export async function startFirefox(
  prefs: Prefs,
  args: readonly string[],
  template: string | null = null,
): Promise<FirefoxProcess> {
  const executable = findFirefox();
  if (!executable) throw new Error('browsers: no Firefox; FIREFOX_PATH may name one');
  const profile = await mkdtemp(join(tmpdir(), 'corscope-firefox-'));
  if (template !== null) await cp(template, profile, { recursive: true });
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));

  const remote = ['--remote-debugging-port', '0', '--remote-allow-system-access'];
  const child = spawn(executable, ['--no-remote', '--profile', profile, ...remote, ...args, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const end = async () => {
    child.kill('SIGKILL');
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (data) => {
      output += String(data);
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(output) ?? [];
      if (found) resolve(found);
    });
    exited.then(() => reject(new Error(`browsers: Firefox has ended: ${output}`)), reject);
  });
  return { url, profile, ended: exited.then(() => undefined), end, pid: child.pid ?? 0 };
}
