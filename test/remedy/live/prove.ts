import { createServer } from 'node:http';
import type { Page } from 'playwright';
import { listen, unusedPort } from '../../../playground/listen';
import { stackWords } from '../../../src/prose/stacks';
import type { CorsPolicy } from '../../../src/remedy/policy';
import type { StackId } from '../../../src/remedy/stacks';
import { writePolicy } from '../../../src/remedy/write-policy';
import { openPlainChromium } from '../../browsers/chromium';
import { type Product, versionOf } from '../../causes/servers/products';
import { javaApps } from './java-apps';
import { nodeApps } from './node-apps';
import { otherApps } from './other-apps';
import { proxies } from './proxies';

/** The stacks that run on this machine. */
export const liveApps = { ...nodeApps, ...proxies, ...otherApps, ...javaApps };
/** A stack that runs on this machine. */
export type LiveId = keyof typeof liveApps & StackId;

/** What a page got: the status and the readable X-Total, or `blocked`. */
export type Got = Readonly<Record<string, string>>;

/** What pages of three origins got, without and with a policy in which two of them are. */
export interface LiveProof {
  readonly before: Got;
  readonly first: Got;
  readonly second: Got;
  readonly foreign: Got;
}

/** A page for each origin, in a Chromium. */
export interface LivePages {
  prove(id: LiveId): Promise<LiveProof>;
  close(): Promise<void>;
}

/** What a page gets that no policy allows. */
export const blocked: Got = {
  get: 'blocked',
  put: 'blocked',
  signedIn: 'blocked',
  signedOut: 'blocked',
  missing: 'blocked',
  failing: 'blocked',
  cached: 'blocked',
};
/** What a page gets that the policy allows. */
export const allowed: Got = {
  get: '200, total 3',
  put: '200',
  signedIn: '200',
  signedOut: '401',
  missing: '404',
  failing: '500',
  cached: '200, total 3',
};

/** The product whose version counts for a stack. */
const productOf: Readonly<Record<Exclude<LiveId, 'node'>, Product>> = {
  express: 'Express',
  fastify: 'Fastify',
  nest: 'Nest',
  koa: 'Koa',
  hono: 'Hono',
  next: 'Next',
  nginx: 'nginx',
  apache: 'Apache',
  caddy: 'Caddy',
  haproxy: 'HAProxy',
  lighttpd: 'lighttpd',
  varnish: 'Varnish',
  flask: 'Flask',
  django: 'Django',
  fastapi: 'FastAPI',
  aiohttp: 'aiohttp',
  php: 'PHP',
  go: 'Go',
  rack: 'Rack',
  spring: 'Spring',
  tomcat: 'Tomcat',
};

/** The version of a stack that runs here. */
export function versionOfStack(id: LiveId): string {
  return id === 'node' ? process.version.slice(1) : versionOf(productOf[id]);
}

const basic = `Basic ${btoa('ann:secret')}`;

/** The requests of a page, in order. Without credentials, a browser does not ask the user to sign in. The last one must not be answered from what another page put into the cache. */
/** Where an application that does not serve everything from `/` has its routes. */
const prefixes: Partial<Readonly<Record<LiveId, string>>> = { next: '/api' };

const requests = (server: string) => `(async () => {
  const credentials = 'include';
  const ask = (path, init) => fetch(${JSON.stringify(server)} + path, { credentials, cache: 'no-store', ...init }).then(
    ({ status, headers }) => path === '/data' && !init.method ? status + ', total ' + headers.get('X-Total') : '' + status,
    () => 'blocked',
  );
  return {
    get: await ask('/data', {}),
    put: await ask('/data', { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Team': '1' }, body: '{}' }),
    signedIn: await ask('/secret', { headers: { Authorization: '${basic}' } }),
    signedOut: await ask('/secret', { credentials: 'omit', headers: { 'X-Team': '1' } }),
    missing: await ask('/missing', {}),
    failing: await ask('/fail', {}),
    cached: await ask('/data', { cache: 'force-cache' }),
  };
})()`;

/** Opens pages of three origins of one site, which share a cache. */
export async function openLivePages(): Promise<LivePages> {
  const serving = await listen(
    () =>
      createServer((_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><link rel="icon" href="data:,">');
      }),
    0,
  );
  const origins = ['app', 'admin', 'foreign'].map((name) => `http://${name}.shop.localhost:${serving.port}`);
  const [first = '', second = ''] = origins;
  const chromium = await openPlainChromium();
  const pages: Page[] = [];
  for (const origin of origins) {
    const page = await chromium.context.newPage();
    await page.goto(origin);
    pages.push(page);
  }
  const policy: CorsPolicy = {
    origins: [first, second].sort(),
    methods: ['PUT'],
    requestHeaders: ['authorization', 'content-type', 'x-team'],
    exposedHeaders: ['X-Total'],
    credentials: true,
    maxAgeSeconds: 600,
  };
  const ask = async (index: number, server: string): Promise<Got> => {
    const got = await pages[index]?.evaluate<Got>(requests(server));
    if (!got) throw new Error(`remedy: no page ${index}`);
    return got;
  };

  return {
    async prove(id) {
      const { comments, places } = await stackWords.load('en');
      const { parts, leftOut } = writePolicy(id, policy, comments, places[id]);
      if (leftOut > 0) throw new Error(`remedy: ${leftOut} left out`);
      const start = liveApps[id];
      const run = async <Result>(texts: readonly string[], work: (server: string) => Promise<Result>) => {
        const [port, behind] = [await unusedPort(), await unusedPort()];
        const started = await start(port, texts[0] ?? '', { second: texts[1] ?? '', behind });
        try {
          return await work(`http://api.shop.localhost:${port}${prefixes[id] ?? ''}`);
        } finally {
          await started.close();
        }
      };
      const before = await run([], (server) => ask(0, server));
      const texts = parts.map(({ text }) => text);
      return run(texts, async (server) => ({
        before,
        first: await ask(0, server),
        second: await ask(1, server),
        foreign: await ask(2, server),
      }));
    },
    async close() {
      await chromium.close();
      await serving.close();
    },
  };
}
