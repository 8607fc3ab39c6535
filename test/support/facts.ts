import { requestKind } from '../../src/background/request-kind';
import type { HeaderList } from '../../src/engine';
import type { RequestEvent, StartedEvent } from '../../src/exchange/facts/facts';
import type { StoredCookie } from '../../src/protocol/cookies';
import type { ExchangeFacts, FrameFacts, HopFacts, InternalRedirect } from '../../src/protocol/facts';
import type { FrameRef } from '../../src/protocol/page-events';

/** The facts of a hop that was answered, changed where it matters. */
export function hopFacts(part: Partial<HopFacts> = {}): HopFacts {
  return {
    url: 'https://api.example/',
    method: 'GET',
    startedAtMs: 1_000,
    requestHeaders: [],
    sentAtMs: 1_001,
    response: { status: 200, headerList: [] },
    timedStatus: null,
    headersAtMs: 1_010,
    redirectedTo: null,
    internal: null,
    responseStartedAtMs: 1_011,
    fromCache: false,
    serverIp: '192.0.2.1',
    askedForLogin: false,
    preflight: null,
    ...part,
  };
}

/** The facts of an exchange of a page that was completed, changed where it matters. */
export function exchangeFacts(
  hops: readonly Partial<HopFacts>[] = [{}],
  part: Partial<ExchangeFacts> = {},
): ExchangeFacts {
  const { type = 'xmlhttprequest' } = part;
  return {
    id: '1',
    requestId: '1',
    tabId: 1,
    frameId: 0,
    documentId: 'd1',
    initiator: 'document',
    kind: requestKind(type),
    type,
    origin: 'https://page.example',
    ancestors: null,
    localNetwork: null,
    embedderPolicy: null,
    documentPolicies: null,
    startedAtMs: 1_000,
    hops: hops.map(hopFacts),
    end: { how: 'completed', atMs: 1_012, status: 200 },
    preflightFor: null,
    page: null,
    ...part,
  };
}

/** The top frame of a page as events and hints name it, changed where it matters. */
export function frameRef(part: Partial<FrameRef> = {}): FrameRef {
  return { frameId: 0, documentId: 'd1', origin: 'https://page.example', ...part };
}

/** A frame that shows that URL: the top one, or a child of it, changed where it matters. */
export function frameFacts(frameId: number, url: string, part: Partial<FrameFacts> = {}): FrameFacts {
  const parentFrameId = frameId === 0 ? -1 : 0;
  return { frameId, parentFrameId, documentId: `d${frameId}`, url, origin: new URL(url).origin, ...part };
}

/** Frames of these origins, each in the one before it. */
export function nestedFrames(...origins: readonly string[]): readonly FrameFacts[] {
  return origins.map((origin, frameId) => frameFacts(frameId, `${origin}/`, { parentFrameId: frameId - 1 }));
}

/** A cookie that the browser keeps for one host until it ends, changed where it matters. */
export function keptCookie(part: Partial<StoredCookie> = {}): StoredCookie {
  return {
    name: 'sid',
    value: '1',
    domain: 'api.example',
    isHostOnly: true,
    path: '/',
    isSecure: false,
    isPartitioned: false,
    sameSite: 'default',
    expiresAtMs: null,
    partition: null,
    ...part,
  };
}

/** A request's beginning. */
export function started(part: Partial<StartedEvent> = {}): StartedEvent {
  const { resourceType = 'xmlhttprequest' } = part;
  return {
    type: 'started',
    requestId: '1',
    atMs: 1_000,
    url: 'https://api.example/',
    method: 'GET',
    tabId: 1,
    frameId: 0,
    documentId: 'd1',
    initiator: 'document',
    kind: requestKind(resourceType),
    resourceType,
    origin: 'https://page.example',
    ancestors: null,
    embedderPolicy: null,
    documentPolicies: null,
    ...part,
  };
}

/** The headers of a request of that id going out. */
export function sent(
  requestId: string,
  atMs: number,
  headerList: HeaderList,
  url = 'https://api.example/',
): RequestEvent {
  return { type: 'headers-sent', requestId, atMs, url, headerList };
}

/** An answer to a request of that id. */
export function received(
  requestId: string,
  atMs: number,
  status: number,
  headerList: HeaderList = [],
  url = 'https://api.example/',
): RequestEvent {
  return { type: 'headers-received', requestId, atMs, url, status, headerList };
}

/** A request of that id being redirected, by its server or within the browser. */
export function redirected(
  requestId: string,
  atMs: number,
  to: string,
  internal: InternalRedirect | null = null,
): RequestEvent {
  return { type: 'redirected', requestId, atMs, url: 'https://api.example/', to, internal, response: null };
}

/** A request of that id failing. */
export function failed(
  requestId: string,
  atMs: number,
  error: string,
  url = 'https://api.example/',
): RequestEvent {
  return { type: 'failed', requestId, atMs, url, error };
}

/** A request of that id coming to its end. */
export function completed(
  requestId: string,
  atMs: number,
  status = 200,
  url = 'https://api.example/',
): RequestEvent {
  return { type: 'completed', requestId, atMs, url, status, fromCache: false, serverIp: '192.0.2.1' };
}
