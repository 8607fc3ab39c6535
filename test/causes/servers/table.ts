import { apacheCases } from './apache';
import { caddyCases } from './caddy';
import { devServerCases } from './dev-servers';
import { expressCases } from './express';
import { frameworkCases } from './frameworks';
import { haproxyCases } from './haproxy';
import { languageCases } from './languages';
import { lighttpdCases } from './lighttpd';
import { mcpCases } from './mcp';
import { nginxCases } from './nginx';
import { nginxRedirectCases } from './nginx-redirects';
import { openIdConnectCases } from './openid-connect';
import { pythonCases } from './python';
import type { ServerCase } from './server-case';
import { springCases } from './spring';
import { varnishCases } from './varnish';

/** The cases with real servers. */
export const serverCases: readonly ServerCase[] = [
  ...nginxCases,
  ...nginxRedirectCases,
  ...apacheCases,
  ...openIdConnectCases,
  ...caddyCases,
  ...haproxyCases,
  ...varnishCases,
  ...lighttpdCases,
  ...expressCases,
  ...frameworkCases,
  ...devServerCases,
  ...mcpCases,
  ...pythonCases,
  ...languageCases,
  ...springCases,
];
