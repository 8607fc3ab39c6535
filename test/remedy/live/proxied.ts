import { unusedPort } from '../../../playground/listen';
import { stackWords } from '../../../src/prose/stacks';
import { type ProxyId, proxies } from '../../../src/remedy/proxies';
import { openPlainChromium } from '../../browsers/chromium';
import type { Started } from '../../causes/serve';
import { npmFolder, type Product, versionOf } from '../../causes/servers/products';
import { startApplication, startNode, startProgram, together } from '../../causes/servers/programs';
import { startApache, startCaddy, startHaproxy, startNext, startNginx } from './start';

/** Starts the server of a page with the parts of a proxy's configuration. */
type PageStart = (port: number, texts: readonly string[]) => Promise<Started>;

const html = '<!doctype html><title>Page</title><link rel=icon href=data:,>';

/** The workspace of an Angular application. */
const workspace = (isProxy: boolean) => ({
  version: 1,
  projects: {
    app: {
      projectType: 'application',
      root: '',
      architect: {
        build: {
          builder: '@angular/build:application',
          options: { browser: 'src/main.ts', index: 'src/index.html', tsConfig: 'tsconfig.json' },
          configurations: { development: { optimization: false } },
        },
        serve: {
          builder: '@angular/build:dev-server',
          options: {
            ...{ buildTarget: 'app:build:development', watch: false, liveReload: false, allowedHosts: true },
            ...(isProxy && { proxyConfig: 'src/proxy.conf.mjs' }),
          },
        },
      },
    },
  },
});

/** The servers of a page, which has nothing else. */
export const pageServers = {
  vite: (port, [text = '']) =>
    startNode(
      port,
      `import { createServer } from 'vite';
const options = {${text}};
const server = await createServer({ configFile: false, root: '/tmp', cacheDir: '/tmp/corscope-vite', logLevel: 'silent',
  optimizeDeps: { noDiscovery: true }, server: { port, host: '127.0.0.1', strictPort: true, watch: null, hmr: false,
  allowedHosts: true, ...options.server }, plugins: [{ name: 'page', configureServer: (server) => () =>
  server.middlewares.use((request, response) => response.setHeader('Content-Type', 'text/html').end(${JSON.stringify(html)})) }] });
await server.listen();`,
    ),
  webpack: (port, [text = '']) =>
    startNode(
      port,
      `import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';
const server = new WebpackDevServer({ port, host: '127.0.0.1', allowedHosts: 'all', hot: false, client: false,
  setupMiddlewares: (all) => [...all, { name: 'page', middleware: (request, response) => response.setHeader('Content-Type', 'text/html').end(${JSON.stringify(html)}) }],
${text}
}, webpack({ mode: 'none', entry: 'data:text/javascript,', infrastructureLogging: { level: 'none' }, stats: 'none' }));
await server.start();`,
    ),
  angular: (port, [text = '']) =>
    startProgram(
      {
        command: process.execPath,
        args: [
          `${npmFolder}node_modules/@angular/cli/bin/ng.js`,
          'serve',
          `--port=${port}`,
          '--host=127.0.0.1',
        ],
        within: npmFolder,
        env: { NG_CLI_ANALYTICS: 'false' },
        files: {
          'angular.json': JSON.stringify(workspace(text !== '')),
          'tsconfig.json': JSON.stringify({
            compilerOptions: { target: 'ES2022', module: 'ES2022', moduleResolution: 'bundler', types: [] },
            files: ['src/main.ts'],
          }),
          'src/index.html': html,
          'src/main.ts': 'export {};',
          'src/proxy.conf.mjs': text,
        },
      },
      port,
    ),
  httpProxyMiddleware: (port, [text = '']) =>
    startNode(
      port,
      `import express from 'express';
const app = express();
${text}
app.use((request, response) => response.send(${JSON.stringify(html)}));
app.listen(port, '127.0.0.1');`,
    ),
  node: (port, [text = '']) =>
    startNode(
      port,
      `import { createServer } from 'node:http';
const listener = (request, response) => response.setHeader('Content-Type', 'text/html').end(${JSON.stringify(html)});
${text}
createServer(withProxy(listener)).listen(port, '127.0.0.1');`,
    ),
  next: (port, [text = '']) =>
    startNext(port, {
      'app/page.js': 'export default function Page() { return null; }',
      'proxy.js': text,
    }),
  nginx: (port, [text = '']) => startNginx(port, '', `location / { return 200 '${html}'; }\n${text}`),
  // The page itself comes from another application.
  apache: async (port, [text = '']) => {
    const page = await unusedPort();
    const host = `ProxyPass / http://127.0.0.1:${page}/\n${text}`;
    const apache = await startApache(port, 'mpm_event authz_core headers proxy proxy_http', host);
    const started = await startApplication(page, (_, response) =>
      response.setHeader('Content-Type', 'text/html').end(html),
    );
    return together(apache, started);
  },
  caddy: (port, [text = '']) =>
    startCaddy(port, `  header / Content-Type text/html\n  respond / "${html}"\n${text}`),
  haproxy: (port, [front = '', back = '']) => {
    const page = `  http-request return status 200 content-type text/html string "${html}" if { path / }`;
    return startHaproxy(port, `${page}\n${front}`, back);
  },
} as const satisfies Partial<Readonly<Record<ProxyId, PageStart>>>;

/** A proxy that runs on this machine. */
export type LiveProxyId = keyof typeof pageServers;

