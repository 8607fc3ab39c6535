import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

const unix = 3;
const regularFile = 0o100644;

/**
 * The files under `folder` as a zip: the same bytes for the same files, independent of their dates, their order
 * on the disk and the machine's time zone. Hidden files are left out.
 */
export function pack(folder: string): Uint8Array {
  // The oldest date of the zip format, in local time like the format, so the zone does not matter.
  const mtime = new Date(1980, 0, 1);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'),
    )
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort();
  const files: Zippable = Object.fromEntries(
    names.map((name) => [
      name,
      [readFileSync(join(folder, name)), { level: 9, mtime, os: unix, attrs: regularFile << 16 }],
    ]),
  );
  return zipSync(files);
}
