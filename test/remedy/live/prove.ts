import { createServer } from 'node:http';
import type { Page } from 'playwright';
import { listen, unusedPort } from '../../../playground/listen';
import { stackWords } from '../../../src/prose/stacks';
import type { CorsPolicy } from '../../../src/remedy/policy';
import type { StackId } from '../../../src/remedy/stacks';
import { writePolicy } from '../../../src/remedy/write-policy';
import { openPlainChromium } from '../../browsers/chromium';
import { type Product, versionOf } from '../../causes/servers/products';
import { brokenRules } from './broken-rules';
import { javaApps } from './java-apps';
import { nodeApps } from './node-apps';
import { otherApps } from './other-apps';
import { proxies } from './proxies';
import { startSharedCache } from './start';

/** The stacks that run on this machine. */
export const liveApps = { ...nodeApps, ...proxies, ...otherApps, ...javaApps };
/** A stack that runs on this machine. */
export type LiveId = keyof typeof liveApps & StackId;

/** What a page got: the status and the readable X-Total, or `blocked`. */
export type Got = Readonly<Record<string, string>>;

/** What pages of three origins got. */
export interface OfPages {
  readonly first: Got;
  readonly second: Got;
  readonly foreign: Got;
}

/** The policies that are applied to a stack: as much as a policy can hold, as little, and one for any origin. */
export type LivePolicy = 'whole' | 'smallest' | 'anyOrigin';

/** What pages got without a policy, and with each; and the rules of `corscope check` that are broken with the whole one. */
export interface LiveProof extends Readonly<Record<'without' | LivePolicy, OfPages>> {
  readonly broken: readonly string[];
}

/** A page for each origin, in a Chromium. */
export interface LivePages {
  prove(id: LiveId): Promise<LiveProof>;
  close(): Promise<void>;
}

const blocked: Got = {
  get: 'blocked',
  put: 'blocked',
  signedIn: 'blocked',
  signedOut: 'blocked',
  missing: 'blocked',
  failing: 'blocked',
  cached: 'blocked',
  shared: 'blocked',
  sharedAgain: 'blocked',
};
const allowed: Got = {
  get: '200, total 3',
  put: '200',
  signedIn: '200',
  signedOut: '401',
  missing: '404',
  failing: '500',
  cached: '200, total 3',
  shared: '200, total 3',
  sharedAgain: '200, total 3',
};
/** Of a page that may neither have a preflight pass nor read more than a few headers. */
const simple: Got = {
  ...blocked,
  get: '200, total null',
  missing: '404',
  failing: '500',
  cached: '200, total null',
  shared: '200, total null',
  sharedAgain: '200, total null',
};

/** What nearly every stack has to do. */
const expectedProof: LiveProof = {
  without: { first: blocked, second: blocked, foreign: blocked },
  whole: { first: allowed, second: allowed, foreign: blocked },
  smallest: { first: simple, second: blocked, foreign: blocked },
  anyOrigin: { first: allowed, second: allowed, foreign: allowed },
  broken: [],
};

const unshared: Got = { shared: 'blocked', sharedAgain: 'blocked' };
const unsharedOf = ({ first, second, foreign }: OfPages): OfPages => ({
  first: { ...first, ...unshared },
  second: { ...second, ...unshared },
  foreign: { ...foreign, ...unshared },
});

/** What a stack has to do. */
export function expectedProofOf(id: LiveId): LiveProof {
  const { without, whole, smallest, anyOrigin } = expectedProof;
  switch (id) {
    // It also allows what the protocol uses.
    case 'mcpTypescript':
      return { ...expectedProof, smallest: { ...smallest, first: { ...simple, signedIn: '200' } } };
    // Its filter cannot do it: the limit `origin-only`.
    case 'tomcat':
      return { ...expectedProof, anyOrigin: unsharedOf(anyOrigin) };
    // The filter of Spring 4.3, which Debian has, sends no Vary without an Origin header. That of 5.2 and newer does.
    case 'spring':
      return {
        without,
        whole: unsharedOf(whole),
        smallest: unsharedOf(smallest),
        anyOrigin: unsharedOf(anyOrigin),
        broken: ['varies'],
      };
    default:
      return expectedProof;
  }
}

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
  hapi: 'hapi',
  nitro: 'h3',
  vitePreview: 'Vite',
  mcpTypescript: 'Express',
  cloudflareWorkers: 'workerd',
  supabase: 'Deno',
  firebase: 'Functions Framework',
  gin: 'gin',
};

/** The version of a stack that runs here. */
export function versionOfStack(id: LiveId): string {
  return id === 'node' ? process.version.slice(1) : versionOf(productOf[id]);
}

