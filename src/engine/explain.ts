import type { BrowserRules } from './browsers';
import { corsCheck } from './cors-check';
import {
  corsPreflightFetch,
  isAuthorizationCoveredByWildcard,
  isRedirectStatus,
} from './cors-preflight-fetch';
import { type FindingCode, findings as kinds, onPreflight } from './findings';
import { type Route, route } from './main-fetch';
import type { Exchange, FetchRequest, FetchResponse, Hop, ResponseTainting } from './model';
import { httpRedirectFetch } from './redirect-fetch';
import type { SectionId } from './spec';
import { decide, type Evidence, failedSteps, type Trace } from './trace';

/**
 * The part of the exchange that was checked: the request itself, its preflight's response, or its response.
 */
export type Place = 'request' | 'preflight' | 'response';

/** A trace and its position in the exchange. */
export interface LocatedTrace {
  /** Index of the hop, from 0. */
  readonly hop: number;
  readonly on: Place;
  readonly trace: Trace<string>;
}

/** A problem or warning in an exchange, with the step that produced it. */
export interface LocatedFinding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  readonly hop: number;
  readonly on: Place;
  readonly section: SectionId;
  readonly step: string;
  readonly evidence: Evidence;
}

/** The result of running the standard, as a browser applies it, over an exchange. */
export interface Explanation {
  /** The route of each hop that was reached. */
  readonly routes: readonly Route[];
  readonly responseTainting: ResponseTainting;
  /** The traces of the algorithms that ran, in the standard's order. */
  readonly traces: readonly LocatedTrace[];
  /** All problems, starting with the one that this browser acts on; warnings come last. */
  readonly findings: readonly LocatedFinding[];
  /** Where the fetch ends in a network error; null if it does not, as far as is known. */
  readonly failsAt: { readonly hop: number; readonly on: Place } | null;
}

/**
 * Runs the standard over one exchange for one browser: main fetch, preflight, CORS check and redirect, hop by
 * hop, until something fails or nothing more was observed. Where it fails, it still collects all problems, so
 * that a server can be fixed in one go.
 */
export function explain(exchange: Exchange, rules: BrowserRules): Explanation {
  const walk: Walk = { rules, routes: [], traces: [], errors: [], warnings: [] };
  let responseTainting: ResponseTainting = 'basic';

  const urls = exchange.hops.map(({ url }) => url);
  for (let index = 0; index < urls.length && walk.errors.length === 0; index++) {
    const hop = exchange.hops[index] as Hop;
    const urlList = index === urls.length - 1 ? urls : urls.slice(0, index + 1);
    const taken = walkRoute(walk, index, requestOf(exchange, hop, urlList, responseTainting));
    responseTainting = taintingOf(taken, responseTainting);
    walkHop(walk, index, hop, taken, requestOf(exchange, hop, urlList, responseTainting));
  }

  const [first] = walk.errors;
  return {
    routes: walk.routes,
    responseTainting,
    traces: walk.traces,
    findings: [...walk.errors, ...walk.warnings],
    failsAt: first ? { hop: first.hop, on: first.on } : null,
  };
}

/**
 * Returns the request of one hop. Every member is written out because a spread costs more time than all the
 * rules.
 */
function requestOf(
  { origin, mode, credentialsMode, redirectMode }: Exchange,
  { method, unsafeHeaderNames, useCorsPreflight }: Hop,
  urlList: readonly string[],
  responseTainting: ResponseTainting,
): FetchRequest {
  return {
    method,
    mode,
    credentialsMode,
    redirectMode,
    origin,
    urlList,
    unsafeHeaderNames,
    useCorsPreflight,
    responseTainting,
  };
}

interface Walk {
  readonly rules: BrowserRules;
  readonly routes: Route[];
  readonly traces: LocatedTrace[];
  readonly errors: LocatedFinding[];
  readonly warnings: LocatedFinding[];
}

/** Runs the checks that come before one hop is sent. */
function walkRoute(walk: Walk, hop: number, request: FetchRequest): Route {
  const trace = route(request);
  walk.routes.push(trace.result);
  note(walk, hop, 'request', trace);
  return trace.result;
}