const productOf: Readonly<Record<Exclude<LiveProxyId, 'node'>, Product>> = {
  vite: 'Vite',
  webpack: 'webpack-dev-server',
  angular: 'Angular CLI',
  next: 'Next',
  httpProxyMiddleware: 'http-proxy-middleware',
  nginx: 'nginx',
  apache: 'Apache',
  caddy: 'Caddy',
  haproxy: 'HAProxy',
};

/** The version of a proxy that runs here. */
export function versionOfProxy(id: LiveProxyId): string {
  return id === 'node' ? process.version.slice(1) : versionOf(productOf[id]);
}

/** What a page gets from the server, by itself and through the proxy. */
export type ProxiedGot = Readonly<Record<string, string>>;

/** What a proxy has to do, without and with the page's cookies. */
const expectedProxied: Readonly<Record<'noCookies' | 'cookies', ProxiedGot>> = {
  noCookies: {
    direct: 'blocked',
    get: '200, total 3, cookies ',
    put: '200, body {"a":1}',
    query: '200, /data?a=1%202',
    encoded: '200, /data/a%2Fb',
    missing: '404',
    failing: '500',
    otherHost: 'of the server',
    again: '200, total 3, cookies ',
  },
  cookies: {
    direct: 'blocked',
    get: '200, total 3, cookies page=1',
    put: '200, body {"a":1}',
    query: '200, /data?a=1%202',
    encoded: '200, /data/a%2Fb',
    missing: '404',
    failing: '500',
    otherHost: 'of the server',
    again: '200, total 3, cookies page=1; theme=3; session=2',
  },
};

/**
 * What a proxy has to do, but for those that cannot and say so: Next.js cannot change the cookies of the
 * server, so the one with a Domain attribute is lost, and nginx decodes an encoded slash.
 */
export function expectedOf(id: LiveProxyId): typeof expectedProxied {
  const { noCookies, cookies } = expectedProxied;
  if (id === 'next')
    return { noCookies, cookies: { ...cookies, again: '200, total 3, cookies page=1; theme=3' } };
  if (id !== 'nginx') return expectedProxied;
  const encoded = '200, /data/a/b';
  return { noCookies: { ...noCookies, encoded }, cookies: { ...cookies, encoded } };
}

/** The server, which sends no CORS headers, and refuses other names than its own and requests with an origin. */
async function startServer(port: number): Promise<Started> {
  return startApplication(port, (request, response) => {
    const { url = '', headers, method } = request;
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const isForeign = headers.host !== `127.0.0.1:${port}`;
      const isKnown = url.startsWith('/data');
      const refusal = isForeign ? 421 : headers.origin !== undefined ? 403 : null;
      response.writeHead(refusal ?? (url === '/fail' ? 500 : isKnown ? 200 : 404), {
        'X-Server': 'it',
        'X-Total': '3',
        'Set-Cookie': ['theme=3; Path=/', 'session=2; Domain=server.example; Path=/'],
      });
      const got =
        method === 'PUT' ? `body ${body}` : url !== '/data' ? url : `cookies ${headers.cookie ?? ''}`;
      response.end(got);
    });
  });
}

const requests = (server: string) => `(async () => {
  const text = async (path, init) => {
    const response = await fetch(path, { cache: 'no-store', ...init });
    return [response, response.status + ', ' + await response.text()];
  };
  const read = async () => {
    const [response, body] = await text('/proxy/data');
    return body.replace(', ', ', total ' + response.headers.get('X-Total') + ', ');
  };
  const direct = await fetch('${server}/data').then(() => 'allowed', () => 'blocked');
  const get = await read();
  const [, put] = await text('/proxy/data', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{"a":1}' });
  const [, query] = await text('/proxy/data?a=1%202');
  const [, encoded] = await text('/proxy/data/a%2Fb');
  const [missing] = await text('/proxy/missing');
  const [failing] = await text('/proxy/fail');
  // A path that looks like another host must not become one.
  const [other] = await text('/proxy//127.0.0.1:1/data');
  const otherHost = other.headers.get('X-Server') === 'it' || other.status === 404 ? 'of the server' : 'status ' + other.status;
  return { direct, get, put, query, encoded, missing: '' + missing.status, failing: '' + failing.status, otherHost, again: await read() };
})()`;

/** Applies each proxy to its server, and requests through it from a page in Chromium. */
export async function proveProxy(id: LiveProxyId): Promise<typeof expectedProxied> {
  const { comments, proxyComments, proxyPlaces } = await stackWords.load('en');
  const chromium = await openPlainChromium();
  const prove = async (cookies: boolean): Promise<ProxiedGot> => {
    const [port, serverPort] = [await unusedPort(), await unusedPort()];
    const server = `http://127.0.0.1:${serverPort}`;
    const place = proxyPlaces[id];
    const parts = proxies[id].write({ server, cookies }, { ...comments, ...proxyComments, place });
    const texts = parts.map(({ text }) => text);
    const started = together(await startServer(serverPort), await pageServers[id](port, texts));
    try {
      const context = await chromium.context.browser()?.newContext();
      const page = await (context ?? chromium.context).newPage();
      await page.goto(`http://app.shop.localhost:${port}/`);
      await page.evaluate(`document.cookie = 'page=1'`);
      const got = await page.evaluate<ProxiedGot>(requests(server));
      await page.context().clearCookies();
      await page.close();
      return got;
    } finally {
      await started.close();
    }
  };
  try {
    return { noCookies: await prove(false), cookies: await prove(true) };
  } finally {
    await chromium.close();
  }
}
