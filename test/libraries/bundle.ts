import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folders of packages: first those that always run, then the others. */
export const installed: readonly string[] = [here('./'), here('./rest/')];

/**
 * The environment variable with the folder in which set-up.ts keeps the bundles of one run, for all its
 * files.
 */
export const BUNDLES = 'CORSCOPE_BUNDLES';

/** Returns a library's case as one classic script, bundled when a run first requests it. */
export async function bundleOf(name: string): Promise<string> {
  const folder = process.env[BUNDLES] ?? join(tmpdir(), `corscope-libraries-${process.pid}`);
  const file = join(folder, `${name}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const code = await bundle(name);
    mkdirSync(folder, { recursive: true });
    // Another file of the run may be bundling it too.
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
    return code;
  }
}

async function bundle(name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    // A script in a page does not have these.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: { alias: { 'library-under-test': here(`./cases/${name}.js`) } },
    plugins: [
      {
        name: 'packages-of-the-rest',
        enforce: 'pre',
        async resolveId(source, importer, options) {
          if (!/^[\w@]/.test(source) || !importer?.startsWith(here('./'))) return null;
          if (importer.includes('/node_modules/')) return null;
          for (const folder of installed) {
            const found = await this.resolve(source, `${folder}package.json`, { ...options, skipSelf: true });
            if (found) return found;
          }
          return null;
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: here('./page/entry.js'),
        output: { format: 'iife', strict: true, codeSplitting: false, entryFileNames: 'case.js' },
        onLog: () => {},
      },
    },
  });
  const [output] = [made].flat();
  if (!output || !('output' in output)) throw new Error(`libraries: no bundle of "${name}"`);
  return output.output[0].code;
}
