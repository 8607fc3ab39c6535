import {
  type CredentialsMode,
  corsUnsafeRequestHeaderNames,
  type Exchange,
  getHeader,
  type HeaderList,
  type Hop,
  isCorsSafelistedMethod,
  isPotentiallyTrustworthy,
  isRedirectStatus,
  isRedirectTainted,
  isSameOrigin,
  type Mode,
  modes,
  originOf,
  parsePreflightHeaders,
} from '../../engine';
import type { ExchangeFacts, HopFacts, RequestKind } from '../../protocol/facts';
import type { ReportedCall } from '../../protocol/page-hints';
import { type CallOptions, callOptions, callsBehind, reportedCall } from '../calls/page-report';
import { authorHeaders } from './author-headers';

/** How a value is known. */
export type Basis = 'observed' | 'inferred' | 'assumed' | 'computed';

/** A value with its basis. */
export interface Sourced<T> {
  readonly value: T;
  readonly basis: Basis;
}

/** A Fetch request that fits the observations. */
export interface Hypothesis {
  readonly exchange: Exchange;
  readonly mode: Sourced<Mode>;
  readonly credentialsMode: Sourced<CredentialsMode>;
}

/** Returns the facts of another exchange in the same log. */
export type Lookup = (id: string) => ExchangeFacts | undefined;

/**
 * Returns all Fetch requests that fit an exchange, the likeliest first: one for each mode and credentials
 * mode that nothing excludes, out of those that the possible calls have. The page's report counts unless an
 * observation contradicts it. Never empty.
 */
export function inferRequest(facts: ExchangeFacts, lookup: Lookup): readonly Hypothesis[] {
  const hops = facts.hops.map((hop) => toHop(hop, facts, lookup));
  const reported = distinctOptions(callsBehind(facts)).flatMap((options) =>
    requestsOf(facts, hops, lookup, options),
  );
  const fitting =
    reported.length > 0 ? distinctRequests(reported) : requestsOf(facts, hops, lookup, noOptions);
  return fitting.map(({ mode, credentialsMode, redirectMode }) => ({
    mode: withBasis(mode, fitting, (other) => other.mode),
    credentialsMode: withBasis(credentialsMode, fitting, (other) => other.credentialsMode),
    exchange: {
      origin: facts.origin ?? 'null',
      mode: mode.value,
      credentialsMode: credentialsMode.value,
      redirectMode: redirectMode ?? 'follow',
      hops,
    },
  }));
}

const noOptions: CallOptions = { mode: null, credentialsMode: null, redirectMode: null };

/** The options of a request that fits. */
interface Fitting extends Pick<Hypothesis, 'mode' | 'credentialsMode'>, Pick<CallOptions, 'redirectMode'> {}

function distinctRequests(all: readonly Fitting[]): readonly Fitting[] {
  const keyOf = ({ mode, credentialsMode, redirectMode }: Fitting) =>
    `${mode.value} ${credentialsMode.value} ${redirectMode}`;
  return distinct(all, keyOf);
}

