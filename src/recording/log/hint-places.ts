import { spans } from '../../exchange/calls/join-answers';
import { upgradedUrl } from '../../exchange/calls/reported-call';
import type { ExchangeFacts } from '../../protocol/facts';
import type { AskedWorker, HeardCall, PageHint, PolicyViolation } from '../../protocol/page-hints';

/** A call reported by the page, and the time after which no request for it is expected. */
export interface Kept {
  readonly heard: HeardCall;
  readonly dueAtMs: number;
}

/** A question to a service worker, and the time after which no request for it is expected. */
export interface KeptAsked {
  readonly asked: AskedWorker;
  readonly dueAtMs: number;
}

/** Everything that may belong together: the calls and exchanges of one document and one upgraded URL. */
export interface Place {
  readonly calls: Map<string, Kept>;
  readonly exchanges: Map<string, ExchangeFacts>;
  readonly violations: PolicyViolation[];
  readonly asked: Map<string, KeptAsked>;
}

/** The places of a tab. `changed` holds those that were not examined since their last change. */
export interface Places {
  readonly changed: Set<Place>;
  all(): Iterable<Place>;
  call(key: string): Kept | undefined;
  fileCall(key: string, kept: Kept): void;
  fileExchange(facts: ExchangeFacts): void;
  fileViolation(violation: PolicyViolation): void;
  asked(key: string): KeptAsked | undefined;
  fileAsked(key: string, kept: KeptAsked): void;
  /** Files everything again if a document's requests are now reported under another document. */
  refile(): void;
  /** Forgets an exchange and the question that a service worker was asked before it. */
  forgetExchange(id: string): void;
  /** Forgets each unchanged place for which `isOver` is true. */
  drop(isOver: (place: Place) => boolean): void;
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
export function openPlaces(reportedUnder: (documentId: string) => string): Places {
  const places = new Map<string, Place>();
  const ofCall = new Map<string, Place>();
  const ofExchange = new Map<string, Place>();
  const ofAsked = new Map<string, Place>();
  const filedUnder = new Map<string, string>();
  const changed = new Set<Place>();

  function placeOf(documentId: string | null, url: string): Place {
    const under = documentId === null ? '' : reportedUnder(documentId);
    if (documentId !== null) filedUnder.set(documentId, under);
    const key = `${under} ${shortKey(upgradedUrl(url))}`;
    const empty = { calls: new Map(), exchanges: new Map(), violations: [], asked: new Map() };
    const place = places.get(key) ?? empty;
    places.set(key, place);
    return place;
  }

  function clear(): void {
    for (const map of [places, ofCall, ofExchange, ofAsked, filedUnder]) map.clear();
    changed.clear();
  }

  const self: Places = {
    changed,
    all: () => places.values(),
    call: (key) => ofCall.get(key)?.calls.get(key),
    fileCall(key, kept) {
      const { frame, url } = kept.heard.call;
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
      if (place.calls.size > 0 || place.violations.length > 0 || place.asked.size > 0) changed.add(place);
    },
    fileViolation(violation) {
      const place = placeOf(violation.frame.documentId, violation.blockedUrl);
      place.violations.push(violation);
      changed.add(place);
    },
    asked: (key) => ofAsked.get(key)?.asked.get(key),
    fileAsked(key, kept) {
      const place = ofAsked.get(key) ?? placeOf(kept.asked.frame.documentId, kept.asked.url);
      place.asked.set(key, kept);
      ofAsked.set(key, place);
      changed.add(place);
    },
    refile() {
      if ([...filedUnder].every(([documentId, under]) => reportedUnder(documentId) === under)) return;
      const before = [...places.values()];
      clear();
      for (const { calls, exchanges, violations, asked } of before) {
        for (const [key, kept] of calls) self.fileCall(key, kept);
        for (const facts of exchanges.values()) self.fileExchange(facts);
        for (const violation of violations) self.fileViolation(violation);
        for (const [key, kept] of asked) self.fileAsked(key, kept);
      }
      for (const place of places.values()) changed.add(place);
    },
    forgetExchange(id) {
      const place = ofExchange.get(id);
      const startedAtMs = place?.exchanges.get(id)?.startedAtMs;
      place?.exchanges.delete(id);
      ofExchange.delete(id);
      if (!place || startedAtMs === undefined) return;
      const [key] = [...place.asked].find(([, { asked }]) => spans(asked, startedAtMs)) ?? [];
      if (key !== undefined) place.asked.delete(key);
      if (place.calls.size > 0) changed.add(place);
    },
    drop(isOver) {
      for (const [key, place] of places) {
        if (changed.has(place) || !isOver(place)) continue;
        for (const call of place.calls.keys()) ofCall.delete(call);
        for (const id of place.exchanges.keys()) ofExchange.delete(id);
        for (const key of place.asked.keys()) ofAsked.delete(key);
        places.delete(key);
      }
    },
    cut(atMs) {
      const before = [...places.values()];
      clear();
      for (const { calls, exchanges, violations, asked } of before) {
        for (const [key, kept] of calls) if (kept.heard.call.atMs >= atMs) self.fileCall(key, kept);
        for (const facts of exchanges.values()) if (facts.startedAtMs >= atMs) self.fileExchange(facts);
        for (const violation of violations) if (violation.atMs >= atMs) self.fileViolation(violation);
        for (const [key, kept] of asked) if (kept.asked.startedAtMs >= atMs) self.fileAsked(key, kept);
      }
    },
  };
  return self;
}
