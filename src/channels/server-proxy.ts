import { getHeader, type HeaderList, headerValues, originOf, parseUrl } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';

/** The rule of a response that shows signs of a proxy. */
export type ProxyRule = 'answer-through-proxy';

/** The kind of a sign of a proxy. */
export type ProxyMark =
  /** A header in which proxies name themselves: `Via`, `Forwarded`, `Proxy-Status`. */
  | 'named-itself'
  /** A request header that a proxy adds, returned by the server. */
  | 'forwarded-echo'
  | 'shared-cache'
  | 'edge'
  | 'gateway'
  /** A header about the server behind the proxy, or its response time. */
  | 'upstream'
  | 'balancer-cookie'
  /** `Server` names a program that usually runs in front of others. */
  | 'front-server'
  /** One header names a front server, another the application behind it. */
  | 'two-servers'
  /** Another program served the page's own document, at the same origin. */
  | 'other-server'
  /** The port is that of a development server, but another program responded. */
  | 'development-server'
  | 'gateway-status'
  | 'rewritten'
  /** It allows CORS, which a same-origin request does not need. */
  | 'cors-granted';

/** The strength of a sign as evidence. */
export type ProxyStrength = 'strong' | 'medium' | 'weak';

/** A part of a response that indicates a proxy. */
export interface ProxyEvidence {
  readonly mark: ProxyMark;
  readonly strength: ProxyStrength;
  /** The name of the header as received, or of two joined with `+`; `:status` for the status. */
  readonly header: string;
  /** The header's value; for a cookie only its name. */
  readonly value: string;
  /** The product that the sign belongs to; null if it is not known. */
  readonly by: string | null;
}

type Rule = readonly [
  name: RegExp,
  value: RegExp | null,
  mark: ProxyMark,
  strength: ProxyStrength,
  by: string | null,
];

// biome-ignore format: a table
const rules: readonly Rule[] = [
  // header                                           value                             mark
  // strength  by
  [/^via$/,                                           null,                             'named-itself',   'strong', null],
  [/^forwarded$/,                                     null,                             'named-itself',   'strong', null],
  [/^proxy-status$/,                                  null,                             'named-itself',   'strong', null],
  [/^proxy-(connection|agent)$/,                      null,                             'named-itself',   'strong', null],
  [/^x-(forwarded-\w+|real-ip|original-(url|host|for|uri)|rewrite-url)$/, null,         'forwarded-echo', 'medium', null],
  [/^cache-status$/,                                  null,                             'shared-cache',   'strong', null],
  [/^x-varnish$/,                                     null,                             'shared-cache',   'strong', 'Varnish'],
  [/^x-(cache|cache-hits|cache-status|cache-lookup|proxy-cache|nginx-cache|litespeed-cache|drupal-cache)$/, null, 'shared-cache', 'medium', null],
  [/^x-served-by$/,                                   /^cache-/,                        'edge',           'strong', 'Fastly'],
  [/^x-served-by$/,                                   null,                             'upstream',       'medium', null],
  [/^age$/,                                           /^\d+$/,                          'shared-cache',   'weak',   null],
  [/^cf-(ray|cache-status|request-id|worker)$/,       null,                             'edge',           'strong', 'Cloudflare'],
  [/^x-amz-cf-(id|pop)$/,                             null,                             'edge',           'strong', 'CloudFront'],
  [/^(x-fastly-.+|fastly-.+)$/,                       null,                             'edge',           'strong', 'Fastly'],
  [/^(x-akamai-.+|akamai-.+)$/,                       null,                             'edge',           'strong', 'Akamai'],
  [/^x-vercel-(id|cache|proxy-signature)$/,           null,                             'edge',           'strong', 'Vercel'],
  [/^x-nf-request-id$/,                               null,                             'edge',           'strong', 'Netlify'],
  [/^(x-azure-ref|x-msedge-ref)$/,                    null,                             'edge',           'strong', 'Azure Front Door'],
  [/^fly-request-id$/,                                null,                             'edge',           'strong', 'Fly.io'],
  [/^x-(sucuri-.+|iinfo|cdn)$/,                       null,                             'edge',           'strong', null],
  [/^(x-amz-apigw-id|apigw-requestid)$/,              null,                             'gateway',        'strong', 'Amazon API Gateway'],
  [/^x-kong-.+$/,                                     null,                             'gateway',        'strong', 'Kong'],
  [/^x-envoy-.+$/,                                    null,                             'upstream',       'strong', 'Envoy'],
  [/^x-(upstream|upstream-.+|backend|backend-.+|proxied-by|proxy-by|proxy-.+|http-proxy|haproxy-.+)$/, null, 'upstream', 'strong', null],
  [/^x-(middleware-rewrite|nextjs-rewritten-(path|query))$/, null,                      'rewritten',      'strong', 'Next.js'],
  [/^server$/,                                        /^(istio-envoy|envoy)\b/i,        'front-server',   'strong', 'Envoy'],
  [/^server$/,                                        /^cloudflare\b/i,                 'edge',           'strong', 'Cloudflare'],
  [/^server$/,                                        /^cloudfront\b/i,                 'edge',           'strong', 'CloudFront'],
  [/^server$/,                                        /^akamai/i,                       'edge',           'strong', 'Akamai'],
  [/^server$/,                                        /^(vercel|netlify|fly\/)/i,       'edge',           'strong', null],
  [/^server$/,                                        /^awselb\b/i,                     'front-server',   'strong', 'Elastic Load Balancing'],
  [/^server$/,                                        /^(haproxy|traefik|varnish|squid|ats\b|apachetrafficserver|kong|apisix)/i, 'front-server', 'strong', null],
  [/^server$/,                                        /^(nginx|openresty|caddy|tengine)\b/i, 'front-server', 'weak',  null],
  [/^server-timing$/,                                 /(^|,)\s*(cdn-cache|cfcachestatus|cfedge|edge)\b/i, 'edge', 'medium', null],
  [/^set-cookie$/,                                    /^(AWSALB(TG)?(CORS)?|AWSELB(CORS)?)=/, 'balancer-cookie', 'strong', 'Elastic Load Balancing'],
  [/^set-cookie$/,                                    /^BIGipServer[^=]*=/,             'balancer-cookie', 'strong', 'BIG-IP'],
  [/^set-cookie$/,                                    /^ARRAffinity(SameSite)?=/,       'balancer-cookie', 'strong', 'Azure App Service'],
  [/^set-cookie$/,                                    /^(__cf_bm|__cflb)=/,             'edge',           'strong', 'Cloudflare'],
  [/^set-cookie$/,                                    /^(SERVERID|ROUTEID|HAPROXY\w*)=/i, 'balancer-cookie', 'medium', null],
  [/^access-control-allow-origin$/,                   null,                             'cors-granted',   'weak',   null],
];

