import type { ExchangeFacts } from '../../protocol/facts';
import type { HeardCall, HintApi } from '../../protocol/page-hints';
import { withoutFragment } from '../facts/facts';
import { preflightedMethod } from '../facts/pair-preflight';
import { requestsOfElements } from './join-elements';
import { isAlike, type Joined, type Joins } from './joins';
import { hasThrown, methodOf, promptMs, skewMs } from './reported-call';

/** How long after its call a request that lingered can still begin. */
const lateMs = 30_000;
/** Whether these facts can be of a request that a page asked for by itself, preflights left out. */
export function isOfCall(facts: ExchangeFacts): boolean {
  return facts.requestId !== '' && facts.preflightFor === null && preflightedMethod(facts) === null;
}

type Family = 'script' | 'beacon' | 'websocket' | 'worker';

const families: Readonly<Record<Exclude<HintApi, 'element'>, Family>> = {
  fetch: 'script',
  xhr: 'script',
  'event-source': 'script',
  beacon: 'beacon',
  websocket: 'websocket',
  worker: 'worker',
  'shared-worker': 'worker',
};

/** webRequest's resource types, as either browser names them, by what can have asked for such a request. */
const familyOfType: Readonly<Record<string, Family>> = {
  xmlhttprequest: 'script',
  beacon: 'beacon',
  ping: 'beacon',
  websocket: 'websocket',
  script: 'worker',
};

/**
 * Joins calls of one document and one upgraded URL with the requests made there. Calls and requests of one
 * kind are taken in order of time; where their numbers differ, or the calls of one moment differ in anything
 * a verdict uses, none is joined and each request has them all as possible. Pure, and no order matters.
 */
