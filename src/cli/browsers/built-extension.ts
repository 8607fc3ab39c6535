import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../usage-error';

/** The page of the panel. */
export const panelPath = 'src/devtools/panel.html';

/** A file that every built extension has. */
export const manifestName = 'manifest.json';

/** The words for what is missing. */
export interface MissingWords {
  readonly noChromium: string;
  readonly noFirefox: string;
  readonly noExtension: string;
  readonly notConnected: (endpoint: string, reason: string) => string;
  readonly notLoaded: (folder: string) => string;
  readonly noSystemAccess: string;
}

/**
 * Returns the folder of the built extension: beside the built program, or as seen from this file in the sources.
 *
 * @throws UsageError if it is not built
 */
export function builtExtension(
  browser: 'chrome' | 'firefox',
  words: Pick<MissingWords, 'noExtension'>,
): string {
  const folders = ['../../', '../', '../../../dist/'].map((path) =>
    fileURLToPath(new URL(`${path}${browser}/`, import.meta.url)),
  );
  const found = folders.find((folder) => existsSync(join(folder, manifestName)));
  if (found === undefined) throw new UsageError(words.noExtension);
  return found;
}
