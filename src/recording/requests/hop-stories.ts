import { type FindingCode, getHeader, originOf, serializeRequestOrigin } from '../../engine';
import type { Sourced } from '../../exchange/verdict/infer-request';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';

/** What the CORS check said of a hop's response, or why there was none. */
export type HopCheck =
  | { readonly is: 'passed' }
  | { readonly is: 'failed'; readonly finding: FindingCode }
  /** `own`: still within its own origin; `no-cors`: its mode asks for none; `unseen`: no response, or none walked. */
  | { readonly is: 'none'; readonly because: 'own' | 'no-cors' | 'unseen' };

/** One request of a redirect chain, as it is told. */
export interface HopStory extends Pick<HopFacts, 'url' | 'method' | 'status' | 'internal'> {
  /** The URL's own origin; of a WebSocket, that of its handshake. */
  readonly origin: string;
  /** The Origin header; null if none was sent, and computed where the browser did not show the headers. */
  readonly sentOrigin: Sourced<string | null>;
  /** Whether the request's origin is told as `null` because of the redirects before. */
  readonly isTainted: boolean;
  readonly corsCheck: HopCheck;
  /** Where it was sent on to, as the server wrote it; null on the last. */
  readonly location: string | null;
  readonly preflight: { readonly status: number | null; readonly tookMs: number | null } | null;
  /** Until the next hop began, or the exchange ended. */
  readonly tookMs: number | null;
}

/** The requests of an exchange, first to last, each with what is known of it. */
export function hopStories(
  facts: ExchangeFacts,
  verdict: Verdict,
  lookup: (id: string) => ExchangeFacts | undefined,
): readonly HopStory[] {
  const { hops, end } = facts;
  const origin = facts.origin ?? 'null';
  return hops.map((hop, index): HopStory => {
    const { url, method, status, internal, requestHeaders, responseHeaders, redirectedTo, startedAtMs } = hop;
    const urlList = hops.slice(0, index + 1).map((each) => each.url);
    const told = serializeRequestOrigin({ origin, urlList });
    const preflight = hop.preflight === null ? undefined : lookup(hop.preflight);
    const isCors = verdict.mode.value === 'cors';
    const endsAtMs = hops[index + 1]?.startedAtMs ?? end?.atMs ?? null;
    return {
      url,
      method,
      status,
      internal,
      origin: originOf(url.replace(/^ws/, 'http')),
      sentOrigin: requestHeaders
        ? { value: getHeader(requestHeaders, 'Origin'), basis: 'observed' }
        : { value: isCors ? told : null, basis: 'computed' },
      isTainted: origin !== 'null' && told === 'null' && (isCors || method !== 'GET'),
      corsCheck: checkOf(index, hop, verdict),
      location:
        index === hops.length - 1
          ? null
          : ((responseHeaders && getHeader(responseHeaders, 'Location')) ?? redirectedTo),
      preflight: preflight
        ? { status: preflight.hops[0]?.status ?? null, tookMs: durationOf(preflight) }
        : null,
      tookMs: endsAtMs === null ? null : endsAtMs - startedAtMs,
    };
  });
}

function checkOf(index: number, { status, internal }: HopFacts, { traces, mode }: Verdict): HopCheck {
  const located = traces.find(
    ({ hop, on, trace }) => hop === index && on === 'response' && trace.section === 'corsCheck',
  );
  if (located) {
    const { finding } = located.trace;
    return finding === null ? { is: 'passed' } : { is: 'failed', finding };
  }
  if (mode.value !== 'cors') return { is: 'none', because: 'no-cors' };
  const isReached = traces.some(({ hop, on }) => hop === index && on === 'request');
  return { is: 'none', because: status === null || internal !== null || !isReached ? 'unseen' : 'own' };
}

/** How long an exchange took; null while it runs. */
function durationOf({ startedAtMs, end }: ExchangeFacts): number | null {
  return end && end.atMs - startedAtMs;
}

/** How long the preflights of a request took. */
export interface PreflightCost {
  readonly preflightsMs: number;
  /** The whole request, preflights included; null while it runs. */
  readonly allMs: number | null;
  /** No response came after the last preflight. */
  readonly isAlone: boolean;
}

/** Returns what the preflights of a request cost; null if it sent none, or they still run. */
export function preflightCost(
  { hops, startedAtMs, end }: ExchangeFacts,
  lookup: (id: string) => ExchangeFacts | undefined,
): PreflightCost | null {
  const preflights = hops.flatMap(({ preflight }) => (preflight === null ? [] : (lookup(preflight) ?? [])));
  const times = preflights.map(durationOf);
  if (times.length === 0 || times.includes(null)) return null;
  return {
    preflightsMs: times.reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
    allMs: end && end.atMs - startedAtMs,
    isAlone: hops.at(-1)?.status === null && hops.at(-1)?.preflight !== null,
  };
}
