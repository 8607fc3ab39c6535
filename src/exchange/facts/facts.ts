import { type HeaderList, isRedirectStatus } from '../../engine';
import type {
  End,
  ExchangeFacts,
  HopFacts,
  Initiator,
  InternalRedirect,
  NetworkPermissions,
  RequestKind,
} from '../../protocol/facts';
import { withoutFragment } from './request-url';

interface EventBase {
  readonly requestId: string;
  readonly atMs: number;
  /** The URL of the hop that the event is about. */
  readonly url: string;
}

/** The start of a request or of its next hop. */
export interface StartedEvent extends EventBase {
  readonly type: 'started';
  readonly method: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string | null;
  readonly initiator: Initiator;
  readonly kind: RequestKind;
  readonly resourceType: string;
  readonly origin: string | null;
  readonly ancestors: ExchangeFacts['ancestors'];
  readonly embedderPolicy: ExchangeFacts['embedderPolicy'];
  readonly documentPolicies: ExchangeFacts['documentPolicies'];
}

/** One webRequest event, in one form for both browsers. */
export type RequestEvent =
  | StartedEvent
  | (EventBase & { readonly type: 'headers-sent'; readonly headerList: HeaderList })
  | (EventBase & {
      readonly type: 'headers-received';
      readonly status: number;
      readonly headerList: HeaderList;
    })
  | (EventBase & {
      readonly type: 'redirected';
      readonly to: string;
      /** The redirect's own response; null if the browser redirected internally, and in Firefox. */
      readonly response: HopFacts['response'];
      readonly internal: InternalRedirect | null;
    })
  | (EventBase & { readonly type: 'login-asked' })
  /** Not an event of the browser: the frames were asked after it denied the request. */
  | (EventBase & { readonly type: 'local-network'; readonly frames: readonly NetworkPermissions[] })
  | (EventBase & {
      readonly type: 'response-started';
      readonly status: number;
      /** null in Firefox, which reports every response's headers before. */
      readonly headerList: HeaderList | null;
      readonly fromCache: boolean;
      readonly serverIp: string | null;
    })
  | (EventBase & {
      readonly type: 'completed';
      readonly status: number;
      readonly fromCache: boolean;
      readonly serverIp: string | null;
    })
  | (EventBase & { readonly type: 'failed'; readonly error: string });

/**
 * Returns the facts from events in any order; null until one of them starts the exchange. `before` holds
 * facts that were already known. At the same time stamp, events that start or end a hop come first.
 */
export function factsOf(events: readonly RequestEvent[], before: ExchangeFacts | null): ExchangeFacts | null {
  const sorted = [...events].sort((a, b) => a.atMs - b.atMs || rank(a) - rank(b));
  const first = before ? undefined : sorted.find((event) => event.type === 'started');
  let facts = before ?? (first ? open(first) : null);
  for (const event of sorted) {
    if (facts && event !== first) facts = add(facts, event) ?? facts;
  }
  return facts;
}

/** A challenge comes before the request that answers it, which Firefox may report in the same millisecond. */
function rank(event: RequestEvent): number {
  if (event.type === 'headers-received' && isChallenge(event)) return 0;
  return event.type === 'started' ? 1 : event.type === 'redirected' ? 2 : 3;
}

/** Whether a response asks for a name and a password. */
function isChallenge({ status }: { readonly status: number }): boolean {
  return status === 401 || status === 407;
}

/** Returns the facts from a request's first event. */
function open(event: StartedEvent): ExchangeFacts {
  const { requestId, tabId, frameId, documentId, initiator, kind, resourceType, origin, atMs } = event;
  return {
    id: requestId,
    requestId,
    tabId,
    frameId,
    documentId,
    initiator,
    kind,
    type: resourceType,
    origin,
    localNetwork: null,
    ancestors: event.ancestors,
    embedderPolicy: event.embedderPolicy,
    documentPolicies: event.documentPolicies,
    startedAtMs: atMs,
    hops: [toHop(event)],
    end: null,
    preflightFor: null,
    page: null,
  };
}

/**
 * Adds the next event to the facts; null if it belongs to a hop that has not started yet. The event's URL and
 * the missing facts of each hop decide where it belongs.
 */
