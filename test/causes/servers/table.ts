import { apacheCases } from './apache';
import { caddyCases } from './caddy';
import { expressCases } from './express';
import { frameworkCases } from './frameworks';
import { haproxyCases } from './haproxy';
import { lighttpdCases } from './lighttpd';
import { nginxCases } from './nginx';
import type { ServerCase } from './server-case';
import { varnishCases } from './varnish';

/** The cases with real servers. */
export const serverCases: readonly ServerCase[] = [
  ...nginxCases,
  ...apacheCases,
  ...caddyCases,
  ...haproxyCases,
  ...varnishCases,
  ...lighttpdCases,
  ...expressCases,
  ...frameworkCases,
];
