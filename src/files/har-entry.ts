import { getHeader, type HeaderList, isRedirectStatus, originOf, parseUrl } from '../engine';
import { asRecord, asText, asWholeNumber } from '../protocol/bounded';
import type { HopFacts, InternalRedirect, RequestKind } from '../protocol/facts';
import { asMoment } from '../protocol/moment';
import { type Fields, fieldsOf, headersIn, itemsOf, type SharedHeaders, textIn } from './fields';

/** An entry of a HAR file. */
export interface HarEntry {
  readonly url: string;
  readonly method: string;
  readonly kind: RequestKind;
  /** webRequest's resource type for this kind. */
  readonly type: string;
  /** null if the file has only those that the browser would have sent. */
  readonly requestHeaders: HeaderList | null;
  /** Whether there is no host among them: Chrome lists such headers of what it did not send. */
  readonly isProvisional: boolean;
  readonly response: HopFacts['response'];
  readonly internal: InternalRedirect | null;
  /** Where its response redirects to, without the fragment; null if it does not. */
  readonly redirectsTo: string | null;
  /** 0 if the file does not say. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly fromCache: boolean;
  readonly isFromServiceWorker: boolean;
  readonly serverIp: string | null;
  /** The error of the browser, in its words; null if the file has none. */
  readonly error: string | null;
  /** The page that made it, by the id of the file. */
  readonly pageId: string | null;
}

/** Chrome's `_resourceType`, which Playwright and Safari write too. */
const kindOfType: ReadonlyMap<string, RequestKind> = new Map(
  Object.entries({
    document: 'document',
    fetch: 'fetch',
    xhr: 'fetch',
    eventsource: 'fetch',
    preflight: 'fetch',
    script: 'script',
    stylesheet: 'style',
    image: 'image',
    font: 'font',
    media: 'media',
    texttrack: 'media',
    manifest: 'resource',
    ping: 'ping',
    cspviolationreport: 'report',
    websocket: 'websocket',
  } as const satisfies Record<string, RequestKind>),
);

const kindOfDestination: ReadonlyMap<string, RequestKind> = new Map(
  Object.entries({
    document: 'document',
    iframe: 'frame',
    frame: 'frame',
    empty: 'fetch',
    image: 'image',
    script: 'script',
    worker: 'script',
    sharedworker: 'script',
    serviceworker: 'script',
    style: 'style',
    font: 'font',
    audio: 'media',
    video: 'media',
    track: 'media',
    object: 'embed',
    embed: 'embed',
    manifest: 'resource',
    report: 'report',
  } as const satisfies Record<string, RequestKind>),
);

const typeOfKind: Readonly<Partial<Record<RequestKind, string>>> = {
  document: 'main_frame',
  frame: 'sub_frame',
  fetch: 'xmlhttprequest',
  beacon: 'ping',
  style: 'stylesheet',
  embed: 'object',
  report: 'csp_report',
};

/** Reads an entry; null if it is not valid, or no request to a server. */
export function toHarEntry(value: unknown, shared: SharedHeaders): HarEntry | null {
  const entry = asRecord(value);
  const request = asRecord(entry?.request);
  const [url, method] = [textIn(request?.url), textIn(request?.method)];
  if (!entry || !request || url === null || method === null || method === '') return null;
  // The fragment is not sent.
  const parsed = parseUrl(url);
  if (!parsed || !/^(https?|wss?):$/.test(parsed.protocol)) return null;
  parsed.hash = '';
  const requestHeaders = headersIn(request.headers, shared);
  const answer = fieldsOf(entry.response);
  const response = toResponse(answer, shared);
  const internal = internalOf(response);
  const kind = kindOf(entry, parsed.protocol, requestHeaders);
  const started = asMoment(Date.parse(asText(entry.startedDateTime, 40) ?? '')) ?? 0;
  return {
    url: parsed.href,
    method,
    kind,
    type: typeOfKind[kind] ?? kind,
    requestHeaders,
    isProvisional: isProvisional(request.headers),
    response: internal === null ? response : null,
    internal,
    redirectsTo: redirectTarget(parsed.href, response),
    startedAtMs: started,
    endedAtMs: started + (asMoment(entry.time) ?? 0),
    fromCache: asText(entry._fromCache, 20) !== null,
    isFromServiceWorker: answer._fetchedViaServiceWorker === true,
    serverIp: asText(entry.serverIPAddress, 100) || null,
    error: errorOf(entry, answer),
    pageId: asText(entry.pageref, 200),
  };
}

