import { getHeader, type HeaderList, headerValues, originOf, parseUrl } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';

/** The rule that an answer with marks of a proxy falls under. */
export type ProxyRule = 'answer-through-proxy';

/** What a mark of a proxy is a mark of. */
export type ProxyMark =
  /** A header in which proxies write themselves: `Via`, `Forwarded`, `Proxy-Status`. */
  | 'named-itself'
  /** A header of requests that a proxy adds, and the server sends back. */
  | 'forwarded-echo'
  | 'shared-cache'
  | 'edge'
  | 'gateway'
  /** Who was asked behind it, or how long that took. */
  | 'upstream'
  | 'balancer-cookie'
  /** The server's name is of a program that mostly stands in front of others. */
  | 'front-server'
  /** One header names a front server, another what runs behind. */
  | 'two-servers'
  /** The page's own document came from another program, at the same origin. */
  | 'other-server'
  /** The port is a development server's, the answer another program's. */
  | 'development-server'
  | 'gateway-status'
  | 'rewritten'
  /** It grants CORS, which a request of the same origin has no use for. */
  | 'cors-granted';

/** How much a mark says. */
export type ProxyStrength = 'strong' | 'medium' | 'weak';

/** Something on a response that tells of a proxy in between. */
export interface ProxyEvidence {
  readonly mark: ProxyMark;
  readonly strength: ProxyStrength;
  /** The header as it stood there, or two with a plus between; `:status` for the status. */
  readonly header: string;
  /** Of a cookie its name alone. */
  readonly value: string;
  /** Whose it is, where that is known. */
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
  // header                                           value                             mark              strength  by
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

/** Most headers are of no rule: a report asks of all that were recorded. */
const anyName = new RegExp(rules.map(([names]) => names.source).join('|'));

/** Servers that mostly stand in front, and what mostly runs behind one. */
const front = /^(nginx|openresty|caddy|tengine|apache|istio-envoy|envoy|traefik|haproxy)\b/i;
const behind = /express|php|asp\.net|next\.js|nuxt|phusion|servlet|jsp|plesk|django|rails|fastify|koa|hapi/i;
/** Ports at which a development server listens unless it is told otherwise, and nothing else does. */
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
 * What on the response of a same-origin request tells that a proxy stands between the browser and who answered, the
 * strongest first; none of a request to another origin. Whose proxy it is, the site's or one on the reader's side,
 * no header says. `ofDocument`: the headers of the page's own document, if they were seen and it is of that origin.
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

/** What two headers say together that neither says alone. */
function pairsOf(headers: HeaderList, ofDocument: HeaderList | null): readonly ProxyEvidence[] {
  const server = getHeader(headers, 'Server');
  const poweredBy = headerValues(headers, 'X-Powered-By');
  const found: ProxyEvidence[] = [];
  if (server !== null && front.test(server) && poweredBy.some((each) => behind.test(each))) {
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

/** The name of the program that answered, without its version; null where it does not say. */
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
