import { posix } from 'node:path';
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, defineConfig, type Rolldown, type UserConfig } from 'vite';
import source from './manifest.json' with { type: 'json' };
import { writeDeclarations } from './scripts/declarations';

type Target = 'chrome' | 'firefox';

/** One manifest.json in, one manifest per browser out. */
function manifestFor(target: Target): ManifestV3Export {
  const { background, browser_specific_settings, minimum_chrome_version, ...common } =
    structuredClone(source);
  const own =
    target === 'firefox'
      ? { browser_specific_settings, background: { scripts: [background.service_worker] } }
      : { minimum_chrome_version, background };
  return { ...common, ...own } as ManifestV3Export; // crxjs's type lacks match_origin_as_fallback
}

/** crxjs makes every `?script` import web-accessible; a script registered by path needs no such thing. */
function notWebAccessible(): CrxPlugin {
  return {
    name: 'not-web-accessible',
    enforce: 'post',
    renderCrxManifest: ({ web_accessible_resources: _, ...rest }) => rest,
  };
}

type Bundle = Rolldown.OutputBundle;

const chunksOf = (bundle: Bundle) => Object.values(bundle).filter((file) => file.type === 'chunk');

/** Bundles the modules of a build that one of them imports again, without what only others use. */
async function joined(entry: string, bundle: Bundle, target: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target, modulePreload: false, rolldownOptions: { input: entry } },
    plugins: [
      {
        name: 'of-bundle',
        enforce: 'pre',
        resolveId: (id, importer) => posix.join(posix.dirname(importer ?? ''), id),
        load: (id) => {
          const file = bundle[id];
          return file?.type === 'chunk' ? file.code : null;
        },
      },
    ],
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}

/** Makes one file of the background. In chunks that it shares with the panel is much that only the panel uses. */
function oneBackground(target: string): CrxPlugin {
  return {
    name: 'one-background',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const isBackground = /\/src\/background\/index\.ts$/;
      for (const chunk of chunksOf(bundle)) {
        if (!isBackground.test(chunk.facadeModuleId ?? '')) continue;
        chunk.code = await joined(chunk.fileName, bundle, target);
        chunk.imports = [];
      }
    },
  };
}

/**
 * Ends the page world's script with a name of its own: what a page reports of its errors then has `x` where the
 * extension's URL would stand. And leaves out the modules that nobody loads.
 */
function contentScripts(): CrxPlugin {
  return {
    name: 'content-scripts',
    apply: 'build',
    enforce: 'post',
    generateBundle: (_, bundle) => {
      const entries = chunksOf(bundle).filter(
        ({ isEntry, facadeModuleId }) => isEntry && !/\.iife\.ts$/.test(facadeModuleId ?? ''),
      );
      const loaded = new Set(entries.map(({ fileName }) => fileName));
      for (const fileName of loaded) {
        const file = bundle[fileName];
        const imported = file?.type === 'chunk' ? [...file.imports, ...file.dynamicImports] : [];
        for (const each of imported) loaded.add(each);
      }
      for (const { fileName } of chunksOf(bundle)) if (!loaded.has(fileName)) delete bundle[fileName];
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('/main.iife.js')) continue;
        file.source = `${file.source}//# sourceURL=x\n`;
      }
    },
  };
}

/** The command line: one program for Node.js, with all that it imports from this repository and from npm. */
const commandLine: UserConfig = {
  publicDir: false,
  // Playwright is large, and only `inspect` needs it.
  ssr: { noExternal: true, external: ['playwright'] },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'corscope.js' } },
  },
};

/** The package for other programs: the engine, and the fixture for tests of Playwright. */
const library: UserConfig = {
  publicDir: false,
  plugins: [{ name: 'declarations', writeBundle: () => writeDeclarations('dist/lib/types') }],
  ssr: { noExternal: true, external: ['playwright', '@playwright/test'] },
  build: {
    ssr: true,
    outDir: 'dist/lib',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: { engine: 'src/engine/index.ts', playwright: 'src/cli/playwright/index.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
};

export default defineConfig(({ mode, command }) => {
  // What is built is what ships, also where a test runner, which sets its own environment, starts it.
  if (command === 'build') process.env.NODE_ENV = 'production';
  if (mode === 'cli') return commandLine;
  if (mode === 'lib') return library;
  const browser: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  const target = browser === 'firefox' ? 'firefox142' : 'chrome120';
  return {
    plugins: [
      crx({ manifest: manifestFor(browser), browser }),
      notWebAccessible(),
      oneBackground(target),
      contentScripts(),
    ],
    // The bundle that ships minified: from its modules, minifying would write the list out twice.
    resolve: { alias: { tldts: 'tldts/dist/index.esm.min.js' } },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target,
      modulePreload: false,
      // crxjs finds devtools_page by itself, but not the pages that programs name.
      rolldownOptions: {
        input: { panel: 'src/devtools/panel.html', permit: 'src/devtools/permit.html' },
      },
    },
  };
});
