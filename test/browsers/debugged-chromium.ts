import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../src/cli/browsers/find-browser';

/** A Chromium to which other programs can connect. */
export interface DebuggedChromium {
  /** Where it listens for the DevTools protocol, as ws://. */
  readonly address: string;
  end(): Promise<void>;
}

/** Starts Chromium with a port for the DevTools protocol, and with an unpacked extension if one is given. */
export async function startDebuggedChromium({
  extension,
}: {
  readonly extension?: string;
} = {}): Promise<DebuggedChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'corscope-chromium-'));
  const options = [
    ...['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    ...(extension === undefined
      ? []
      : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
  ];
  const child = spawn(findChromium() ?? '', [...options, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Its other processes hold the same output, and write into the profile until they end.
  const ended = once(child, 'close');
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (data) => {
      output += String(data);
      const [, found] = /DevTools listening on (ws:\S+)/.exec(output) ?? [];
      if (found) resolve(found);
    });
    ended.then(() => reject(new Error(`browsers: Chromium has ended: ${output}`)), reject);
  });
  return {
    address,
    async end() {
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
