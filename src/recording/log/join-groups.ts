import { spans } from '../../exchange/calls/join-answers';
import { upgradedUrl } from '../../exchange/calls/reported-call';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PageHint, PolicyViolation, ReportedCall, WorkerTiming } from '../../protocol/page-hints';

/** A call reported by the page, and the time after which no request for it is expected. */
export interface FiledCall {
  readonly reported: ReportedCall;
  readonly dueAtMs: number;
}

/** A question to a service worker, and the time after which no request for it is expected. */
export interface FiledTiming {
  readonly timing: WorkerTiming;
  readonly dueAtMs: number;
}

/** Everything that may belong together: the calls and exchanges of one document and one upgraded URL. */
export interface JoinGroup {
  readonly calls: Map<string, FiledCall>;
  readonly exchanges: Map<string, ExchangeFacts>;
  readonly violations: PolicyViolation[];
  readonly timings: Map<string, FiledTiming>;
}

/** The places of a tab. `changed` holds those that were not examined since their last change. */
export interface JoinGroups {
  readonly changed: Set<JoinGroup>;
  all(): Iterable<JoinGroup>;
  call(key: string): FiledCall | undefined;
  fileCall(key: string, kept: FiledCall): void;
  fileExchange(facts: ExchangeFacts): void;
  fileViolation(violation: PolicyViolation): void;
  timing(key: string): FiledTiming | undefined;
  fileTiming(key: string, kept: FiledTiming): void;
  /** Files everything again if a document's requests are now reported under another document. */
  refile(): void;
  /** Forgets an exchange and the timing of the service worker that was asked before it. */
  forgetExchange(id: string): void;
  /** Forgets each unchanged place for which `isOver` is true. */
  drop(isOver: (place: JoinGroup) => boolean): void;
  cut(atMs: number): void;
}

/** Returns a key for a call that is unique within its tab. */
export function keyOf({ frame: { documentId, frameId } }: PageHint, id: string): string {
  return `${documentId ?? frameId} ${id}`;
}

const maxKey = 1_000;
/** Longer than any URL that servers accept. */
const maxHashed = 16_384;

/**
 * Returns a key for a URL. A long URL is reduced to its start, its length and a hash; the hash of a very long
 * one samples its characters.
 */
function shortKey(url: string): string {
  const { length } = url;
  if (length <= maxKey) return url;
  let hash = 0x811c9dc5;
  const step = Math.ceil(length / maxHashed);
  for (let index = 0; index < length; index += step)
    hash = Math.imul(hash ^ url.charCodeAt(index), 0x01000193);
  return `${url.slice(0, maxKey)} ${length} ${hash}`;
}

/**
 * Opens an empty list of places. `reportedUnder` returns the document under which a document's requests are
 * reported.
 */
export function openJoinGroups(reportedUnder: (documentId: string) => string): JoinGroups {
  const places = new Map<string, JoinGroup>();
  const ofCall = new Map<string, JoinGroup>();
  const ofExchange = new Map<string, JoinGroup>();
  const ofTiming = new Map<string, JoinGroup>();
  const filedUnder = new Map<string, string>();
  const changed = new Set<JoinGroup>();

  function placeOf(documentId: string | null, url: string): JoinGroup {
    const under = documentId === null ? '' : reportedUnder(documentId);
    if (documentId !== null) filedUnder.set(documentId, under);
    const key = `${under} ${shortKey(upgradedUrl(url))}`;
    const empty = { calls: new Map(), exchanges: new Map(), violations: [], timings: new Map() };
    const place = places.get(key) ?? empty;
    places.set(key, place);
    return place;
  }

  function clear(): void {
    for (const map of [places, ofCall, ofExchange, ofTiming, filedUnder]) map.clear();
    changed.clear();
  }

  const self: JoinGroups = {
    changed,
    all: () => places.values(),
    call: (key) => ofCall.get(key)?.calls.get(key),
    fileCall(key, kept) {
      const { frame, url } = kept.reported.call;
      const place = ofCall.get(key) ?? placeOf(frame.documentId, url);
      place.calls.set(key, kept);
      ofCall.set(key, place);
      changed.add(place);
    },
    fileExchange(facts) {
      const [hop] = facts.hops;
      if (!hop || facts.documentId === null) return;
      const place = ofExchange.get(facts.id) ?? placeOf(facts.documentId, hop.url);
      place.exchanges.set(facts.id, facts);
      ofExchange.set(facts.id, place);
      if (place.calls.size > 0 || place.violations.length > 0 || place.timings.size > 0) changed.add(place);
    },
    fileViolation(violation) {
      const place = placeOf(violation.frame.documentId, violation.blockedUrl);
      place.violations.push(violation);
      changed.add(place);
    },
    timing: (key) => ofTiming.get(key)?.timings.get(key),
    fileTiming(key, kept) {
      const place = ofTiming.get(key) ?? placeOf(kept.timing.frame.documentId, kept.timing.url);
      place.timings.set(key, kept);
      ofTiming.set(key, place);
      changed.add(place);
    },
    refile() {
      if ([...filedUnder].every(([documentId, under]) => reportedUnder(documentId) === under)) return;
      const before = [...places.values()];
      clear();
      for (const { calls, exchanges, violations, timings } of before) {
        for (const [key, kept] of calls) self.fileCall(key, kept);
        for (const facts of exchanges.values()) self.fileExchange(facts);
        for (const violation of violations) self.fileViolation(violation);
        for (const [key, kept] of timings) self.fileTiming(key, kept);
      }
      for (const place of places.values()) changed.add(place);
    },
    forgetExchange(id) {
      const place = ofExchange.get(id);
      const startedAtMs = place?.exchanges.get(id)?.startedAtMs;
      place?.exchanges.delete(id);
      ofExchange.delete(id);
      if (!place || startedAtMs === undefined) return;
      const [key] = [...place.timings].find(([, { timing }]) => spans(timing, startedAtMs)) ?? [];
      if (key !== undefined) place.timings.delete(key);
      if (place.calls.size > 0) changed.add(place);
    },
    drop(isOver) {
      for (const [key, place] of places) {
        if (changed.has(place) || !isOver(place)) continue;
        for (const call of place.calls.keys()) ofCall.delete(call);
        for (const id of place.exchanges.keys()) ofExchange.delete(id);
        for (const key of place.timings.keys()) ofTiming.delete(key);
        places.delete(key);
      }
    },
    cut(atMs) {
      const before = [...places.values()];
      clear();
      for (const { calls, exchanges, violations, timings } of before) {
        for (const [key, kept] of calls) if (kept.reported.call.atMs >= atMs) self.fileCall(key, kept);
        for (const facts of exchanges.values()) if (facts.startedAtMs >= atMs) self.fileExchange(facts);
        for (const violation of violations) if (violation.atMs >= atMs) self.fileViolation(violation);
        for (const [key, kept] of timings) if (kept.timing.startedAtMs >= atMs) self.fileTiming(key, kept);
      }
    },
  };
  return self;
}
