import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import source from './manifest.json' with { type: 'json' };

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

/**
 * Ends the page world's script with a name of its own: what a page reports of its errors then has `x` where the
 * extension's URL would stand. And leaves out the modules that crxjs builds beside the scripts, which nobody loads.
 */
function contentScripts(): CrxPlugin {
  return {
    name: 'content-scripts',
    apply: 'build',
    enforce: 'post',
    generateBundle: (_, bundle) => {
      const chunks = () => Object.values(bundle).filter((file) => file.type === 'chunk');
      const drop = (isLeft: (chunk: ReturnType<typeof chunks>[number]) => boolean) => {
        for (const chunk of chunks()) if (!isLeft(chunk)) delete bundle[chunk.fileName];
      };
      drop(({ facadeModuleId }) => !/\.iife\.ts$/.test(facadeModuleId ?? ''));
      const imported = new Set(chunks().flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]));
      drop(({ isEntry, fileName }) => isEntry || imported.has(fileName));
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('/main.iife.js')) continue;
        file.source = `${file.source}//# sourceURL=x\n`;
      }
    },
  };
}

export default defineConfig(({ mode, command }) => {
  // What is built is what ships, also where a test runner, which sets its own environment, starts it.
  if (command === 'build') process.env.NODE_ENV = 'production';
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [crx({ manifest: manifestFor(target), browser: target }), notWebAccessible(), contentScripts()],
    // The bundle that ships minified: from its modules, minifying would write the list out twice.
    resolve: { alias: { tldts: 'tldts/dist/index.esm.min.js' } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome120',
      modulePreload: false,
      // crxjs finds devtools_page by itself, but not the pages that programs name.
      rolldownOptions: {
        input: { panel: 'src/devtools/panel.html', permit: 'src/devtools/permit.html' },
      },
    },
  };
});