function add(facts: ExchangeFacts, event: RequestEvent): ExchangeFacts | null {
  switch (event.type) {
    case 'started': {
      const repeated = facts.hops.findIndex(
        (other) => isSameUrl(other.url, event.url) && isChallenged(other),
      );
      const hop = facts.hops[repeated];
      if (hop) {
        const { startedAtMs } = hop;
        return { ...facts, hops: facts.hops.with(repeated, { ...toHop(event), startedAtMs }) };
      }
      const hops = [...facts.hops, toHop(event)].sort((a, b) => a.startedAtMs - b.startedAtMs);
      return { ...facts, hops, startedAtMs: Math.min(facts.startedAtMs, event.atMs) };
    }
    case 'headers-sent':
      return place(facts, event, lacksRequestHeaders, {
        requestHeaders: event.headerList,
        sentAtMs: event.atMs,
      });
    case 'headers-received': {
      const { status, headerList, atMs: headersAtMs } = event;
      return place(facts, event, takesResponse, { response: { status, headerList }, headersAtMs });
    }
    case 'redirected':
      return placeAnswer(facts, event, event.response, lacksRedirect, {
        redirectedTo: event.to,
        internal: event.internal,
      });
    case 'local-network':
      return { ...facts, localNetwork: event.frames };
    case 'login-asked':
      return place(facts, event, () => true, { askedForLogin: true });
    case 'response-started': {
      // Firefox reports a redirect that it blocks with status 0 and the target's URL.
      if (event.status === 0) return facts;
      const { atMs: responseStartedAtMs, status, headerList, fromCache, serverIp } = event;
      const started = { responseStartedAtMs, fromCache, serverIp };
      const response = headerList && { status, headerList };
      return placeAnswer(facts, event, response, lacksResponseStart, started);
    }
    case 'completed': {
      const { atMs, status, fromCache, serverIp } = event;
      return { ...withLastHop(facts, { fromCache, serverIp }), end: { how: 'completed', atMs, status } };
    }
    case 'failed':
      return { ...facts, end: { how: 'failed', atMs: event.atMs, error: event.error } };
  }
}

/** Adds an end that the browser did not report. */
export function close(facts: ExchangeFacts, end: End): ExchangeFacts {
  return facts.end ? facts : { ...facts, end };
}

/**
 * Whether a service worker's answer is known only from the browser's timing, which means that the document
 * received it.
 */
export function isTimedAnswer({ requestId, end }: ExchangeFacts): boolean {
  return requestId === '' && end?.how === 'closed' && end.because === 'service-worker';
}

/** Whether an exchange was read from a file that does not show how it ended. */
export function isEndNotShown({ end }: ExchangeFacts): boolean {
  return end?.how === 'closed' && end.because === 'not-shown';
}

/** Returns the last hop. Throws if there is none. */
export function lastHop({ hops }: ExchangeFacts): HopFacts {
  const hop = hops.at(-1);
  if (!hop) throw new Error('exchange: facts without a hop');
  return hop;
}

// A hop that the browser redirected internally is never sent or answered.
const lacksRequestHeaders = (hop: HopFacts) => hop.requestHeaders === null && hop.internal === null;
/** Whether the browser can repeat this request with a password. */
const isChallenged = ({ response, redirectedTo, responseStartedAtMs }: HopFacts) =>
  response !== null && isChallenge(response) && redirectedTo === null && responseStartedAtMs === null;
const lacksRedirect = (hop: HopFacts) => hop.redirectedTo === null;
const lacksResponseStart = (hop: HopFacts) => hop.responseStartedAtMs === null && hop.redirectedTo === null;
// Firefox reports a revalidated response twice, first as 304 and then as used; the second one counts.
const takesResponse = (hop: HopFacts) =>
  hop.internal === null && (hop.response === null || !isRedirectStatus(hop.response.status));

function place(
  facts: ExchangeFacts,
  { url }: RequestEvent,
  takes: (hop: HopFacts) => boolean,
  change: Partial<HopFacts>,
): ExchangeFacts | null {
  const index = facts.hops.findIndex((hop) => isSameUrl(hop.url, url) && takes(hop));
  const hop = facts.hops[index];
  return hop ? { ...facts, hops: facts.hops.with(index, { ...hop, ...change }) } : null;
}

/**
 * Places an event that has a response of its own. Chrome reports the response that follows a challenge only so.
 */
function placeAnswer(
  facts: ExchangeFacts,
  event: RequestEvent,
  response: HopFacts['response'],
  takes: (hop: HopFacts) => boolean,
  change: Partial<HopFacts>,
): ExchangeFacts | null {
  const follows = (hop: HopFacts) =>
    response !== null &&
    hop.response !== null &&
    isChallenge(hop.response) &&
    response.status !== hop.response.status;
  return (
    place(facts, event, (hop) => takes(hop) && follows(hop), { ...change, response }) ??
    place(facts, event, takes, change)
  );
}

function withLastHop(facts: ExchangeFacts, change: Partial<HopFacts>): ExchangeFacts {
  return { ...facts, hops: facts.hops.with(-1, { ...lastHop(facts), ...change }) };
}

function isSameUrl(a: string, b: string): boolean {
  return a === b || withoutFragment(a) === withoutFragment(b);
}

/** Whether a browser's error means that Local Network Access denied the request. */
export function isLocalNetworkError(error: string): boolean {
  return /^(net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS|NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED)$/.test(
    error,
  );
}

/** Returns a hop of which only the start is known. */
export function toHop({ url, method, atMs }: Pick<StartedEvent, 'url' | 'method' | 'atMs'>): HopFacts {
  return {
    url,
    method,
    startedAtMs: atMs,
    requestHeaders: null,
    sentAtMs: null,
    response: null,
    timedStatus: null,
    headersAtMs: null,
    redirectedTo: null,
    internal: null,
    responseStartedAtMs: null,
    fromCache: null,
    serverIp: null,
    askedForLogin: false,
    preflight: null,
  };
}

/** Whether a shared or service worker made the request: it belongs to no tab. */
export function isOfSharedWorker({ tabId, requestId, kind }: ExchangeFacts): boolean {
  return tabId === -1 && requestId !== '' && kind === 'fetch';
}
