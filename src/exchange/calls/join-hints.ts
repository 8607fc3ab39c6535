import type { ExchangeFacts, RequestKind } from '../../protocol/facts';
import type { HintApi, ReportedCall } from '../../protocol/page-hints';
import { bareUrl } from '../facts/facts';
import { preflightedMethod } from '../facts/pair-preflight';
import { requestsOfElements } from './join-elements';
import { isAlike, type Joined, type Joins } from './joins';
import { hasThrown, methodOf, promptMs, skewMs } from './reported-call';

/** How long after its call a delayed request can still begin. */
const lateMs = 30_000;
/** Whether a page's call can have made the request; false for preflights. */
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

/**
 * Joins calls of one document and one upgraded URL with the requests for it. Calls and requests of one family
 * are matched in order of time. If their numbers differ, or calls of one moment differ in a field that a
 * verdict uses, none is joined and each request lists all of them as possible. Pure; the order of the input
 * does not matter.
 */
export function joinHints(reported: readonly ReportedCall[], exchanges: readonly ExchangeFacts[]): Joins {
  const byExchange = new Map<string, Joined>();
  const alone: ReportedCall[] = [];
  const requests = exchanges
    .filter(isOfCall)
    .sort((a, b) => a.startedAtMs - b.startedAtMs || compare(a.id, b.id));
  const calls = [...reported].sort((a, b) => a.call.atMs - b.call.atMs || compare(a.call.id, b.call.id));
  for (const family of ['script', 'beacon', 'websocket', 'worker'] as const) {
    joinFamily(
      calls.filter(({ call }) => call.api !== 'element' && families[call.api] === family),
      requests.filter(({ kind }) => familyOfKind[kind] === family),
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
  calls: readonly ReportedCall[],
  requests: readonly ExchangeFacts[],
  byExchange: Map<string, Joined>,
  alone: ReportedCall[],
): void {
  // A call with a hidden method can belong to any request.
  const isHidden = calls.some(({ call }) => methodOf(call) === null);
  const methods = isHidden ? [null] : new Set(calls.map(({ call }) => methodOf(call)));
  for (const method of methods) {
    const matching = calls.filter(({ call }) => method === null || methodOf(call) === method);
    const made = requests.filter(({ hops: [hop] }) => method === null || hop?.method === method);
    alone.push(...matching.filter(hasThrown));
    const moments = momentsOf(
      matching.filter((reportedCall) => !hasThrown(reportedCall)),
      made,
    );
    for (const moment of moments) joinMoment(moment, byExchange);
    alone.push(...joinLate(moments, made, byExchange));
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

function joinMoment({ calls, requests }: Moment, byExchange: Map<string, Joined>): void {
  if (requests.length === 0) return;
  for (const part of byUrl(calls, requests)) {
    const [first] = part.calls;
    const isClear =
      first !== undefined &&
      part.calls.length === part.requests.length &&
      part.calls.every((reportedCall) => isAlike(reportedCall.call, first.call)) &&
      part.requests.every((request, index) => isAfter(request, part.calls[index]));
    const possible = part.calls.map(({ call }) => call);
    const shared = sharedOf(part.calls);
    for (const [index, { id }] of part.requests.entries()) {
      const reported = part.calls[index];
      byExchange.set(
        id,
        isClear && reported ? { call: shared(reported), possible: [] } : { call: null, possible },
      );
    }
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
  moments: readonly Moment[],
  requests: readonly ExchangeFacts[],
  byExchange: Map<string, Joined>,
): readonly ReportedCall[] {
  const waiting = moments.filter((moment) => moment.requests.length === 0).flatMap(({ calls }) => calls);
  const strays = requests.filter(({ id }) => !byExchange.has(id));
  const fits = ({ call }: ReportedCall, { startedAtMs }: ExchangeFacts) =>
    startedAtMs >= call.atMs - skewMs && startedAtMs <= call.atMs + lateMs;
  return waiting.filter((reportedCall) => {
    const [request, ...others] = strays.filter((stray) => fits(reportedCall, stray));
    if (!request || others.length > 0 || waiting.filter((other) => fits(other, request)).length > 1) {
      return true;
    }
    byExchange.set(request.id, { call: reportedCall, possible: [] });
    return false;
  });
}
