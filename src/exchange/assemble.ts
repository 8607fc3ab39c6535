import type { ClosedBecause, ExchangeFacts } from '../protocol/facts';
import { add, close, isHttpUrl, lastHop, open, type RequestEvent, withoutFragment } from './facts';
import { isStoppedOptions, pairPreflights, preflightedMethod } from './pair-preflight';

/** How long an ended exchange is kept, for events that arrive after its last. */
const keepEndedMs = 5_000;
/** How long Firefox is silent after it gave a request to a service worker that answered it. */
const serviceWorkerSilenceMs = 2_000;
/** How long an exchange may be silent after a stop of the background before its end counts as lost. */
const resumedSilenceMs = 10_000;

/**
 * The exchanges under way, and those just ended. It is changed in place: it belongs to whoever made it.
 */
export interface Assembly {
  readonly exchanges: Map<string, ExchangeFacts>;
  /** Events whose hop has not begun yet, by request id. */
  readonly waiting: Map<string, readonly RequestEvent[]>;
  /** When an exchange was last heard of, by id. */
  readonly heardAtMs: Map<string, number>;
  /** Ids of exchanges that were taken back after a stop of the background, and have been silent since. */
  readonly resumed: Set<string>;
}

/** An assembly with the exchanges that were open when the background was stopped. */
export function openAssembly(resumed: readonly ExchangeFacts[] = [], nowMs = 0): Assembly {
  return {
    exchanges: new Map(resumed.map((facts) => [facts.id, facts])),
    waiting: new Map(),
    heardAtMs: new Map(resumed.map(({ id }) => [id, nowMs])),
    resumed: new Set(resumed.map(({ id }) => id)),
  };
}

/** Takes in one event, in whatever order they come; returns the facts that it changed. */
export function assemble(assembly: Assembly, event: RequestEvent): readonly ExchangeFacts[] {
  const { exchanges, waiting, heardAtMs, resumed } = assembly;
  const { requestId } = event;
  heardAtMs.set(requestId, event.atMs);
  resumed.delete(requestId);

  const before = exchanges.get(requestId);
  if (!before && event.type !== 'started') {
    waiting.set(requestId, [...(waiting.get(requestId) ?? []), event]);
    return [];
  }
  let facts = before ?? null;
  let pending: readonly RequestEvent[] = [...(waiting.get(requestId) ?? []), event];
  if (!facts && event.type === 'started') {
    facts = open(event);
    pending = pending.filter((other) => other !== event);
  }
  if (!facts) return [];
  const left: RequestEvent[] = [];
  for (const next of [...pending].sort(
    (a, b) => Number(b.type === 'started') - Number(a.type === 'started'),
  )) {
    const added = add(facts, next);
    if (added) facts = added;
    else left.push(next);
  }
  if (left.length > 0) waiting.set(requestId, left);
  else waiting.delete(requestId);

  if (event.type === 'redirected' && !isHttpUrl(event.to))
    facts = closed(facts, 'redirect-scheme', event.atMs);
  exchanges.set(requestId, facts);
  return settle(assembly, facts, event);
}

/** Pairs what an event made pairable, and closes what it left without an end of its own. */
function settle(assembly: Assembly, facts: ExchangeFacts, event: RequestEvent): readonly ExchangeFacts[] {
  const changed = new Map([[facts.id, facts]]);
  const isPreflight = preflightedMethod(facts) !== null;
  if ((isPreflight || isStoppedOptions(facts)) && facts.preflightFor === null) pair(assembly, facts, changed);
  if (facts.end && !isPreflight) {
    for (const { preflight } of facts.hops) {
      const open = preflight === null ? undefined : assembly.exchanges.get(preflight);
      if (open && !open.end) keep(assembly, closed(open, 'request-ended', event.atMs), changed);
    }
  }
  // A preflight's response decides the verdict of its request, and a request's end that of its preflight.
  const partner = facts.preflightFor && assembly.exchanges.get(facts.preflightFor.exchange);
  if (partner && facts.end) changed.set(partner.id, partner);
  return [...changed.values()];
}