const basic = `Basic ${btoa('ann:secret')}`;

/** Where an application that does not serve everything from `/` has its routes. */
const prefixes: Partial<Readonly<Record<LiveId, string>>> = { next: '/api' };

/** A function of a page that makes a request, and says what it got. */
const asking = (server: string, credentials: RequestCredentials) => `
  const credentials = '${credentials}';
  const ask = (path, init) => fetch(${JSON.stringify(server)} + path, { credentials, cache: 'no-store', ...init }).then(
    ({ status, headers }) => path === '/data' && !init.method ? status + ', total ' + headers.get('X-Total') : '' + status,
    () => 'blocked',
  );`;

/**
 * The requests of a page, in order. Without credentials, a browser does not ask the user to sign in. The last one must
 * not be answered from what another page put into the cache.
 */
const requests = (
  server: string,
  credentials: RequestCredentials,
) => `(async () => {${asking(server, credentials)}
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

/**
 * What pages get through a cache that they share. The first request has no origin, as that of an image; then each page
 * asks, and once more, when the cache has something for all of them.
 *
 * @throws if the cache does not answer by itself, so that this proves nothing
 */
async function askCache(
  pages: readonly Page[],
  cache: string,
  credentials: RequestCredentials,
): Promise<readonly Got[]> {
  const url = new URL(`${cache}/data`);
  // Node.js does not resolve names below localhost. The cache keeps the same for all names.
  url.hostname = '127.0.0.1';
  await fetch(url);
  const ask = `{${asking(cache, credentials)}
    ask('/data', {});
  }`;
  const shared: string[] = [];
  for (const page of [...pages, ...pages]) shared.push(await page.evaluate<string>(ask));
  const did = (await fetch(url)).headers.get('X-Cache');
  if (did !== 'HIT') throw new Error(`remedy: the shared cache said ${did}`);
  return pages.map((_, index) => ({
    shared: shared[index] ?? '',
    sharedAgain: shared[index + pages.length] ?? '',
  }));
}

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
  const whole: CorsPolicy = {
    origins: [first, second].sort(),
    methods: ['PUT'],
    requestHeaders: ['authorization', 'content-type', 'x-team'],
    exposedHeaders: ['X-Total'],
    credentials: true,
    maxAgeSeconds: 600,
  };
  const policies: Readonly<Record<LivePolicy, CorsPolicy>> = {
    whole,
    smallest: {
      origins: [first],
      methods: [],
      requestHeaders: [],
      exposedHeaders: [],
      credentials: false,
      maxAgeSeconds: null,
    },
    anyOrigin: { ...whole, origins: '*', credentials: false },
  };
  const ask = async (server: string, cache: string, credentials: RequestCredentials): Promise<OfPages> => {
    const direct: Got[] = [];
    for (const page of pages) direct.push(await page.evaluate<Got>(requests(server, credentials)));
    const through = await askCache(pages, cache, credentials);
    const got = direct.map((ofPage, index) => ({ ...ofPage, ...through[index] }));
    const [ofFirst = {}, ofSecond = {}, ofForeign = {}] = got;
    return { first: ofFirst, second: ofSecond, foreign: ofForeign };
  };

  return {
    async prove(id) {
      const { comments, places } = await stackWords.load('en');
      const start = liveApps[id];
      const run = async (texts: readonly string[], credentials: RequestCredentials) => {
        const [port, behind] = [await unusedPort(), await unusedPort()];
        const started = await start(port, texts[0] ?? '', { second: texts[1] ?? '', behind });
        const at = (server: number) => `http://api.shop.localhost:${server}${prefixes[id] ?? ''}`;
        try {
          const cachePort = await unusedPort();
          const cache = await startSharedCache(cachePort, port);
          try {
            return await ask(at(port), at(cachePort), credentials);
          } finally {
            await cache.close();
          }
        } finally {
          await started.close();
        }
      };
      const textsOf = (name: LivePolicy) => {
        const { parts, leftOut } = writePolicy(id, policies[name], comments, places[id]);
        if (leftOut > 0) throw new Error(`remedy: ${leftOut} left out`);
        return parts.map(({ text }) => text);
      };
      const under = (name: LivePolicy) => run(textsOf(name), policies[name].credentials ? 'include' : 'omit');
      return {
        without: await run([], 'include'),
        whole: await under('whole'),
        smallest: await under('smallest'),
        anyOrigin: await under('anyOrigin'),
        broken: await brokenRules(start, textsOf('whole'), whole, prefixes[id] ?? ''),
      };
    },
    async close() {
      await chromium.close();
      await serving.close();
    },
  };
}
