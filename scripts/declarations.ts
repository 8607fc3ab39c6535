import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { runQuietly } from './run';

/** The modules that programs import, as package.json names them. */
const entries = ['engine/index', 'cli/playwright/index'];

/**
 * Writes the type declarations that the package's entries need to a folder. The paths in them get the file extension that
 * Node.js's resolution wants. No bundler of declarations works with this version of TypeScript.
 */
export async function writeDeclarations(target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'corscope-types-'));
  try {
    const code = await runQuietly('tsc', ['-p', 'scripts/declarations.json', '--outDir', folder]);
    if (code !== 0) throw new Error('declarations: tsc found errors');
    const wanted = new Set(entries);
    for (const module of wanted) {
      const text = readFileSync(join(folder, `${module}.d.ts`), 'utf8');
      const resolved = text.replace(/(from '|import\(["'])(\.[^'"]*)/g, (_, before: string, path: string) => {
        wanted.add(posix.join(posix.dirname(module), path));
        return `${before}${path}.js`;
      });
      const path = join(target, `${module}.d.ts`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, resolved);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