/** Most headers match no rule, and a report checks all recorded headers: one test skips them quickly. */
const anyName = new RegExp(rules.map(([names]) => names.source).join('|'));

/** Servers that usually run in front, and frameworks that usually run behind one. */
const front = /^(nginx|openresty|caddy|tengine|apache|istio-envoy|envoy|traefik|haproxy)\b/i;
const behind = /express|php|asp\.net|next\.js|nuxt|phusion|servlet|jsp|plesk|django|rails|fastify|koa|hapi/i;
/** Default ports of development servers that nothing else commonly uses. */
const developmentPorts = new Map([
  ['5173', 'Vite'],
  ['4173', 'Vite'],
  ['4200', 'Angular CLI'],
  ['1234', 'Parcel'],
  ['9000', 'webpack-dev-server'],
]);
const applicationServers =
  /^(gunicorn|uvicorn|werkzeug|hypercorn|daphne|waitress|kestrel|microsoft-|jetty|apache|nginx|caddy|puma|thin|webrick|cowboy|undertow|tomcat|php)/i;

const strengths: readonly ProxyStrength[] = ['strong', 'medium', 'weak'];
const maxValue = 200;

/**
 * Returns the signs of a proxy between the browser and the application, on the response to a same-origin
 * request: the strongest first, at most 40; empty for a request to another origin. No header shows whether
 * the proxy belongs to the site or to the user's network. `ofDocument`: the headers of the page's own
 * document, if it has the same origin and they were seen.
 */
export function proxyEvidence(
  facts: ExchangeFacts,
  ofDocument: HeaderList | null = null,
): readonly ProxyEvidence[] {
  const hop = facts.hops.at(-1);
  if (!hop?.response || facts.origin === null || facts.preflightFor) return [];
  if (!facts.hops.every(({ url }) => originOf(url) === facts.origin)) return [];
  const { headerList: headers, status } = hop.response;
  const { url } = hop;
  const found = [
    ...headers.flatMap((header) => marked(header)),
    ...pairsOf(headers, ofDocument),
    ...ofDevelopment(headers, url),
    ...(status === 502 || status === 504
      ? [evidence('gateway-status', 'strong', ':status', String(status), null)]
      : []),
  ];
  return found.sort((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength)).slice(0, 40);
}

function marked([name, value]: readonly [string, string]): readonly ProxyEvidence[] {
  const lowerName = name.toLowerCase();
  if (!anyName.test(lowerName)) return [];
  const rule = rules.find(([names, values]) => names.test(lowerName) && (values?.test(value) ?? true));
  if (!rule) return [];
  const [, , mark, strength, by] = rule;
  const shown = lowerName === 'set-cookie' ? value.slice(0, value.indexOf('=')) : value;
  return [evidence(mark, strength, name, shown, by)];
}

function evidence(
  mark: ProxyMark,
  strength: ProxyStrength,
  header: string,
  value: string,
  by: string | null,
): ProxyEvidence {
  return { mark, strength, header, value: value.slice(0, maxValue), by };
}

/** Returns the signs that follow only from two headers together. */
function pairsOf(headers: HeaderList, ofDocument: HeaderList | null): readonly ProxyEvidence[] {
  const server = getHeader(headers, 'Server');
  const poweredBy = headerValues(headers, 'X-Powered-By');
  const found: ProxyEvidence[] = [];
  if (server !== null && front.test(server) && poweredBy.some((value) => behind.test(value))) {
    found.push(
      evidence('two-servers', 'medium', 'Server + X-Powered-By', `${server} + ${poweredBy.join(', ')}`, null),
    );
  }
  const documentServer = ofDocument && programOf(ofDocument);
  const program = programOf(headers);
  if (documentServer && program && documentServer !== program) {
    const name = server === null ? 'X-Powered-By' : 'Server';
    found.push(evidence('other-server', 'strong', name, program, documentServer));
  }
  return found;
}

/** Returns the name of the program that responded, without its version; null if no header names it. */
function programOf(headers: HeaderList): string | null {
  const name = getHeader(headers, 'Server') ?? getHeader(headers, 'X-Powered-By');
  return name?.split(/[/ (,]/, 1)[0]?.toLowerCase() || null;
}

function ofDevelopment(headers: HeaderList, url: string): readonly ProxyEvidence[] {
  const { hostname = '', port = '' } = parseUrl(url) ?? {};
  const by = developmentPorts.get(port);
  const server = getHeader(headers, 'Server');
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (!by || !isLocal || server === null || !applicationServers.test(server)) return [];
  return [evidence('development-server', 'medium', 'Server', server, by)];
}
