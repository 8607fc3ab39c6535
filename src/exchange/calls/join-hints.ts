import type { ExchangeFacts, RequestKind } from '../../protocol/facts';
import type { HintApi, ReportedCall } from '../../protocol/page-hints';
import { preflightedMethod } from '../facts/pair-preflight';
import { bareUrl } from '../facts/request-url';
import { requestsOfElements } from './join-elements';
import { isAlike, type Joined, type Joins, joinedWith } from './joins';
import { type Pairing, pairingsInTime, pairingsOf } from './pairings';
import { hasThrown, methodOf, promptMs, skewMs } from './reported-call';
import { canBeOf, hasForeignHeaders, type Sent, sentOf } from './sent';

/** How long after its call a delayed request can still begin. */
const lateMs = 30_000;
/** Whether a page's call can have made the request; false for preflights. */
export function isOfCall(facts: ExchangeFacts): boolean {
  return facts.requestId !== '' && facts.preflightFor === null && preflightedMethod(facts) === null;
}

type Family = 'script' | 'later' | 'beacon' | 'websocket' | 'worker';

const families: Readonly<Record<Exclude<HintApi, 'element'>, Family>> = {
  fetch: 'script',
  fetchLater: 'later',
  xhr: 'script',
  'event-source': 'script',
  beacon: 'beacon',
  websocket: 'websocket',
  worker: 'worker',
  'shared-worker': 'worker',
};

/**
 * The family of calls that make requests of each kind.
 */
const familyOfKind: Readonly<Partial<Record<RequestKind, Family>>> = {
  fetch: 'script',
  beacon: 'beacon',
  ping: 'beacon',
  websocket: 'websocket',
  script: 'worker',
};

/** Whether the browser can have made a request for a call, by what it sent. */
type Fits = (reported: ReportedCall, request: ExchangeFacts) => boolean;

/**
 * Joins calls of one document and one upgraded URL with the requests for it. Calls and requests of one family
 * are matched by what the browser sent, then in order of time. If several calls remain for a request and differ
 * in a field that a verdict uses, it lists all of them as possible. Pure; the order of the input does not matter.
 */
