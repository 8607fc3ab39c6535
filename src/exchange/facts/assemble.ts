import type { ExchangeFacts } from '../../protocol/facts';
import { type Assembly, closed, keep } from './assembly';
import { close, factsOf, lastHop, type RequestEvent } from './facts';
import { pairAndClose } from './pair-and-close';
import { isHttpUrl } from './request-url';

/** How long an ended exchange is kept for late events. */
const keepEndedMs = 5_000;
/**
 * How long Firefox must be silent after passing a request to a service worker before that counts as an
 * answer.
 */
const serviceWorkerSilenceMs = 2_000;
/** How long an exchange may be silent after the background restarted before its end counts as lost. */
const resumedSilenceMs = 10_000;

/** Adds one event; the order of arrival does not matter. Returns the facts that changed. */
export function assemble(assembly: Assembly, event: RequestEvent): readonly ExchangeFacts[] {
  const { exchanges, events, lastEventAtMs, resumed, latest } = assembly;
  const { requestId: id, atMs } = event;
  const known = exchanges.get(id);
  const earlier = events.get(id) ?? [];
  if (known && !earlier.some(({ type }) => type === 'started')) remember(assembly, known);

  events.set(id, [...earlier, event]);
  lastEventAtMs.set(id, Math.max(atMs, lastEventAtMs.get(id) ?? atMs));
  resumed.delete(id);
  const isLate = atMs < latest.atMs;
  latest.atMs = Math.max(atMs, latest.atMs);

  const facts = refreshed(assembly, id);
  return facts ? pairAndClose(assembly, facts, isLate) : [];
}

/** Keeps the facts of an exchange from before its first event here, as a base for later events. */
function remember({ before }: Assembly, facts: ExchangeFacts): void {
  if (!before.has(facts.id)) before.set(facts.id, facts);
}

/** Returns the facts of a request from all its events; null until one of them starts it. */
function refreshed(assembly: Assembly, id: string): ExchangeFacts | null {
  const { exchanges, events, before } = assembly;
  const all = events.get(id) ?? [];
  const known = exchanges.get(id);
  let facts = factsOf(all, before.get(id) ?? null);
  if (!facts) return null;
  const lastEventAtMs = Math.max(...all.map(({ atMs }) => atMs));
  // An exchange that we closed stays closed unless a later event arrives.
  if (known?.end?.how === 'closed' && known.end.atMs >= lastEventAtMs) facts = close(facts, known.end);
  const { redirectedTo } = lastHop(facts);
  if (redirectedTo !== null && !isHttpUrl(redirectedTo))
    facts = closed(facts, 'redirect-scheme', lastEventAtMs);
  facts = known ? withLinksOf(facts, known) : facts;
  exchanges.set(id, facts);
  return facts;
}

/** Copies the links between requests and preflights to rebuilt facts. */
function withLinksOf(facts: ExchangeFacts, { preflightFor, hops }: ExchangeFacts): ExchangeFacts {
  const linked = facts.hops.map((hop, index) => {
    const before = hops[index];
    const isSame = before?.startedAtMs === hop.startedAtMs && before.url === hop.url;
    return isSame ? { ...hop, preflight: before.preflight } : hop;
  });
  return { ...facts, preflightFor, hops: linked };
}

/** Closes and returns the open exchanges of a document that is gone. Beacons, pings and reports outlive it. */
export function documentGone(assembly: Assembly, documentId: string, atMs: number): readonly ExchangeFacts[] {
  const changed = new Map<string, ExchangeFacts>();
  for (const facts of assembly.exchanges.values()) {
    const isKeptAlive = facts.kind === 'ping' || facts.kind === 'beacon' || facts.kind === 'report';
    if (facts.end || facts.documentId !== documentId || isKeptAlive) continue;
    keep(assembly, closed(facts, 'document-gone', atMs), changed);
  }
  return [...changed.values()];
}

/**
 * Closes exchanges whose end only silence reveals, forgets those that ended long ago, and returns the ids of
 * requests whose start event never came. Call it regularly.
 */
export function sweep(
  assembly: Assembly,
  nowMs: number,
): { readonly changed: readonly ExchangeFacts[]; readonly startedBefore: readonly string[] } {
  const { exchanges, events, before, lastEventAtMs, resumed } = assembly;
  const changed = new Map<string, ExchangeFacts>();
  for (const [id, facts] of exchanges) {
    const silentMs = nowMs - (lastEventAtMs.get(id) ?? nowMs);
    if (facts.end) {
      if (silentMs >= keepEndedMs && !isNeeded(assembly, facts)) forget(assembly, id);
    } else if (resumed.has(id) && events.has(id)) {
      // Its events arrived before it was restored.
      resumed.delete(id);
      remember(assembly, facts);
      const refreshedFacts = refreshed(assembly, id);
      for (const paired of refreshedFacts ? pairAndClose(assembly, refreshedFacts, true) : [])
        changed.set(paired.id, paired);
    } else if (resumed.has(id) && silentMs >= resumedSilenceMs) {
      resumed.delete(id);
      keep(assembly, closed(facts, 'background-stopped', nowMs), changed);
    } else if (silentMs >= serviceWorkerSilenceMs && isWithServiceWorker(facts)) {
      keep(assembly, closed(facts, 'service-worker', nowMs), changed);
    }
  }
  const startedBefore: string[] = [];
  for (const [id, all] of events) {
    if (exchanges.has(id) || nowMs - (lastEventAtMs.get(id) ?? nowMs) < keepEndedMs) continue;
    if (!before.has(id) && !all.some(({ type }) => type === 'started')) startedBefore.push(id);
    forget(assembly, id);
  }
  return { changed: [...changed.values()], startedBefore };
}

function forget({ exchanges, events, before, lastEventAtMs, resumed }: Assembly, id: string): void {
  for (const byId of [exchanges, events, before, lastEventAtMs, resumed]) byId.delete(id);
}

/** A preflight is needed while its request is open. */
function isNeeded({ exchanges }: Assembly, { preflightFor }: ExchangeFacts): boolean {
  return preflightFor !== null && exchanges.get(preflightFor.exchange)?.end === null;
}

function isWithServiceWorker(facts: ExchangeFacts): boolean {
  return lastHop(facts).internal === 'service-worker';
}
