import { requestKind } from '../../../src/background/request-kind';
import type { HeaderList } from '../../../src/engine';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { headers } from '../../support/http';

const page = 'https://shop.example';
/** The start time of the first situation. */
export const startMs = 1_700_000_000_000;
let count = 0;

interface HopPart extends Partial<Omit<HopFacts, 'requestHeaders' | 'response'>> {
  readonly status?: number;
  readonly sent?: string | null;
  readonly got?: string;
}

/** Returns the server address of a URL. The shop's hosts share one server; every other host has its own. */
function addressOf(url = ''): string {
  const { hostname } = new URL(url, 'https://api.shop.example');
  return hostname.endsWith('shop.example')
    ? '203.0.113.7'
    : `198.51.100.${hostname.length + hostname.charCodeAt(0)}`;
}

/** One hop as a browser shows it. Headers are written one a line. */
function hop({ sent = '', got, status = 200, ...part }: HopPart): HopFacts {
  const usual: HeaderList = [
    ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36'],
    ['Accept', '*/*'],
    ['Accept-Encoding', 'gzip, deflate, br, zstd'],
    ['Accept-Language', 'en-GB,en;q=0.9'],
  ];
  return {
    url: 'https://api.shop.example/v1/orders',
    method: 'GET',
    startedAtMs: startMs + count * 40,
    response:
      got === undefined
        ? null
        : {
            status,
            headerList: [
              ...headers(got),
              ['Date', 'Sat, 22 Nov 2025 13:40:10 GMT'],
              ['Content-Type', 'application/json'],
            ],
          },
    timedStatus: null,
    headersAtMs: null,
    redirectedTo: null,
    internal: null,
    responseStartedAtMs: null,
    fromCache: got === undefined ? null : false,
    serverIp: got === undefined ? null : addressOf(part.url),
    askedForLogin: false,
    preflight: null,
    ...part,
    requestHeaders: sent === null ? null : [...headers(sent), ...usual],
    sentAtMs: sent === null ? null : 0,
  };
}

interface FactsPart extends Partial<Omit<ExchangeFacts, 'hops'>> {
  readonly hops: readonly HopFacts[];
  /** The error at its end; undefined if it completed. */
  readonly error?: string;
  readonly isRunning?: boolean;
}

function facts({ error, isRunning, ...part }: FactsPart): ExchangeFacts {
  count++;
  const status = part.hops.at(-1)?.response?.status;
  const startedAtMs = startMs + count * 40;
  const atMs = startedAtMs + 8 + ((count * 37) % 220);
  return {
    id: `r${count}`,
    requestId: `${count}`,
    tabId: 1,
    frameId: 0,
    documentId: 'd1',
    initiator: 'document',
    kind: requestKind(part.type ?? 'xmlhttprequest'),
    type: 'xmlhttprequest',
    origin: page,
    ancestors: null,
    localNetwork: null,
    embedderPolicy: null,
    documentPolicies: null,
    startedAtMs,
    end: isRunning
      ? null
      : error
        ? { how: 'failed', atMs, error }
        : { how: 'completed', atMs, status: status ?? 200 },
    preflightFor: null,
    page: null,
    ...part,
  };
}

const cors = `Origin: ${page}\nSec-Fetch-Mode: cors\nSec-Fetch-Site: same-site`;
const started = { responseStartedAtMs: startMs };
const allow = `Access-Control-Allow-Origin: ${page}\nVary: Origin`;

/** Returns a request with its preflight, and the request's own response if the preflight succeeded. */
function preflighted(
  method: string,
  unsafe: string,
  preflight: HopPart,
  main: HopPart,
  error?: string,
): readonly ExchangeFacts[] {
  const request = `r${count + 1}`;
  const preflightId = `r${count + 2}`;
  const names = unsafe === '' ? '' : `\nAccess-Control-Request-Headers: ${unsafe}`;
  return [
    facts({ hops: [hop({ method, preflight: preflightId, ...main })], ...(error && { error }) }),
    facts({
      preflightFor: { exchange: request, hop: 0 },
      hops: [
        hop({
          method: 'OPTIONS',
          sent: `${cors}\nAccess-Control-Request-Method: ${method}${names}`,
          ...started,
          ...preflight,
        }),
      ],
    }),
  ];
}

const long = `eyJ${'hbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9'.repeat(14)}`;

