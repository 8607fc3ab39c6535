import { request as httpRequest } from 'node:http';
import { pageWith } from '../answers';
import { npmFolder } from './products';
import { startApplication, startNode, startProgram, together } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

function startNext(port: number, route: string, config = '{}') {
  return startProgram(
    {
      command: process.execPath,
      args: [`${npmFolder}node_modules/next/dist/bin/next`, 'dev', '-p', String(port), '-H', '127.0.0.1'],
      within: npmFolder,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
      files: {
        'next.config.mjs': `export default ${config};`,
        'app/layout.js': 'export default function Layout({ children }) { return children; }',
        'app/api/items/route.js': route,
      },
    },
    port,
  );
}

/** Starts Vite with these options of `server`. */
function startVite(port: number, options: string) {
  return startNode(
    port,
    `import { createServer } from 'vite';
const server = await createServer({ configFile: false, root: process.env.TMPDIR ?? '/tmp', cacheDir: '/tmp/corscope-vite', logLevel: 'silent',
  optimizeDeps: { noDiscovery: true }, server: { port, host: '127.0.0.1', strictPort: true, watch: null, hmr: false, ${options} } });
await server.listen();`,
  );
}

const allowed = `{ headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'content-type' } }`;
const post = `export async function POST() { return Response.json({}, ${allowed}); }`;
const options = `export async function OPTIONS() { return new Response(null, ${allowed}); }`;
const jsonBody = "{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }";

/** Development servers, and what proxies for them. */
export const devServerCases: readonly ServerCase[] = [
  upstreamDown('http-proxy-middleware', (port, items, orders) =>
    startNode(
      port,
      `import express from 'express'; import { createProxyMiddleware } from 'http-proxy-middleware';
const app = express(); const to = (at) => createProxyMiddleware({ target: 'http://127.0.0.1:' + at, changeOrigin: true });
const [orders, items] = [to(${orders}), to(${items})];
app.use((req, res, next) => (req.url === '/orders' ? orders : items)(req, res, next));
app.listen(port, '127.0.0.1');`,
    ),
  ),
  serverCase({
    id: 'vite-origin-not-allowed',
    product: 'Vite',
    cause: 'dev-server-origin',
    why: 'server.cors allows another origin only, so the back end’s page cannot load the modules.',
    twin: { differs: 'server.cors is a fixed other origin, which Vite sends.', cause: null },
    fix: 'server.cors.origin has the page’s origin.',
    path: '/@vite/client',
    works: ({ client }) => client === 200,
    script: (at) => `return { client: await asked('${at('/@vite/client')}') };`,
    start({ variant }, port) {
      const origin = { broken: '[/^http:..app.dev$/]', twin: `'http://app.dev'`, fix: 'true' }[variant];
      return startVite(port, `cors: { origin: ${origin} }`);
    },
  }),
  {
    ...serverCase({
      id: 'vite-host-not-allowed',
      product: 'Vite',
      cause: 'dev-server-refuses-own-host',
      why: 'The host name through which the back end passes requests on is not in server.allowedHosts.',
      twin: { differs: 'The back end’s own route answers 403; Vite allows the host.', cause: null },
      fix: 'server.allowedHosts has the host.',
      path: '/@vite/client',
      outcome: 'allowed',
      works: ({ client, items }) => client === 200 && items === 200,
      script: () => `return { client: await asked('/@vite/client'), items: await asked('/items') };`,
      origins: { api: { host: 'shop.corscope-vite.test', port: 2 } },
      async start(context, port, behind) {
        const { variant, origin } = context;
        const { hostname } = new URL(origin('api'));
        const page = pageWith(
          `return { client: await asked('/@vite/client'), items: await asked('/items') };`,
        );
        const backEnd = await startApplication(port, (request, response) => {
          const { url: path = '/', method, headers } = request;
          if (!path.startsWith('/@vite/')) {
            const status = path === '/items' && variant === 'twin' ? 403 : 200;
            response.writeHead(status, { 'Content-Type': 'text/html' });
            return response.end(path === '/' ? page.body : '<!doctype html><link rel="icon" href="data:,">');
          }
          const passed = httpRequest({ host: '127.0.0.1', port: behind, path, method, headers }, (answer) => {
            answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
          });
          return passed.end();
        });
        const hosts = variant === 'broken' ? [] : [hostname];
        return together(await startVite(behind, `allowedHosts: ${JSON.stringify(hosts)}`), backEnd);
      },
    }),
    page: 'api:/',
  },
  {
    ...upstreamDown('webpack-dev-server', (port, items, orders) =>
      startNode(
        port,
        `import webpack from 'webpack'; import WebpackDevServer from 'webpack-dev-server';
const proxy = [{ context: '/orders', target: 'http://127.0.0.1:${orders}' }, { context: '/', target: 'http://127.0.0.1:${items}' }];
await new WebpackDevServer({ port, host: '127.0.0.1', allowedHosts: 'all', hot: false, client: false, liveReload: false, static: false, proxy },
  webpack({ mode: 'development', entry: {}, stats: 'none', infrastructureLogging: { level: 'none' } })).start();`,
      ),
    ),
  },
  serverCase({
    id: 'next-answers-options',
    product: 'Next',
    cause: 'options-by-server',
    why: 'A route handler has POST only; Next answers OPTIONS itself, with Allow.',
    twin: { differs: 'OPTIONS is exported and fails.', cause: 'options-handler-fails' },
    fix: 'OPTIONS is exported, with the headers.',
    path: '/api/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/api/items')}', ${jsonBody}) };`,
    start: ({ variant }, port) =>
      startNext(
        port,
        `${post}\n${{ broken: '', twin: "export async function OPTIONS() { throw new Error('failed'); }", fix: options }[variant]}`,
      ),
  }),
  serverCase({
    id: 'next-slash-redirect',
    product: 'Next',
    cause: 'slash-redirect',
    why: 'Next redirects a path with a slash at its end by 308, the preflight too.',
    twin: { differs: 'redirects() sends it to another path.', cause: 'preflight-redirect' },
    fix: 'The page requests the path without a slash.',
    path: '/api/items',
    works: ({ items }) => items === 200,
    script: (at, { variant }) =>
      `return { items: await asked('${at({ broken: '/api/items/', twin: '/api/items/old', fix: '/api/items' }[variant])}', ${jsonBody}) };`,
    start: ({ variant }, port) =>
      startNext(
        port,
        `${post}\n${options}`,
        variant === 'twin'
          ? `{ redirects: async () => [{ source: '/api/items/old', destination: '/api/items', permanent: true }] }`
          : '{}',
      ),
  }),
];
