import type { RecordedProduct } from './products';

/** What the rules found in the recordings of a product before they were corrected with them. */
export interface FirstRun {
  readonly cases: number;
  /** In both browsers. */
  readonly recordings: number;
  /** Recordings of the fault that have its cause first. */
  readonly first: number;
  /** Twins without a wrong cause. */
  readonly twins: number;
  /** Corrected servers of which no cause is claimed. */
  readonly silent: number;
}

/** The first run of the rules over the real servers. */
export const firstRun: Readonly<Record<RecordedProduct, FirstRun>> = {
  nginx: { cases: 13, recordings: 25, first: 17, twins: 15, silent: 17 },
  Apache: { cases: 6, recordings: 12, first: 10, twins: 12, silent: 4 },
  mod_auth_openidc: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  Caddy: { cases: 3, recordings: 6, first: 6, twins: 6, silent: 4 },
  HAProxy: { cases: 4, recordings: 7, first: 7, twins: 7, silent: 7 },
  Varnish: { cases: 3, recordings: 6, first: 4, twins: 6, silent: 2 },
  lighttpd: { cases: 3, recordings: 6, first: 6, twins: 6, silent: 0 },
  Express: { cases: 11, recordings: 22, first: 22, twins: 22, silent: 2 },
  Fastify: { cases: 2, recordings: 4, first: 4, twins: 4, silent: 4 },
  Hono: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  Koa: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  Nest: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 0 },
  'http-proxy-middleware': { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  Vite: { cases: 2, recordings: 4, first: 4, twins: 4, silent: 2 },
  'webpack-dev-server': { cases: 1, recordings: 1, first: 1, twins: 1, silent: 1 },
  Next: { cases: 2, recordings: 2, first: 2, twins: 2, silent: 2 },
  'MCP SDK': { cases: 4, recordings: 8, first: 8, twins: 8, silent: 4 },
  Flask: { cases: 3, recordings: 6, first: 4, twins: 6, silent: 6 },
  Django: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  FastAPI: { cases: 3, recordings: 6, first: 4, twins: 4, silent: 6 },
  aiohttp: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  PHP: { cases: 2, recordings: 4, first: 4, twins: 4, silent: 4 },
  Go: { cases: 2, recordings: 4, first: 4, twins: 4, silent: 4 },
  Rack: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
  Tomcat: { cases: 2, recordings: 4, first: 4, twins: 4, silent: 0 },
  Spring: { cases: 1, recordings: 2, first: 2, twins: 2, silent: 2 },
};
