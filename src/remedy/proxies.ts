import { angular } from './proxies/angular';
import { apache } from './proxies/apache';
import { caddy } from './proxies/caddy';
import { haproxy } from './proxies/haproxy';
import { httpProxyMiddleware } from './proxies/http-proxy-middleware';
import { netlify } from './proxies/netlify';
import { next } from './proxies/next';
import { nginx } from './proxies/nginx';
import { node } from './proxies/node';
import { vercel } from './proxies/vercel';
import { vite } from './proxies/vite';
import { webpack } from './proxies/webpack';
import type { ProxyStack } from './proxy';

/** Every proxy that can be written, in the order in which they are offered. */
export const proxies = {
  vite,
  webpack,
  angular,
  next,
  httpProxyMiddleware,
  node,
  nginx,
  apache,
  caddy,
  haproxy,
  netlify,
  vercel,
} as const satisfies Readonly<Record<string, ProxyStack>>;

/** Returns the proxy with an id; null if there is none. */
export function proxyNamed(id: string): ProxyId | null {
  return Object.hasOwn(proxies, id) ? (id as ProxyId) : null;
}

/** A proxy, such as `vite`. */
export type ProxyId = keyof typeof proxies;