/** About thirty requests of one page, each a situation that the panel must show well. */
export const situations: readonly ExchangeFacts[] = [
  facts({
    type: 'main_frame',
    origin: null,
    hops: [
      hop({ url: `${page}/checkout`, sent: 'Sec-Fetch-Mode: navigate', got: 'Vary: Cookie', ...started }),
    ],
  }),
  facts({
    hops: [hop({ url: `${page}/assets/app-4f1d2c.js`, sent: 'Sec-Fetch-Mode: cors', got: '', ...started })],
  }),
  facts({
    type: 'image',
    hops: [
      hop({
        url: 'https://img.cdn.example/catalogue/2025/autumn/boots/large/dark-brown-leather-1200x1200.avif?dpr=2&q=80',
        sent: 'Sec-Fetch-Mode: no-cors\nSec-Fetch-Site: cross-site',
        got: 'Cross-Origin-Resource-Policy: cross-origin',
        ...started,
      }),
    ],
  }),
  facts({ hops: [hop({ sent: cors, got: 'Access-Control-Allow-Origin: *', ...started })] }),
  facts({ hops: [hop({ url: 'http://shop.example/api/stock', sent: cors, got: allow, ...started })] }),
  facts({ error: 'net::ERR_FAILED', hops: [hop({ sent: cors, got: 'Cache-Control: no-store' })] }),
  facts({
    error: 'net::ERR_FAILED',
    hops: [hop({ sent: cors, got: 'Access-Control-Allow-Origin: https://www.shop.example' })],
  }),
  facts({
    error: 'net::ERR_FAILED',
    hops: [
      hop({
        url: 'https://shop.example:8443/session',
        sent: `${cors}\nCookie: sid=8d1f\nSec-Fetch-Storage-Access: active`,
        got: 'Access-Control-Allow-Origin: *',
      }),
    ],
  }),
  facts({
    error: 'net::ERR_FAILED',
    hops: [
      hop({ sent: cors, got: `Access-Control-Allow-Origin: ${page}\nAccess-Control-Allow-Origin: ${page}` }),
    ],
  }),
  ...preflighted(
    'PUT',
    'content-type,x-request-id',
    { status: 204, got: `${allow}\nAccess-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: *` },
    { sent: `${cors}\nContent-Type: application/json\nX-Request-Id: 77`, got: allow, ...started },
  ),
  ...preflighted(
    'DELETE',
    'authorization,x-tenant',
    {
      status: 204,
      got: 'Access-Control-Allow-Origin: https://admin.shop.example\nAccess-Control-Allow-Methods: GET, POST\nAccess-Control-Allow-Headers: content-type',
    },
    { sent: null },
    'net::ERR_FAILED',
  ),
  ...preflighted(
    'POST',
    'content-type',
    { status: 401, got: 'WWW-Authenticate: Bearer' },
    { sent: null },
    'net::ERR_FAILED',
  ),
  ...preflighted('PATCH', 'content-type', {}, { sent: null }, 'net::ERR_CONNECTION_RESET'),
  facts({
    error: 'net::ERR_FAILED',
    hops: [
      hop({
        url: 'https://id.example/start',
        sent: `Origin: ${page}\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site`,
        got: `${allow}\nLocation: https://login.other.example/in`,
        status: 302,
        redirectedTo: 'https://login.other.example/in',
      }),
      hop({
        url: 'https://login.other.example/in',
        sent: 'Origin: null\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site',
        got: `Access-Control-Allow-Origin: ${page}`,
      }),
    ],
  }),
  facts({
    hops: [
      hop({
        url: 'http://api.shop.example/v2/me',
        status: 307,
        got: `${allow}\nAccess-Control-Allow-Credentials: true\nNon-Authoritative-Reason: HSTS`,
        internal: 'hsts',
        redirectedTo: 'https://api.shop.example/v2/me',
      }),
      hop({ url: 'https://api.shop.example/v2/me', sent: cors, got: allow, ...started }),
    ],
  }),
  facts({
    error: 'net::ERR_NAME_NOT_RESOLVED',
    hops: [hop({ url: 'https://aip.shop.example/', sent: null })],
  }),
  facts({
    error: 'net::ERR_CONNECTION_REFUSED',
    hops: [hop({ url: 'http://localhost:9000/hook', sent: null })],
  }),
  facts({
    error: 'net::ERR_ABORTED',
    hops: [hop({ url: 'https://api.shop.example/v1/suggest?q=bo', sent: cors })],
  }),
  facts({
    error: 'net::ERR_BLOCKED_BY_CLIENT',
    type: 'script',
    hops: [hop({ url: 'https://metrics.example/t.js', sent: null })],
  }),
  facts({ error: 'net::ERR_FAILED', hops: [hop({ url: 'https://api.shop.example/v1/quote', sent: null })] }),
  facts({
    error: 'net::ERR_FAILED',
    hops: [
      hop({
        url: 'http://legacy.example/export',
        method: 'POST',
        sent: `Origin: ${page}\nContent-Type: text/plain`,
        got: 'Access-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true',
      }),
    ],
  }),
  facts({
    type: 'websocket',
    isRunning: true,
    hops: [
      hop({
        url: 'wss://live.shop.example/socket',
        sent: `Origin: ${page}\nSec-Fetch-Mode: websocket`,
        status: 101,
        got: 'Upgrade: websocket',
      }),
    ],
  }),
  facts({
    tabId: -1,
    frameId: -1,
    initiator: 'service-worker',
    hops: [hop({ url: 'https://api.shop.example/v1/sync', sent: cors, got: allow, ...started })],
  }),
  facts({
    frameId: 9,
    documentId: 'd9',
    origin: 'null',
    error: 'net::ERR_FAILED',
    hops: [
      hop({
        url: 'https://widget.example/config.json',
        sent: 'Origin: null\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site',
        got: 'Access-Control-Allow-Origin: https://shop.example',
      }),
    ],
  }),
  facts({
    hops: [
      hop({
        method: 'POST',
        url: 'https://api.shop.example/v1/graphql?operation=Recommendations&persisted=true&locale=en-GB&experiment=checkout-2025-11#x',
        sent: `${cors}\nContent-Type: text/plain\nAuthorization: Bearer ${long}`,
        got: `${allow}\nX-Note: odd\u202eedo\u0007 bytes\nX-Trace: ${long}`,
        ...started,
      }),
    ],
  }),
  facts({
    type: 'beacon',
    hops: [
      hop({
        method: 'POST',
        url: 'https://metrics.example/collect',
        sent: `Origin: ${page}\nSec-Fetch-Mode: no-cors`,
        status: 204,
        got: '',
        ...started,
      }),
    ],
  }),
  facts({
    type: 'sub_frame',
    hops: [hop({ url: 'https://pay.example/frame', sent: 'Sec-Fetch-Mode: navigate', got: '', ...started })],
  }),
  facts({ isRunning: true, hops: [hop({ url: 'https://api.shop.example/v1/slow', sent: cors })] }),
  facts({
    hops: [
      hop({
        method: 'POST',
        url: `${page}/login`,
        sent: `${cors}\nCookie: theme=dark`,
        got: `Set-Cookie: sid=b8c1; Domain=shop.example; Path=/; Secure; HttpOnly; SameSite=Lax
          Set-Cookie: cart=77; Path=/checkout; Secure
          Set-Cookie: all=1; Domain=example; Secure
          Set-Cookie: __Host-csrf=q; Secure; Path=/app`,
        ...started,
      }),
    ],
  }),
  facts({
    hops: [
      hop({
        url: 'https://shop.example:8443/orders',
        sent: `${cors}\nCookie: sid=b8c1; theme=dark\nSec-Fetch-Storage-Access: active`,
        got: `${allow}\nAccess-Control-Allow-Credentials: true\nTiming-Allow-Origin: ${page}\nX-Total: 7`,
        ...started,
      }),
    ],
  }),
  facts({
    type: 'image',
    hops: [
      hop({
        url: 'https://pay.example/pixel.gif',
        sent: 'Sec-Fetch-Mode: no-cors\nSec-Fetch-Site: cross-site',
        got: `Set-Cookie: visitor=1
          Set-Cookie: seen=1; SameSite=None; Secure
          Set-Cookie: apart=1; SameSite=None; Secure; Partitioned
          Set-Cookie: open=1; SameSite=None`,
        ...started,
      }),
    ],
  }),
  // A window that the page opened.
  facts({
    type: 'main_frame',
    tabId: 2,
    hops: [
      hop({
        url: 'https://pay.example/window',
        sent: 'Sec-Fetch-Mode: navigate\nSec-Fetch-Site: cross-site',
        got: 'Cross-Origin-Opener-Policy: same-origin',
        ...started,
      }),
    ],
  }),
  ...preflighted(
    'PATCH',
    'content-type',
    {
      status: 204,
      got: `${allow}\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Headers: "content-type"`,
    },
    { sent: null },
    'net::ERR_FAILED',
  ),
];

/** Returns the same requests repeated, each with a new id and time. */
export function many(total: number): readonly ExchangeFacts[] {
  const rounds = Math.ceil(total / situations.length);
  return Array.from({ length: rounds }, (_, round) =>
    situations.map((facts) => {
      const name = (id: string) => `${id}-${round}`;
      const { id, hops, preflightFor, end } = facts;
      return {
        ...facts,
        id: name(id),
        startedAtMs: facts.startedAtMs + round * 2000,
        end: end && { ...end, atMs: end.atMs + round * 2000 },
        hops: hops.map((hop) => ({ ...hop, preflight: hop.preflight && name(hop.preflight) })),
        preflightFor: preflightFor && { ...preflightFor, exchange: name(preflightFor.exchange) },
      };
    }),
  )
    .flat()
    .slice(0, total);
}