export function joinHints(heard: readonly HeardCall[], exchanges: readonly ExchangeFacts[]): Joins {
  const byExchange = new Map<string, Joined>();
  const alone: HeardCall[] = [];
  const requests = exchanges
    .filter(isOfCall)
    .sort((a, b) => a.startedAtMs - b.startedAtMs || compare(a.id, b.id));
  const calls = [...heard].sort((a, b) => a.call.atMs - b.call.atMs || compare(a.call.id, b.call.id));
  for (const family of ['script', 'beacon', 'websocket', 'worker'] as const) {
    joinFamily(
      calls.filter(({ call }) => call.api !== 'element' && families[call.api] === family),
      requests.filter(({ type }) => familyOfType[type] === family),
      byExchange,
      alone,
    );
  }
  const elements = requestsOfElements(
    calls.filter(({ call }) => call.api === 'element'),
    requests.filter(({ id }) => !byExchange.has(id)),
  );
  for (const [id, joined] of elements.byExchange) byExchange.set(id, joined);
  return { byExchange, alone: [...alone, ...elements.alone] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function joinFamily(
  calls: readonly HeardCall[],
  requests: readonly ExchangeFacts[],
  byExchange: Map<string, Joined>,
  alone: HeardCall[],
): void {
  // A call that hides its method can be any request's.
  const isHidden = calls.some(({ call }) => methodOf(call) === null);
  const methods = isHidden ? [null] : new Set(calls.map(({ call }) => methodOf(call)));
  for (const method of methods) {
    const own = calls.filter(({ call }) => method === null || methodOf(call) === method);
    const made = requests.filter(({ hops: [hop] }) => method === null || hop?.method === method);
    alone.push(...own.filter(hasThrown));
    const moments = momentsOf(
      own.filter((each) => !hasThrown(each)),
      made,
    );
    for (const moment of moments) joinMoment(moment, byExchange);
    alone.push(...joinLate(moments, made, byExchange));
  }
}

/** Calls close in time, and the requests that began then. */
interface Moment {
  readonly calls: HeardCall[];
  readonly requests: ExchangeFacts[];
}

/**
 * Calls and requests, parted where nothing that came before is still awaited: every call has its request,
 * or is too old to get one. Requests that nobody called for are in none.
 */
function momentsOf(calls: readonly HeardCall[], requests: readonly ExchangeFacts[]): readonly Moment[] {
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
  for (const each of calls) {
    const fromMs = each.call.atMs - skewMs;
    takeRequests(fromMs);
    const lastMs: number = current?.calls.at(-1)?.call.atMs ?? Number.NEGATIVE_INFINITY;
    const isDone = current?.calls.length === current?.requests.length || fromMs > lastMs + promptMs;
    if (!current || isDone) {
      current = { calls: [], requests: [] };
      moments.push(current);
    }
    current.calls.push(each);
  }
  takeRequests(Number.POSITIVE_INFINITY);
  return moments;
}

function joinMoment({ calls, requests }: Moment, byExchange: Map<string, Joined>): void {
  if (requests.length === 0) return;
  for (const part of byUrl(calls, requests)) {
    const [first] = part.calls;
    const isClear =
      first !== undefined &&
      part.calls.length === part.requests.length &&
      part.calls.every((each) => isAlike(each.call, first.call)) &&
      part.requests.every((request, index) => isAfter(request, part.calls[index]));
    const possible = part.calls.map(({ call }) => call);
    const shared = sharedOf(part.calls);
    for (const [index, { id }] of part.requests.entries()) {
      const own = part.calls[index];
      byExchange.set(id, isClear && own ? { call: shared(own), possible: [] } : { call: null, possible });
    }
  }
}

function isAfter({ startedAtMs }: ExchangeFacts, heard: HeardCall | undefined): boolean {
  return heard !== undefined && startedAtMs >= heard.call.atMs - skewMs;
}

/** A moment's calls and requests by their exact URL where that accounts for all of them, else as one. */
function byUrl(calls: readonly HeardCall[], requests: readonly ExchangeFacts[]) {
  const urls = new Set(requests.map(urlOf));
  const parts = [...urls].map((url) => ({
    calls: calls.filter(({ call }) => withoutFragment(call.url) === url),
    requests: requests.filter((request) => urlOf(request) === url),
  }));
  const isExact =
    parts.every((part) => part.calls.length === part.requests.length) && calls.length === requests.length;
  return isExact ? parts : [{ calls, requests }];
}

function urlOf({ hops: [hop] }: ExchangeFacts): string {
  return withoutFragment(hop?.url ?? '');
}

/** If several calls are indistinguishable, drops every field in which they differ: how they ended, their call sites. */
function sharedOf(calls: readonly HeardCall[]): (own: HeardCall) => HeardCall {
  const [first] = calls;
  const site = (heard: HeardCall | undefined) => heard?.call.callSite?.stack.join('\n');
  const endsAlike = calls.every(({ end, threw }) => end === first?.end && threw === first?.threw);
  const standsAlike = calls.every((each) => site(each) === site(first));
  return ({ call, end, threw }) => ({
    call: standsAlike ? call : { ...call, callSite: null },
    end: endsAlike ? end : null,
    threw: endsAlike ? threw : null,
  });
}

/** Joins what lingered: a call without a request and a request without a call, each the other's only one. */
function joinLate(
  moments: readonly Moment[],
  requests: readonly ExchangeFacts[],
  byExchange: Map<string, Joined>,
): readonly HeardCall[] {
  const waiting = moments.filter((moment) => moment.requests.length === 0).flatMap(({ calls }) => calls);
  const strays = requests.filter(({ id }) => !byExchange.has(id));
  const fits = ({ call }: HeardCall, { startedAtMs }: ExchangeFacts) =>
    startedAtMs >= call.atMs - skewMs && startedAtMs <= call.atMs + lateMs;
  return waiting.filter((each) => {
    const [request, ...others] = strays.filter((stray) => fits(each, stray));
    if (!request || others.length > 0 || waiting.filter((other) => fits(other, request)).length > 1) {
      return true;
    }
    byExchange.set(request.id, { call: each, possible: [] });
    return false;
  });
}
