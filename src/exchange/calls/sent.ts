import {
  getHeader,
  isPotentiallyTrustworthy,
  isSameOrigin,
  originOf,
  parsePreflightHeaders,
} from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import type { PageCall } from '../../protocol/page-hints';
import { authorHeaders, isForbiddenName } from '../verdict/author-headers';
import { type CallOptions, callOptions } from './page-report';
import { methodOf } from './reported-call';

/** What the browser sent for an exchange, as far as it distinguishes calls; null where it is not known. */
export interface Sent {
  readonly method: string;
  /** Firefox names no document of a keepalive request, nor of a worker's. */
  readonly hasDocument: boolean;
  /** Sec-Fetch-Mode. */
  readonly mode: string | null;
  /** Sec-Fetch-Dest. */
  readonly destination: string | null;
  readonly isForeign: boolean;
  /** The names of all headers, in lower case; null until the browser shows them. */
  readonly names: ReadonlySet<string> | null;
  /** The names of those that only a page can have set. */
  readonly authorNames: readonly string[];
  readonly isEventStream: boolean;
  readonly wasPreflighted: boolean;
  /** The names that its preflight announced; null if none was seen. */
  readonly announced: readonly string[] | null;
  readonly wasRedirected: boolean;
  /** Whether a header says that its credentials mode is "include". */
  readonly saysIncluded: boolean;
  /** Whether it would have said so. */
  readonly wouldSayIncluded: boolean;
}

/** Header names that a browser can set itself, or that are unsafe only with some values. */
const isOpenName = /^(accept|accept-language|content-language|content-type|range)$/;

/** What was sent, with the preflight that it was read from. Facts never change, and a group is joined often. */
const known = new WeakMap<
  ExchangeFacts,
  { readonly preflight: ExchangeFacts | undefined; readonly sent: Sent }
>();

/** Returns what was sent for an exchange. `lookup` returns its preflight. */
export function sentOf(facts: ExchangeFacts, lookup: (id: string) => ExchangeFacts | undefined): Sent {
  const id = facts.hops[0]?.preflight ?? null;
  const preflight = id === null ? undefined : lookup(id);
  const before = known.get(facts);
  if (before && before.preflight === preflight) return before.sent;
  const sent = readSent(facts, preflight?.hops[0]);
  known.set(facts, { preflight, sent });
  return sent;
}

function readSent({ hops, origin, documentId }: ExchangeFacts, preflight: HopFacts | undefined): Sent {
  const [hop] = hops;
  const headers = hop?.requestHeaders ?? null;
  const header = (name: string) => headers && getHeader(headers, name);
  const announced = preflight?.requestHeaders ? parsePreflightHeaders(preflight.requestHeaders) : null;
  const says = 'Sec-Fetch-Storage-Access';
  const url = hop?.url ?? '';
  return {
    method: hop?.method ?? '',
    hasDocument: documentId !== null,
    mode: header('Sec-Fetch-Mode'),
    destination: header('Sec-Fetch-Dest'),
    isForeign: !isSameOrigin(originOf(url), origin ?? 'null'),
    names: headers && new Set(headers.map(([name]) => name.toLowerCase())),
    authorNames: authorHeaders(headers ?? [])
      .map(([name]) => name.toLowerCase())
      .filter((name) => !isOpenName.test(name)),
    isEventStream: header('Accept') === 'text/event-stream',
    wasPreflighted: hop?.preflight != null,
    announced: announced?.unsafeHeaderNames.filter((name) => name !== 'content-type') ?? null,
    wasRedirected: hops.slice(0, -1).some(({ response }) => response !== null),
    saysIncluded: header(says) !== null || getHeader(preflight?.requestHeaders ?? [], says) !== null,
    wouldSayIncluded:
      documentId !== null && header('Sec-Fetch-Site') === 'cross-site' && isPotentiallyTrustworthy(url),
  };
}

/** Whether the browser can have sent that for a call. What is not known excludes nothing. */
export function canBeOf(call: PageCall, sent: Sent): boolean {
  const method = methodOf(call);
  const options = callOptions(call);
  return (
    (method === null || method === sent.method) &&
    (sent.hasDocument || (call.api === 'fetch' && call.keepalive !== false)) &&
    hasDestination(call, sent) &&
    hasMode(call, options, sent) &&
    hasCredentials(options, sent) &&
    (!sent.wasRedirected || options.redirectMode === null || options.redirectMode === 'follow') &&
    hasHeaders(call, options, sent)
  );
}

/**
 * Whether a request has headers that its call did not set. Another extension can add some, so this does not exclude
 * the only call there is.
 */
export function hasForeignHeaders({ api, headerNames }: PageCall, { authorNames }: Sent): boolean {
  return (
    /^(fetch|fetchLater|xhr)$/.test(api) &&
    headerNames !== null &&
    authorNames.some((name) => !headerNames.includes(name))
  );
}

function hasDestination({ api }: PageCall, { destination }: Sent): boolean {
  if (destination === null) return true;
  if (api === 'worker' || api === 'shared-worker') return destination === api.replace('-', '');
  return !/worker$/.test(destination);
}

function hasMode({ api, element }: PageCall, { mode }: CallOptions, sent: Sent): boolean {
  // The manifest of a link is requested with CORS without an attribute.
  if (mode === null || sent.destination === 'manifest' || /worker$/.test(api)) return true;
  if (sent.wasPreflighted && mode !== 'cors') return false;
  // The mode of some elements is not in their attributes, but whether it is "cors" always is.
  if (sent.mode !== null) return element ? (mode === 'cors') === (sent.mode === 'cors') : mode === sent.mode;
  const isPlain = sent.names !== null && sent.isForeign && /^(GET|HEAD)$/.test(sent.method);
  if (!isPlain || !/^(cors|no-cors)$/.test(mode)) return true;
  return sent.names?.has('origin') === (mode === 'cors');
}

function hasCredentials({ mode, credentialsMode }: CallOptions, sent: Sent): boolean {
  if (credentialsMode === null) return true;
  if (credentialsMode !== 'include') {
    // In a frame of another site, the browser says it of requests to the frame's own origin too.
    const mayInclude = credentialsMode === 'same-origin' && !sent.isForeign;
    return mayInclude || !(sent.saysIncluded || sent.names?.has('cookie'));
  }
  if (mode !== 'cors' || !sent.isForeign || !sent.wouldSayIncluded) return true;
  return sent.saysIncluded || sent.names?.has('cookie') === true;
}

function hasHeaders({ api, headerNames }: PageCall, { mode }: CallOptions, sent: Sent): boolean {
  if (sent.names && api === 'event-source') return sent.isEventStream;
  if (!headerNames || mode === 'no-cors') return true;
  if (sent.isEventStream && !headerNames.includes('accept')) return false;
  const isSure = (name: string) => !isOpenName.test(name) && !isForbiddenName(name);
  const named = headerNames.filter(isSure);
  if (sent.names && named.some((name) => !sent.names?.has(name))) return false;
  if (!sent.announced) return true;
  return (
    named.every((name) => sent.announced?.includes(name)) &&
    sent.announced.every((name) => headerNames.includes(name))
  );
}
