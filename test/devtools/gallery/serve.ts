import { createServer, type ViteDevServer } from 'vite';

/** Serves the gallery: the panel with test data in a plain page. */
export async function serveGallery(port = 5178): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    root: new URL('../../../', import.meta.url).pathname,
    server: { port, host: '127.0.0.1' },
    appType: 'mpa',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    logLevel: 'warn',
  });
  return server.listen();
}

if (process.argv[1] === import.meta.filename) {
  const server = await serveGallery();
  console.log(`${server.resolvedUrls?.local[0]}test/devtools/gallery/`);
}