/** Runs the checks of one hop after its route has set the response tainting. */
function walkHop(walk: Walk, hop: number, seen: Hop, taken: Route, request: FetchRequest) {
  const { preflight, response, sentOrigin, preflightOrigin } = seen;
  const isPreflighted = walk.errors.length === 0 && taken === 'cors with preflight';
  if (isPreflighted && (preflight || response)) note(walk, hop, 'request', preflightCacheTrace(seen));
  if (isPreflighted && preflight) {
    walkPreflight(walk, hop, request, preflight, preflightOrigin ?? sentOrigin);
  }
  if (walk.errors.length === 0 && response) walkResponse(walk, hop, request, response, sentOrigin);
}

/** Records whether a preflight was made or the cache answered. This is observed, not computed. */
function preflightCacheTrace({ method, unsafeHeaderNames, preflight }: Hop): Trace<string> {
  const evidence = { method, unsafeNames: unsafeHeaderNames.join(','), preflight: preflight && 'seen' };
  return decide<string>('httpFetch', evidence, [
    { step: '4.1', when: preflight !== null, returns: 'CORS-preflight fetch' },
    { step: '4.3', when: true, returns: 'HTTP-network-or-cache fetch' },
  ]);
}

function walkPreflight(
  walk: Walk,
  hop: number,
  request: FetchRequest,
  response: FetchResponse,
  sentOrigin: string | null,
) {
  note(walk, hop, 'preflight', corsCheck(request, response, sentOrigin), onPreflight);
  note(walk, hop, 'preflight', corsPreflightFetch(request, response, walk.rules));
  const { preflightOrder } = walk.rules;
  if (walk.errors.length > 1) {
    walk.errors.sort((a, b) => preflightOrder.indexOf(a.code) - preflightOrder.indexOf(b.code));
  }

  const isCovered = isAuthorizationCoveredByWildcard(request, response);
  if (isCovered && walk.rules.authorizationCoveredByWildcard) {
    const evidence = { headerNames: '*', unsafeNames: request.unsafeHeaderNames.join(',') };
    walk.warnings.push(toFinding('authorization-wildcard', hop, 'preflight', evidence));
  }
}

function walkResponse(
  walk: Walk,
  hop: number,
  request: FetchRequest,
  response: FetchResponse,
  sentOrigin: string | null,
) {
  if (request.responseTainting === 'cors')
    note(walk, hop, 'response', corsCheck(request, response, sentOrigin));
  if (!isRedirectStatus(response.status)) return;

  if (request.redirectMode === 'error') {
    const evidence = { status: String(response.status), redirectMode: 'error' };
    const rule = {
      step: '6.3',
      when: true,
      returns: 'network error',
      finding: 'redirect-mode-error',
    } as const;
    note(walk, hop, 'response', decide<string>('httpFetch', evidence, [rule]));
  } else if (request.redirectMode === 'follow') {
    note(walk, hop, 'response', httpRedirectFetch(request, response));
  }
}

function taintingOf(taken: Route, before: ResponseTainting): ResponseTainting {
  if (taken === 'cors' || taken === 'cors with preflight') return 'cors';
  return taken === 'opaque' ? 'opaque' : before;
}

const asItIs = (code: FindingCode) => code;

/** Adds a trace and its findings; a problem is added only once. */
function note(
  walk: Walk,
  hop: number,
  on: Place,
  trace: Trace<string>,
  rename: (code: FindingCode) => FindingCode = asItIs,
) {
  const finding = trace.finding && rename(trace.finding);
  walk.traces.push({ hop, on, trace: finding === trace.finding ? trace : { ...trace, finding } });
  if (finding === null && trace.failsToo.length === 0) return;
  for (const { step, finding } of failedSteps(trace)) {
    const code = rename(finding);
    if (walk.errors.some((error) => error.code === code)) continue;
    const { section, evidence } = trace;
    walk.errors.push({ code, severity: severityOf(code), hop, on, section, step, evidence });
  }
}

/**
 * Returns a finding at its own step of the standard, for findings that come from events instead of a trace.
 */
export function toFinding(code: FindingCode, hop: number, on: Place, evidence: Evidence): LocatedFinding {
  const { section, step } = kinds[code];
  return { code, severity: severityOf(code), hop, on, section, step, evidence };
}

function severityOf(code: FindingCode): LocatedFinding['severity'] {
  return kinds[code].outcome === null ? 'warning' : 'error';
}
