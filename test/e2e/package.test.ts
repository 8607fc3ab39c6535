import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { copyProject } from '../support/checkout';
import { isLong } from '../support/is-long';

const { version } = manifest;
// It builds the extension, which other tests use meanwhile.
const { folder, remove } = copyProject();
afterAll(remove);
const pathOf = (browser: string) => join(folder, `dist/corscope-${browser}-${version}.zip`);

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin', program), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, said: stdout + stderr };
}

const packages = () => {
  for (const browser of ['chrome', 'firefox']) rmSync(pathOf(browser), { force: true });
  expect(run('tsx', ['scripts/package.ts'])).toMatchObject({ status: 0 });
  return { chrome: readFileSync(pathOf('chrome')), firefox: readFileSync(pathOf('firefox')) };
};

describe('npm run package', () => {
  let first: ReturnType<typeof packages>;
  beforeAll(() => {
    first = packages();
  });

  if (isLong)
    test('makes the same bytes twice', () => {
      const second = packages();
      expect(second.chrome.equals(first.chrome)).toBe(true);
      expect(second.firefox.equals(first.firefox)).toBe(true);
    });

  test.each(['chrome', 'firefox'] as const)(
    'gives %s a manifest of its own, and all that it names',
    (browser) => {
      const files = unzipSync(first[browser]);
      const names = Object.keys(files);
      const built: typeof manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
      expect(built).toMatchObject({ manifest_version: 3, version, permissions: manifest.permissions });
      expect(built.background).toEqual(
        browser === 'chrome'
          ? { service_worker: 'service-worker-loader.js', type: 'module' }
          : { scripts: ['service-worker-loader.js'], type: 'module' },
      );
      expect('browser_specific_settings' in built).toBe(browser === 'firefox');
      expect('minimum_chrome_version' in built).toBe(browser === 'chrome');
      const named = [
        'service-worker-loader.js',
        built.devtools_page,
        'src/devtools/panel.html',
        ...Object.values(built.icons),
        ...Object.values(built.action.default_icon),
        ...['en', 'zh_CN'].map((locale) => `_locales/${locale}/messages.json`),
      ];
      expect(names).toEqual(expect.arrayContaining(named));
      expect(names).toEqual(names.toSorted());
    },
  );

  if (isLong)
    test('passes the checks of addons.mozilla.org', () => {
      const { status, stdout } = run('web-ext', [
        'lint',
        '--no-config-discovery',
        '--source-dir=dist/firefox',
        '--output=json',
      ]);
      const found: Lint = JSON.parse(stdout);
      // Preact can set innerHTML, which this extension never asks for: docs/limits.md.
      expect(found.warnings.map(({ code }) => code)).toEqual(['UNSAFE_VAR_ASSIGNMENT']);
      expect(found).toMatchObject({ errors: [], notices: [] });
      expect(status).toBe(0);
    });
});

interface Lint {
  readonly errors: readonly unknown[];
  readonly notices: readonly unknown[];
  readonly warnings: readonly { readonly code: string }[];
}