function pair(assembly: Assembly, preflight: ExchangeFacts, changed: Map<string, ExchangeFacts>): void {
  const url = withoutFragment(preflight.hops[0]?.url ?? '');
  const near = [...assembly.exchanges.values()].filter(({ hops }) =>
    hops.some((hop) => withoutFragment(hop.url) === url),
  );
  for (const { preflight: id, exchange, hop } of pairPreflights(near)) {
    const own = assembly.exchanges.get(id);
    const request = assembly.exchanges.get(exchange);
    const at = request?.hops[hop];
    if (!own || !request || !at || (at.preflight === id && own.preflightFor?.exchange === exchange)) continue;
    keep(assembly, { ...own, preflightFor: { exchange, hop } }, changed);
    keep(assembly, { ...request, hops: request.hops.with(hop, { ...at, preflight: id }) }, changed);
  }
}

function keep(assembly: Assembly, facts: ExchangeFacts, changed: Map<string, ExchangeFacts>): void {
  assembly.exchanges.set(facts.id, facts);
  changed.set(facts.id, facts);
}

function closed(facts: ExchangeFacts, because: ClosedBecause, atMs: number): ExchangeFacts {
  return close(facts, { how: 'closed', atMs, because });
}

/** Closes the open exchanges of a document that is gone; returns them. Navigations outlive it. */
export function documentGone(assembly: Assembly, documentId: string, atMs: number): readonly ExchangeFacts[] {
  const changed = new Map<string, ExchangeFacts>();
  for (const facts of assembly.exchanges.values()) {
    const isKeptAlive = facts.type === 'ping' || facts.type === 'beacon' || facts.type === 'csp_report';
    if (facts.end || facts.documentId !== documentId || isKeptAlive) continue;
    keep(assembly, closed(facts, 'document-gone', atMs), changed);
  }
  return [...changed.values()];
}

/**
 * Closes what only silence tells of, forgets what ended long ago, and counts the events that never found
 * their beginning. Run it now and then.
 */
export function sweep(
  assembly: Assembly,
  nowMs: number,
): { readonly changed: readonly ExchangeFacts[]; readonly begunBefore: readonly string[] } {
  const { exchanges, waiting, heardAtMs, resumed } = assembly;
  const changed = new Map<string, ExchangeFacts>();
  for (const [id, facts] of exchanges) {
    const silentMs = nowMs - (heardAtMs.get(id) ?? nowMs);
    if (facts.end) {
      if (silentMs < keepEndedMs || isNeeded(assembly, facts)) continue;
      for (const map of [exchanges, waiting, heardAtMs]) map.delete(id);
    } else if (resumed.has(id) && silentMs >= resumedSilenceMs) {
      resumed.delete(id);
      keep(assembly, closed(facts, 'background-stopped', nowMs), changed);
    } else if (silentMs >= serviceWorkerSilenceMs && isWithServiceWorker(facts)) {
      keep(assembly, closed(facts, 'service-worker', nowMs), changed);
    }
  }
  const begunBefore: string[] = [];
  for (const id of waiting.keys()) {
    if (exchanges.has(id) || nowMs - (heardAtMs.get(id) ?? nowMs) < keepEndedMs) continue;
    begunBefore.push(id);
    waiting.delete(id);
    heardAtMs.delete(id);
  }
  return { changed: [...changed.values()], begunBefore };
}

/** A preflight is needed as long as the request it was made for is open. */
function isNeeded({ exchanges }: Assembly, { preflightFor }: ExchangeFacts): boolean {
  return preflightFor !== null && exchanges.get(preflightFor.exchange)?.end === null;
}

function isWithServiceWorker(facts: ExchangeFacts): boolean {
  return lastHop(facts).internal === 'service-worker';
}
