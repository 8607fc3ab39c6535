import {
  type BrowserName,
  browserRules,
  corsUnsafeRequestHeaderNames,
  type Exchange,
  explain,
  type HeaderList,
  type Hop,
  isCorsSafelistedMethod,
  isSameOrigin,
  locationUrl,
  originOf,
  preflightHeaders,
  redirectedHeaderNames,
  redirectedMethod,
  serializeRequestOrigin,
} from '../../engine';
import { relationOf } from '../../engine/site';
import type { FileRecording } from '../../files/file-recording';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { send } from './send';

/** A request that a page would make. */
export interface Probe {
  readonly url: string;
  readonly origin: string;
  readonly method: string;
  /** Those that the page sets. */
  readonly headers: HeaderList;
  readonly credentials: boolean;
}

const maxHops = 21;
const browsers: readonly BrowserName[] = ['chrome', 'firefox'];

/**
 * Sends a request as a browser would: its preflight, if it needs one, then the request itself, and redirects. It stops
 * where both browsers would.
 *
 * @throws UsageError if a server does not respond
 */
export async function probe({ url, origin, method, headers, credentials }: Probe): Promise<Exchange> {
  const hops: Hop[] = [];
  const exchange = (): Exchange => ({
    origin,
    mode: 'cors',
    credentialsMode: credentials ? 'include' : 'same-origin',
    redirectMode: 'follow',
    hops,
  });
  const hasFailed = () => browsers.every((name) => explain(exchange(), browserRules[name]).failsAt !== null);
  let next: Pick<Hop, 'url' | 'method' | 'unsafeHeaderNames'> | null = {
    url,
    method,
    unsafeHeaderNames: corsUnsafeRequestHeaderNames(headers),
  };
  while (next && hops.length < maxHops) {
    const urlList = [...hops.map((hop) => hop.url), next.url];
    const sentOrigin = serializeRequestOrigin({ origin, urlList });
    const isForeign = urlList.some((each) => !isSameOrigin(originOf(each), origin));
    const needsPreflight =
      isForeign && (!isCorsSafelistedMethod(next.method) || next.unsafeHeaderNames.length > 0);
    const common: HeaderList = [
      ...(isForeign || !/^(GET|HEAD)$/.test(next.method) ? [['Origin', sentOrigin] as const] : []),
      ...fetchMetadata(origin, next.url),
    ];
    const preflight = needsPreflight
      ? await send('OPTIONS', next.url, [...preflightHeaders(next), ...common])
      : null;
    const hop: Hop = {
      ...next,
      useCorsPreflight: false,
      sentOrigin,
      preflightOrigin: sentOrigin,
      preflight,
      response: null,
    };
    hops.push(hop);
    if (needsPreflight && hasFailed()) break;
    const kept = next;
    const own = headers.filter(([name, value]) => {
      const isUnsafe = corsUnsafeRequestHeaderNames([[name, value]]).length > 0;
      return !isUnsafe || kept.unsafeHeaderNames.includes(name.toLowerCase());
    });
    const response = await send(next.method, next.url, [['Accept', '*/*'], ...common, ...own]);
    hops[hops.length - 1] = { ...hop, response };
    if (hasFailed()) break;
    const target = locationUrl(response, next.url);
    if (target === null || target === 'failure') break;
    const changed = redirectedMethod(next.method, response.status);
    next = {
      url: target,
      method: changed,
      unsafeHeaderNames: redirectedHeaderNames(
        next.unsafeHeaderNames,
        next.url,
        target,
        changed !== next.method,
      ),
    };
  }
  return exchange();
}

function fetchMetadata(origin: string, url: string): HeaderList {
  const target = originOf(url);
  const site = isSameOrigin(target, origin)
    ? 'same-origin'
    : relationOf(origin, target) === 'same-site'
      ? 'same-site'
      : 'cross-site';
  return [
    ['Sec-Fetch-Mode', 'cors'],
    ['Sec-Fetch-Site', site],
    ['Sec-Fetch-Dest', 'empty'],
  ];
}

/** Returns what was sent in the form of a recording: the page's call is known. */
export function recordingOf(exchange: Exchange, browser: BrowserName, atMs: number): FileRecording {
  const { origin, mode, credentialsMode, redirectMode, hops } = exchange;
  const frame = { frameId: 0, documentId: 'page', origin };
  const [first] = hops;
  const call = {
    ...({ type: 'call', id: 'call', api: 'fetch', atMs, frame } as const),
    ...{ url: first?.url ?? '', method: first?.method ?? 'GET', mode, credentialsMode, redirectMode },
    ...{ integrity: '', keepalive: false, hasSignal: false, isStreamingBody: false, targetAddressSpace: '' },
    ...{ headerNames: first?.unsafeHeaderNames ?? [], element: null, callSite: null },
  };
  const facts: ExchangeFacts = {
    ...base(origin, atMs),
    id: 'request',
    requestId: 'request',
    hops: hops.map((hop, index) => ({
      ...hopFacts(hop, hops[index + 1]?.url ?? null, atMs),
      preflight: hop.preflight ? `preflight ${index}` : null,
    })),
    preflightFor: null,
    page: {
      call: { call, end: null, threw: null },
      possible: [],
      isOneOfThem: false,
      violations: [],
    },
  };
  const preflights = hops.flatMap((hop, index): readonly ExchangeFacts[] => {
    if (!hop.preflight) return [];
    const asked = { ...hop, method: 'OPTIONS', response: hop.preflight };
    const own = {
      ...hopFacts(asked, null, atMs),
      requestHeaders: [['Origin', hop.preflightOrigin ?? origin] as const, ...preflightHeaders(hop)],
    };
    const id = `preflight ${index}`;
    return [
      {
        ...base(origin, atMs),
        id,
        requestId: id,
        hops: [own],
        preflightFor: { exchange: 'request', hop: index },
        page: null,
      },
    ];
  });
  return {
    name: first?.url ?? '',
    format: 'text',
    browser: { name: browser, version: '' },
    writer: null,
    page: { url: `${origin}/`, title: null, frames: [] },
    exchanges: [...preflights, facts],
    pageEvents: [],
    sinceReload: new Map(),
    ...{ fromMs: atMs, toMs: atMs, sawNavigation: true, redaction: 'everything', lacks: [], leftOut: 0 },
  };
}

function base(origin: string, atMs: number) {
  return {
    ...({ tabId: 0, frameId: 0, documentId: 'page', initiator: 'document', kind: 'fetch' } as const),
    ...{ type: 'xmlhttprequest', origin, ancestors: null, localNetwork: null, embedderPolicy: null },
    ...{ documentPolicies: null, startedAtMs: atMs },
    end: { how: 'closed', atMs, because: 'not-shown' },
  } as const;
}

function hopFacts(hop: Hop, redirectedTo: string | null, atMs: number): HopFacts {
  const { url, method, sentOrigin, response, unsafeHeaderNames } = hop;
  return {
    ...{ url, method, startedAtMs: atMs, sentAtMs: atMs, response, timedStatus: null, redirectedTo },
    // The values of the page's headers may be secrets, and decide nothing.
    requestHeaders: [
      ...(sentOrigin === null ? [] : [['Origin', sentOrigin] as const]),
      ['Sec-Fetch-Mode', 'cors'] as const,
      ...unsafeHeaderNames.map((name) => [name, ''] as const),
    ],
    ...{ headersAtMs: response && atMs, internal: null, responseStartedAtMs: response && atMs },
    ...{ fromCache: false, serverIp: null, askedForLogin: false, preflight: null },
  };
}
