import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The products that real servers are made of, and the Debian or npm package of each. */
export const products = {
  nginx: { debian: 'nginx-light' },
  Apache: { debian: 'apache2' },
  mod_auth_openidc: { debian: 'libapache2-mod-auth-openidc' },
  Caddy: { debian: 'caddy' },
  HAProxy: { debian: 'haproxy' },
  Varnish: { debian: 'varnish' },
  lighttpd: { debian: 'lighttpd' },
  Express: { npm: 'express' },
  Fastify: { npm: 'fastify' },
  Nest: { npm: '@nestjs/core' },
  Next: { npm: 'next' },
  Hono: { npm: 'hono' },
  Koa: { npm: 'koa' },
  hapi: { npm: '@hapi/hapi' },
  h3: { npm: 'h3' },
  workerd: { npm: 'workerd' },
  Deno: { npm: 'deno' },
  'Functions Framework': { npm: '@google-cloud/functions-framework' },
  'MCP SDK': { npm: '@modelcontextprotocol/sdk' },
  Vite: { npm: 'vite' },
  'webpack-dev-server': { npm: 'webpack-dev-server' },
  'Angular CLI': { npm: '@angular/cli' },
  'http-proxy-middleware': { npm: 'http-proxy-middleware' },
  Flask: { debian: 'python3-flask' },
  Django: { debian: 'python3-django' },
  FastAPI: { debian: 'python3-fastapi' },
  aiohttp: { debian: 'python3-aiohttp' },
  PHP: { debian: 'php-cli' },
  Go: { debian: 'golang-go' },
  gin: { debian: 'golang-github-gin-gonic-gin-dev' },
  Rack: { debian: 'ruby-rack' },
  Tomcat: { debian: 'tomcat10' },
  Spring: { debian: 'libspring-web-java' },
} as const satisfies Readonly<Record<string, { readonly debian: string } | { readonly npm: string }>>;

/** A product that runs as a server. */
export type Product = keyof typeof products;

/** A product that causes were recorded with; the others only have policies applied to them. */
export type RecordedProduct = Exclude<
  Product,
  'hapi' | 'h3' | 'workerd' | 'Deno' | 'Angular CLI' | 'Functions Framework' | 'gin'
>;

/** What is installed besides the products themselves. */
export const otherDebianPackages = [
  'golang-github-gin-contrib-cors-dev',
  'python3-flask-cors',
  'python3-django-cors-headers',
  'python3-uvicorn',
  'ruby-rack-cors',
  'puma',
  'libspring-context-java',
  'libjetty9-java',
] as const;

/** The folder with the npm packages. */
export const npmFolder = fileURLToPath(new URL('./npm/', import.meta.url));

/** Returns the version of a product that is installed. */
export function versionOf(name: Product): string {
  const product = products[name];
  if ('npm' in product) {
    const file = `${npmFolder}node_modules/${product.npm}/package.json`;
    const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
    return version;
  }
  const version = debianVersion(product.debian);
  if (version === null) throw new Error(`servers: ${product.debian} is not installed`);
  // Without Debian's epoch and revision.
  return version.replace(/^\d+:/, '').replace(/[-+~].*$/, '');
}

/** Returns the version of a Debian package; null if it is not installed. */
export function debianVersion(name: string): string | null {
  const { stdout } = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  const isInstalled = /^Status: .* installed$/m.test(stdout ?? '');
  return isInstalled ? (/^Version: (.+)$/m.exec(stdout)?.[1] ?? null) : null;
}