/** Returns a response; null if there was none, which is written as status 0 or -1. */
function toResponse(answer: Fields, shared: SharedHeaders): HopFacts['response'] {
  const status = asWholeNumber(answer.status);
  return status ? { status, headerList: headersIn(answer.headers, shared) ?? [] } : null;
}

/** Chrome lists provisional headers, without a host, of what it did not send, and of what workers sent. */
function isProvisional(headers: unknown): boolean {
  return !itemsOf(headers, 1_000).some((header) =>
    /^(host|:authority)$/i.test(textIn(fieldsOf(header).name) ?? ''),
  );
}

function redirectTarget(url: string, response: HopFacts['response']): string | null {
  if (!response || !isRedirectStatus(response.status)) return null;
  const location = getHeader(response.headerList, 'Location');
  const target = location === null ? null : parseUrl(location, url);
  if (!target) return null;
  target.hash = '';
  return target.href;
}

/** The error's name in Chrome; Playwright writes it elsewhere. */
function errorOf(entry: Fields, answer: Fields): string | null {
  const text = asText(answer._error, 200) || asText(answer._failureText, 200) || asText(entry._error, 200);
  return text || null;
}

/** Chrome writes a redirect that it made itself as a response. */
function internalOf(response: HopFacts['response']): InternalRedirect | null {
  const reason = response && getHeader(response.headerList, 'Non-Authoritative-Reason');
  if (reason === null) return null;
  return /hsts/i.test(reason) ? 'hsts' : /webrequest|delegate/i.test(reason) ? 'extension' : null;
}

function kindOf(entry: Fields, protocol: string, headers: HeaderList | null): RequestKind {
  if (protocol.startsWith('ws')) return 'websocket';
  const header = (name: string) => headers && getHeader(headers, name);
  const destination = kindOfDestination.get(header('Sec-Fetch-Dest') ?? '');
  const type = kindOfType.get((asText(entry._resourceType, 40) ?? '').toLowerCase());
  // Only Sec-Fetch-Dest tells a frame from the document of a tab, and only the type tells a beacon from fetch().
  if (type && !(type === 'document' && destination)) return type;
  if (destination) return destination;
  if (/websocket/i.test(header('Upgrade') ?? '')) return 'websocket';
  const accept = header('Accept') ?? '';
  if (header('Upgrade-Insecure-Requests') !== null || /^text\/html\b/.test(accept)) return 'document';
  if (/^image\//.test(accept)) return 'image';
  if (/^text\/css\b/.test(accept)) return 'style';
  return 'fetch';
}

/** Returns the origin of the document that made a request, as far as its headers say it; null if they do not. */
export function senderOf({ method, requestHeaders: headers }: HarEntry): string | null {
  if (!headers) return null;
  const origin = getHeader(headers, 'Origin');
  // A referrer policy can hide the origin of a request that is not made with CORS.
  const isByCors = getHeader(headers, 'Sec-Fetch-Mode') === 'cors' || /^(GET|HEAD|OPTIONS)$/.test(method);
  if (origin !== null && (origin !== 'null' || isByCors)) return origin;
  const referrer = parseUrl(getHeader(headers, 'Referer') ?? '');
  return referrer && /^https?:$/.test(referrer.protocol) ? originOf(referrer.href) : null;
}