/** Returns the last of those with each key, in the order of the first. */
function distinct<Each>(all: readonly Each[], keyOf: (each: Each) => string): readonly Each[] {
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

function distinctOptions(calls: readonly ReportedCall[]): readonly CallOptions[] {
  const keyOf = ({ mode, credentialsMode, redirectMode }: CallOptions) =>
    `${mode} ${credentialsMode} ${redirectMode}`;
  return distinct(
    calls.map(({ call }) => callOptions(call)),
    keyOf,
  );
}

/** Returns a value as an assumption if it was observed in one possible call, but another has another value. */
function withBasis<T>(
  sourced: Sourced<T>,
  all: readonly Fitting[],
  pick: (fitting: Fitting) => Sourced<unknown>,
): Sourced<T> {
  const isShared = all.every((fitting) => pick(fitting).value === sourced.value);
  return isShared || sourced.basis !== 'observed' ? sourced : { value: sourced.value, basis: 'assumed' };
}

/** Returns the modes that fit both the observations and the call; empty if they contradict each other. */
function requestsOf(
  facts: ExchangeFacts,
  hops: readonly Hop[],
  lookup: Lookup,
  asked: CallOptions,
): readonly Fitting[] {
  const seenModes = possibleModes(facts, hops);
  // A call without a request has no observations.
  const isUnseen = facts.requestId === '';
  const isModeFree = isUnseen || (seenModes.length === 1 && seenModes[0]?.basis === 'assumed');
  return reportedOrFitting(seenModes, asked.mode, isModeFree).flatMap((mode) => {
    const areFree = isUnseen || mode.value === 'no-cors' || foreignHops(facts).length === 0;
    return reportedOrFitting(
      possibleCredentialsModes(facts, mode.value, lookup),
      asked.credentialsMode,
      areFree,
    ).map((credentialsMode) => ({ mode, credentialsMode, redirectMode: asked.redirectMode }));
  });
}

/**
 * Returns the reported value if it fits the observations or only a default was assumed; all fitting values if
 * none was reported. "omit" looks like "same-origin".
 */
function reportedOrFitting<T extends Mode | CredentialsMode>(
  seen: readonly Sourced<T>[],
  asked: T | null,
  isFree: boolean,
): readonly Sourced<T>[] {
  if (asked === null) return seen;
  const fits = seen.some(
    ({ value }) => value === asked || (asked === 'omit' && value === 'same-origin') || isFree,
  );
  return fits ? [{ value: asked, basis: 'observed' }] : [];
}

/** Kinds whose requests are built by script, so that they may have unsafe methods and headers. */
const scripted: ReadonlySet<RequestKind> = new Set(['fetch', 'beacon', 'ping', 'other']);

function toHop(hop: HopFacts, facts: ExchangeFacts, lookup: Lookup): Hop {
  const preflight = hop.preflight === null ? undefined : lookup(hop.preflight);
  const answer = preflight?.hops[0];
  const asked = answer?.requestHeaders ? parsePreflightHeaders(answer.requestHeaders) : null;
  const unsafeHeaderNames =
    asked?.unsafeHeaderNames ??
    (facts.requestId === ''
      ? unsafeNamesAsked(facts)
      : corsUnsafeRequestHeaderNames(headersOfPage(facts.kind, hop)));
  const isSafelisted = isCorsSafelistedMethod(hop.method) && unsafeHeaderNames.length === 0;
  return {
    url: hop.url,
    method: hop.method,
    unsafeHeaderNames,
    useCorsPreflight: asked !== null && isSafelisted,
    sentOrigin: header(hop, 'Origin') ?? (answer ? header(answer, 'Origin') : null),
    // Firefox sends the page's origin in a preflight even after a redirect that makes the request's own
    // origin null.
    preflightOrigin: answer ? header(answer, 'Origin') : null,
    preflight: answer?.response ?? null,
    response: hop.response,
  };
}

/** Returns the unsafe header names of a call without a request, as far as the name alone decides. */
function unsafeNamesAsked(facts: ExchangeFacts): readonly string[] {
  const names = reportedCall(facts)?.call.headerNames ?? [];
  const isOpen = /^(accept|accept-language|content-language|content-type|range)$/;
  return names.filter((name) => !isOpen.test(name)).sort();
}

/**
 * Returns the headers that a page chose: all of a script's request, but only Content-Type of a beacon or
 * ping.
 */
function headersOfPage(kind: RequestKind, { requestHeaders }: HopFacts): HeaderList {
  if (!scripted.has(kind) || !requestHeaders) return [];
  const headers = authorHeaders(requestHeaders);
  return kind === 'fetch' ? headers : headers.filter(([name]) => name.toLowerCase() === 'content-type');
}

function header({ requestHeaders }: HopFacts, name: string): string | null {
  return requestHeaders && getHeader(requestHeaders, name);
}

const inferred = <T>(value: T): Sourced<T> => ({ value, basis: 'inferred' });
const assumed = <T>(value: T): Sourced<T> => ({ value, basis: 'assumed' });

function possibleModes(facts: ExchangeFacts, hops: readonly Hop[]): readonly Sourced<Mode>[] {
  for (const hop of facts.hops) {
    const sent = modes.find((mode) => mode === header(hop, 'Sec-Fetch-Mode'));
    if (sent) return [{ value: sent, basis: 'observed' }];
  }
  if (facts.hops.some(({ preflight }) => preflight !== null)) return [inferred('cors')];
  if (facts.page?.violations.some(({ directive }) => directive === 'form-action'))
    return [inferred('navigate')];
  switch (facts.kind) {
    case 'document':
    case 'frame':
      return [inferred('navigate')];
    case 'websocket':
      return [inferred('websocket')];
    case 'webtransport':
      return [inferred('webtransport')];
    case 'report':
    case 'ping':
    case 'beacon':
      return [inferred('no-cors')];
    case 'font':
      return [inferred('cors')];
  }
  const foreign = foreignHops(facts);
  if (foreign.length === 0) {
    if (facts.kind === 'fetch') return [assumed('cors')];
    // If it redirects to another origin, the mode decides whether that is allowed.
    const isRedirect = isRedirectStatus(hops.at(-1)?.response?.status ?? 0);
    return isRedirect ? [assumed('no-cors'), assumed('cors')] : [assumed('no-cors')];
  }
  return modesByWhatWasSent(facts, hops, foreign);
}

/** Returns the modes that fit a cross-origin request without Sec-Fetch-Mode, such as one over plain http. */
function modesByWhatWasSent(
  facts: ExchangeFacts,
  hops: readonly Hop[],
  foreign: readonly HopFacts[],
): readonly Sourced<Mode>[] {
  const isUnsafe = hops.some(
    ({ method, unsafeHeaderNames }) => !isCorsSafelistedMethod(method) || unsafeHeaderNames.length > 0,
  );
  if (isUnsafe) return [inferred('cors')];
  const [first] = foreign.filter(({ requestHeaders }) => requestHeaders !== null);
  if (first && (first.method === 'GET' || first.method === 'HEAD')) {
    return [inferred(header(first, 'Origin') === null ? 'no-cors' : 'cors')];
  }
  // Only a no-cors request hides its origin because of its referrer policy.
  const isUntainted = !isRedirectTainted({
    origin: facts.origin ?? 'null',
    urlList: facts.hops.map(({ url }) => url),
  });
  if (first && header(first, 'Origin') === 'null' && facts.origin !== 'null' && isUntainted)
    return [inferred('no-cors')];
  return facts.kind === 'fetch'
    ? [assumed('cors'), assumed('no-cors')]
    : [assumed('no-cors'), assumed('cors')];
}

/** The credentials mode of kinds whose page cannot choose one. */
const credentialsModeOfKind: Readonly<Partial<Record<RequestKind, CredentialsMode>>> = {
  beacon: 'include',
  font: 'same-origin',
  ping: 'include',
  report: 'same-origin',
};

function possibleCredentialsModes(
  facts: ExchangeFacts,
  mode: Mode,
  lookup: Lookup,
): readonly Sourced<CredentialsMode>[] {
  if (mode === 'navigate' || mode === 'websocket') return [inferred('include')];
  if (mode === 'webtransport') return [inferred('omit')];
  const foreign = foreignHops(facts);
  if (foreign.length === 0) return [assumed('same-origin')];
  const byKind = credentialsModeOfKind[facts.kind];
  if (byKind) return [inferred(byKind)];
  const preflights = foreign.flatMap(({ preflight }) => (preflight && lookup(preflight)?.hops[0]) || []);
  const carriesThem = foreign.some((hop) => header(hop, 'Cookie') !== null);
  const says = [...foreign, ...preflights].some((hop) => header(hop, 'Sec-Fetch-Storage-Access') !== null);
  if (carriesThem || says) return [inferred('include')];
  if (mode === 'no-cors') return [scripted.has(facts.kind) ? assumed('same-origin') : inferred('include')];
  // Firefox omits the header for requests of a worker, which have no document, and for redirected requests.
  const isSilent = facts.documentId === null || facts.hops[0] !== foreign[0];
  if (!isSilent && foreign.some(wouldSayIncluded)) return [assumed('same-origin')];
  return [assumed('same-origin'), assumed('include')];
}

/**
 * Whether this hop would have Sec-Fetch-Storage-Access if its credentials mode were "include". Both browsers
 * send it only with cross-site requests to trustworthy URLs.
 */
function wouldSayIncluded(hop: HopFacts): boolean {
  return header(hop, 'Sec-Fetch-Site') === 'cross-site' && isPotentiallyTrustworthy(hop.url);
}

/** Returns the hops that are not same-origin with the request's origin. */
export function foreignHops({ hops, origin }: ExchangeFacts): readonly HopFacts[] {
  return hops.filter(({ url }) => !isSameOrigin(originOf(url), origin ?? 'null'));
}