export function joinHints(reported: readonly ReportedCall[], exchanges: readonly ExchangeFacts[]): Joins {
  const byExchange = new Map<string, Joined>();
  const alone: ReportedCall[] = [];
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  const requests = exchanges
    .filter(isOfCall)
    .sort((a, b) => a.startedAtMs - b.startedAtMs || compare(a.id, b.id));
  const sent = new Map(requests.map((facts) => [facts, sentOf(facts, (id) => byId.get(id))]));
  const isOf: Fits = ({ call }, request) => canBeOf(call, sent.get(request) as Sent);
  const isPlain: Fits = ({ call }, request) => !hasForeignHeaders(call, sent.get(request) as Sent);
  const calls = [...reported].sort((a, b) => a.call.atMs - b.call.atMs || compare(a.call.id, b.call.id));
  for (const family of ['script', 'beacon', 'websocket', 'worker'] as const) {
    joinFamily(
      calls.filter(({ call }) => call.api !== 'element' && families[call.api] === family),
      requests.filter(({ kind }) => familyOfKind[kind] === family),
      [(call, request) => isPlain(call, request) && isOf(call, request), isOf],
      byExchange,
      alone,
    );
  }
  const later = calls.filter(({ call }) => call.api === 'fetchLater');
  const left = requests.filter(({ id, kind }) => kind === 'fetch' && !byExchange.has(id));
  const made = new Set<ReportedCall>();
  const sending = later.filter((reportedCall) => !hasThrown(reportedCall));
  for (const pairing of pairingsOfCalls(sending, left, isOf)) {
    joinPairing(pairing, byExchange);
    for (const call of pairing.calls) made.add(call);
  }
  alone.push(...later.filter((call) => !made.has(call)));
  const elements = requestsOfElements(
    calls.filter(({ call }) => call.api === 'element'),
    requests.filter(({ id }) => !byExchange.has(id)),
    isOf,
  );
  for (const [id, joined] of elements.byExchange) byExchange.set(id, joined);
  return { byExchange, alone: [...alone, ...elements.alone] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function joinFamily(
  calls: readonly ReportedCall[],
  requests: readonly ExchangeFacts[],
  fits: readonly Fits[],
  byExchange: Map<string, Joined>,
  alone: ReportedCall[],
): void {
  // A call with a hidden method can belong to any request.
  const isHidden = calls.some(({ call }) => methodOf(call) === null);
  const methods = isHidden ? [null] : new Set(calls.map(({ call }) => methodOf(call)));
  for (const method of methods) {
    const matching = calls.filter(({ call }) => method === null || methodOf(call) === method);
    const made = requests.filter((request) =>
      matching.some((call) => isAfter(request, call) && fits.at(-1)?.(call, request)),
    );
    alone.push(...matching.filter(hasThrown));
    const moments = momentsOf(
      matching.filter((reportedCall) => !hasThrown(reportedCall)),
      made,
    );
    const waiting = moments.flatMap((moment) => joinMoment(moment, fits, byExchange));
    alone.push(...joinLate(waiting, made, fits, byExchange));
  }
}

/** Calls close in time, and the requests that began then. */
interface Moment {
  readonly calls: ReportedCall[];
  readonly requests: ExchangeFacts[];
}

/**
 * Splits calls and requests where nothing earlier is pending: every call has its request or is too old for
 * one. Requests without a call belong to no moment.
 */
function momentsOf(calls: readonly ReportedCall[], requests: readonly ExchangeFacts[]): readonly Moment[] {
  const moments: Moment[] = [];
  let next = 0;
  let current: Moment | null = null;
  const takeRequests = (untilMs: number) => {
    for (; (requests[next]?.startedAtMs ?? Number.POSITIVE_INFINITY) < untilMs; next++) {
      const request = requests[next];
      const lastMs = current?.calls.at(-1)?.call.atMs ?? Number.NEGATIVE_INFINITY;
      if (request && current && request.startedAtMs <= lastMs + promptMs) current.requests.push(request);
    }
  };
  for (const reportedCall of calls) {
    const fromMs = reportedCall.call.atMs - skewMs;
    takeRequests(fromMs);
    const lastMs: number = current?.calls.at(-1)?.call.atMs ?? Number.NEGATIVE_INFINITY;
    const isDone = current?.calls.length === current?.requests.length || fromMs > lastMs + promptMs;
    if (!current || isDone) {
      current = { calls: [], requests: [] };
      moments.push(current);
    }
    current.calls.push(reportedCall);
  }
  takeRequests(Number.POSITIVE_INFINITY);
  return moments;
}

/** Joins the calls of a moment; returns those that no request can be of. */
function joinMoment(
  { calls, requests }: Moment,
  fits: readonly Fits[],
  byExchange: Map<string, Joined>,
): readonly ReportedCall[] {
  const placed = new Set<ReportedCall>();
  for (const part of requests.length === 0 ? [] : byUrl(calls, requests)) {
    for (const isPossible of fits) {
      const pairings = pairingsOfCalls(
        part.calls.filter((call) => !placed.has(call)),
        part.requests.filter(({ id }) => !byExchange.has(id)),
        isPossible,
      );
      for (const pairing of pairings) {
        joinPairing(pairing, byExchange);
        for (const call of pairing.calls) placed.add(call);
      }
    }
  }
  return calls.filter((call) => !placed.has(call));
}

/** Groups calls and requests that can belong together, if the requests began after their calls. */
function pairingsOfCalls(
  calls: readonly ReportedCall[],
  requests: readonly ExchangeFacts[],
  fits: Fits,
): readonly Pairing<ReportedCall, ExchangeFacts>[] {
  const [first] = calls;
  if (!first || requests.length === 0) return [];
  const isLikeFirst = ({ call }: ReportedCall) =>
    isAlike(call, first.call) && call.keepalive === first.call.keepalive;
  const isOnlyTime = calls.every(isLikeFirst) && requests.every((request) => fits(first, request));
  return isOnlyTime
    ? pairingsInTime(calls, requests, isAfter)
    : pairingsOf(calls, requests, (call, request) => isAfter(request, call) && fits(call, request));
}

function joinPairing(
  { calls, requests, possible }: Pairing<ReportedCall, ExchangeFacts>,
  byExchange: Map<string, Joined>,
): void {
  const [first] = calls;
  const isInOrder =
    first !== undefined &&
    calls.length === requests.length &&
    calls.every(({ call }) => isAlike(call, first.call)) &&
    requests.every((request, index) => isAfter(request, calls[index]));
  const shared = sharedOf(calls);
  const isOneOfThem = requests.length <= calls.length;
  for (const [index, request] of requests.entries()) {
    const makers = possible(request);
    const [only] = makers;
    const next = isInOrder ? calls[index] : undefined;
    if (next) byExchange.set(request.id, joinedWith(shared(next)));
    else if (only && isOneOfThem && makers.length === 1) byExchange.set(request.id, joinedWith(only));
    else byExchange.set(request.id, { call: null, possible: makers, isOneOfThem });
  }
}

function isAfter({ startedAtMs }: ExchangeFacts, reported: ReportedCall | undefined): boolean {
  return reported !== undefined && startedAtMs >= reported.call.atMs - skewMs;
}

/** Splits a moment by exact URL if that matches all its calls and requests; otherwise keeps it whole. */
function byUrl(calls: readonly ReportedCall[], requests: readonly ExchangeFacts[]) {
  const urls = new Set(requests.map(urlOf));
  const parts = [...urls].map((url) => ({
    calls: calls.filter(({ call }) => bareUrl(call.url) === url),
    requests: requests.filter((request) => urlOf(request) === url),
  }));
  const isExact =
    parts.every((part) => part.calls.length === part.requests.length) && calls.length === requests.length;
  return isExact ? parts : [{ calls, requests }];
}

function urlOf({ hops: [hop] }: ExchangeFacts): string {
  return bareUrl(hop?.url ?? '');
}

/** If several calls are indistinguishable, drops every field in which they differ: how they ended, their call sites. */
function sharedOf(calls: readonly ReportedCall[]): (reported: ReportedCall) => ReportedCall {
  const [first] = calls;
  const site = (reported: ReportedCall | undefined) => reported?.call.callSite?.stack.join('\n');
  const endsAlike = calls.every(({ end, threw }) => end === first?.end && threw === first?.threw);
  const standsAlike = calls.every((reportedCall) => site(reportedCall) === site(first));
  return ({ call, end, threw }) => ({
    call: standsAlike ? call : { ...call, callSite: null },
    end: endsAlike ? end : null,
    threw: endsAlike ? threw : null,
  });
}

/**
 * Joins delayed requests: a call without a request and a request without a call that match only each other.
 * Returns the calls that remain.
 */
function joinLate(
  waiting: readonly ReportedCall[],
  requests: readonly ExchangeFacts[],
  fits: readonly Fits[],
  byExchange: Map<string, Joined>,
): readonly ReportedCall[] {
  const strays = requests.filter(({ id }) => !byExchange.has(id));
  const isLate: Fits = (reported, request) =>
    request.startedAtMs >= reported.call.atMs - skewMs &&
    request.startedAtMs <= reported.call.atMs + lateMs &&
    fits.some((isPossible) => isPossible(reported, request));
  return waiting.filter((reportedCall) => {
    const [request, ...others] = strays.filter((stray) => isLate(reportedCall, stray));
    if (!request || others.length > 0 || waiting.filter((other) => isLate(other, request)).length > 1) {
      return true;
    }
    byExchange.set(request.id, joinedWith(reportedCall));
    return false;
  });
}
