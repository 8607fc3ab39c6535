import { spans } from '../../exchange/calls/join-answers';
import { upgradedUrl } from '../../exchange/calls/reported-call';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import type { FrameRef } from '../../protocol/page-events';
import type { PageHint, PolicyViolation, ReportedCall, WorkerTiming } from '../../protocol/page-hints';
import { documentOf, reportedUnder, unlistedUnder } from './reported-under';

/** A call reported by the page, and the time after which no request for it is expected. */
export interface FiledCall {
  readonly reported: ReportedCall;
  readonly dueAtMs: number;
}

/**
 * A request that a service worker received, and the time after which no network request for it is expected.
 */
export interface FiledTiming {
  readonly timing: WorkerTiming;
  readonly dueAtMs: number;
}

/** Everything that can belong together: the calls and exchanges of one document and one upgraded URL. */
export interface JoinGroup {
  /** The document under which its requests are reported; '' if none is known. */
  readonly under: string;
  readonly calls: Map<string, FiledCall>;
  readonly exchanges: Map<string, ExchangeFacts>;
  readonly violations: PolicyViolation[];
  readonly timings: Map<string, FiledTiming>;
}

/** The groups of a tab. `changed` contains those that were not examined since their last change. */
export interface JoinGroups {
  readonly changed: Set<JoinGroup>;
  all(): Iterable<JoinGroup>;
  call(key: string): FiledCall | undefined;
  fileCall(key: string, kept: FiledCall): void;
  fileExchange(facts: ExchangeFacts): void;
  fileViolation(violation: PolicyViolation): void;
  /** Examines the group of a violation again. */
  revisit(violation: PolicyViolation): void;
  timing(key: string): FiledTiming | undefined;
  fileTiming(key: string, kept: FiledTiming): void;
  /** Files everything again if a document's requests are now reported under another document. */
  refile(): void;
  /** Forgets an exchange and the service worker timing that belongs to it. */
  forgetExchange(id: string): void;
  /** Forgets each unchanged group for which `isOver` returns true. */
  drop(isOver: (group: JoinGroup) => boolean): void;
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

/** Opens an empty list of groups. `frames` returns the current frames of the tab. */
export function openJoinGroups(frames: () => readonly FrameFacts[]): JoinGroups {
  const groups = new Map<string, JoinGroup>();
  const ofCall = new Map<string, JoinGroup>();
  const ofExchange = new Map<string, JoinGroup>();
  const ofTiming = new Map<string, JoinGroup>();
  /** By document: its frame, and the document under which it was filed. */
  const filed = new Map<string, { readonly frame: FrameRef; readonly under: string }>();
  /** The documents that requests named, and those of requests that named only a frame. */
  const makers = new Set<string>();
  const makerOf = new Map<string, string>();
  const changed = new Set<JoinGroup>();

  function placeOf(documentId: string, frame: FrameRef): string {
    const listed = frames();
    const unlisted = makers.has(documentId) ? null : unlistedUnder(frame, listed);
    return reportedUnder(unlisted ?? documentId, listed);
  }

  function groupOf(frame: FrameRef, url: string): JoinGroup {
    const { documentId } = frame;
    const under = documentId === null ? '' : placeOf(documentId, frame);
    if (documentId !== null) filed.set(documentId, { frame, under });
    const key = `${under} ${shortKey(upgradedUrl(url))}`;
    const empty = { under, calls: new Map(), exchanges: new Map(), violations: [], timings: new Map() };
    const group = groups.get(key) ?? empty;
    groups.set(key, group);
    return group;
  }

  function clear(): void {
    for (const map of [groups, ofCall, ofExchange, ofTiming, filed]) map.clear();
    changed.clear();
  }

  const self: JoinGroups = {
    changed,
    all: () => groups.values(),
    call: (key) => ofCall.get(key)?.calls.get(key),
    fileCall(key, kept) {
      const { frame, url } = kept.reported.call;
      const group = ofCall.get(key) ?? groupOf(frame, url);
      group.calls.set(key, kept);
      ofCall.set(key, group);
      changed.add(group);
    },
    fileExchange(facts) {
      const [hop] = facts.hops;
      const documentId = facts.documentId ?? makerOf.get(facts.id) ?? keptAliveBy(facts, frames());
      // A navigation has no document of its own.
      if (!hop || (documentId === null && facts.kind !== 'document')) return;
      if (documentId !== null && facts.documentId === null) makerOf.set(facts.id, documentId);
      else if (documentId !== null && !makers.has(documentId)) {
        makers.add(documentId);
        if (filed.has(documentId)) self.refile();
      }
      const { frameId, origin } = facts;
      const group = ofExchange.get(facts.id) ?? groupOf({ documentId, frameId, origin }, hop.url);
      group.exchanges.set(facts.id, facts);
      ofExchange.set(facts.id, group);
      if (group.calls.size > 0 || group.violations.length > 0 || group.timings.size > 0) changed.add(group);
    },
    fileViolation(violation) {
      const group = groupOf(violation.frame, violation.blockedUrl);
      group.violations.push(violation);
      changed.add(group);
    },
    revisit({ frame, blockedUrl }) {
      changed.add(groupOf(frame, blockedUrl));
    },
    timing: (key) => ofTiming.get(key)?.timings.get(key),
    fileTiming(key, kept) {
      const group = ofTiming.get(key) ?? groupOf(kept.timing.frame, kept.timing.url);
      group.timings.set(key, kept);
      ofTiming.set(key, group);
      changed.add(group);
    },
    refile() {
      if ([...filed].every(([documentId, { frame, under }]) => placeOf(documentId, frame) === under)) return;
      const before = [...groups.values()];
      clear();
      for (const { calls, exchanges, violations, timings } of before) {
        for (const [key, kept] of calls) self.fileCall(key, kept);
        for (const facts of exchanges.values()) self.fileExchange(facts);
        for (const violation of violations) self.fileViolation(violation);
        for (const [key, kept] of timings) self.fileTiming(key, kept);
      }
      for (const group of groups.values()) changed.add(group);
    },
    forgetExchange(id) {
      const group = ofExchange.get(id);
      const startedAtMs = group?.exchanges.get(id)?.startedAtMs;
      group?.exchanges.delete(id);
      ofExchange.delete(id);
      makerOf.delete(id);
      if (!group || startedAtMs === undefined) return;
      const [key] = [...group.timings].find(([, { timing }]) => spans(timing, startedAtMs)) ?? [];
      if (key !== undefined) group.timings.delete(key);
      if (group.calls.size > 0) changed.add(group);
    },
    drop(isOver) {
      for (const [key, group] of groups) {
        if (changed.has(group) || !isOver(group)) continue;
        for (const call of group.calls.keys()) ofCall.delete(call);
        for (const id of group.exchanges.keys()) ofExchange.delete(id);
        for (const key of group.timings.keys()) ofTiming.delete(key);
        groups.delete(key);
      }
    },
    cut(atMs) {
      const before = [...groups.values()];
      clear();
      for (const { calls, exchanges, violations, timings } of before) {
        for (const [key, kept] of calls) if (isKept(kept.reported, atMs)) self.fileCall(key, kept);
        for (const facts of exchanges.values()) if (facts.startedAtMs >= atMs) self.fileExchange(facts);
        for (const violation of violations) if (violation.atMs >= atMs) self.fileViolation(violation);
        for (const [key, kept] of timings) if (kept.timing.startedAtMs >= atMs) self.fileTiming(key, kept);
      }
    },
  };
  return self;
}

/** fetchLater() may make its request after its page was left. */
function isKept({ call: { api, atMs } }: ReportedCall, cutMs: number): boolean {
  return atMs >= cutMs || api === 'fetchLater';
}

/**
 * Returns the document of a request that Firefox reports without one, because it may outlive the document; null for
 * a worker's.
 */
function keptAliveBy(
  { kind, initiator, tabId, frameId, origin }: ExchangeFacts,
  frames: readonly FrameFacts[],
): string | null {
  const isKeptAlive = kind === 'fetch' && initiator === 'unknown' && tabId !== -1;
  return isKeptAlive ? documentOf({ frameId, origin }, frames) : null;
}
