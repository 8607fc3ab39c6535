import type { BrowserName, HeaderList } from '../engine';
import { assemble, documentGone, sweep } from '../exchange/facts/assemble';
import { type Assembly, openAssembly } from '../exchange/facts/assembly';
import type { RequestEvent } from '../exchange/facts/facts';
import { withoutFragment } from '../exchange/facts/request-url';
import { classified } from '../exchange/verdict/classify';
import { decisionOn } from '../exchange/verdict/decision';
import type { TabKind } from '../platform/tab-kind';
import type { Channel } from '../protocol/channel';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import type { FromWatcher, ToWatcher } from '../protocol/messages';
import { inParts } from '../protocol/parts';
import { openDocumentPolicies } from './document-policies';
import { type FrameMemory, openFrameMemory } from './frame-memory';
import { openPhantomFilter } from './phantom';

/** A watcher's end of its port. */
export type Watcher = Channel<FromWatcher, ToWatcher>;

/** A watched tab: its open exchanges and its watchers. */
export interface WatchedTab {
  readonly watchers: Set<Watcher>;
  readonly kind: TabKind;
  frames: readonly FrameFacts[];
  readonly frameMemory: FrameMemory;
  /** Restores exchanges that were open when the background was stopped. */
  resume(open: readonly ExchangeFacts[]): void;
  receive(event: RequestEvent): void;
  /** A document replaced another in a frame. */
  committed(documentId: string | null, previous: string | null, atMs: number): void;
  /** Closes exchanges that end without an event. Run it about once a second. */
  sweep(): void;
  /** The request and response headers of a frame's document while its exchange is kept; null after that. */
  documentHeaders(frameId: number, url: string): HeaderList | null;
  /** Counts a worker's request that may come from another kind of window: watchers get only the number. */
  withhold(): void;
  /** Returns the frame that made a request and its ancestors, as far as they are listed, the nearest first. */
  framesOf(requestId: string): readonly FrameFacts[];
  /** Whether an exchange with that id is under way here. */
  has(id: string): boolean;
  broadcast(message: ToWatcher): void;
}

/**
 * How long changes are collected before they are sent, after a quiet moment and while more keep coming. Changes
 * that are not sent yet are lost when the background is stopped by force; every message costs the page time.
 */
const quietMs = 4;
const busyMs = 50;

/** Starts to keep the exchanges of a tab. `later` runs a function after so many milliseconds. */
export function openWatchedTab(
  browser: BrowserName,
  kind: TabKind,
  later: (run: () => void, ms: number) => void = setTimeout,
  nowMs: () => number = Date.now,
): WatchedTab {
  const assembly: Assembly = openAssembly();
  const phantoms = openPhantomFilter();
  const changed = new Set<string>();
  const retracted = new Set<string>();
  const sent = new Set<string>();
  const watchers = new Set<Watcher>();
  const policies = openDocumentPolicies(browser);
  let withheld = 0;
  let isScheduled = false;
  let sentAtMs = 0;

  const broadcast = (message: ToWatcher) => {
    for (const watcher of watchers) watcher.post(message);
  };
  const lookup = (id: string) => assembly.exchanges.get(id);

  function note(facts: readonly ExchangeFacts[]): void {
    for (const { id } of facts) changed.add(id);
    if (isScheduled || changed.size + retracted.size + withheld === 0) return;
    isScheduled = true;
    later(flush, Math.max(quietMs, sentAtMs + busyMs - nowMs()));
  }

  function flush(): void {
    isScheduled = false;
    sentAtMs = nowMs();
    const exchanges = [...changed].flatMap((id) => {
      const facts = lookup(id);
      if (!facts) return [];
      sent.add(id);
      return [classified(facts, decisionOn(facts, browser, lookup))];
    });
    changed.clear();
    for (const part of inParts(exchanges)) broadcast({ type: 'exchanges', exchanges: part });
    const ids = [...retracted].filter((id) => sent.delete(id));
    retracted.clear();
    if (ids.length > 0) broadcast({ type: 'retracted', ids });
    if (withheld > 0) broadcast({ type: 'withheld', count: withheld });
    withheld = 0;
  }

  /**
   * Chrome looks for each font in its cache before it uses the network, and DevTools looks there for the source of
   * documents; both are reported. A page that reads only the cache uses `fetch()`, which has another type.
   */
  function isCacheLookup(event: RequestEvent): boolean {
    return (
      event.type === 'failed' &&
      event.error === 'net::ERR_CACHE_MISS' &&
      /^(font|other)$/.test(lookup(event.requestId)?.type ?? '')
    );
  }

  /**
   * Adds the policies of the requesting document and, for the document of a frame, its ancestors: what requested it
   * need not be one of them.
   */
  function placed(event: RequestEvent): RequestEvent {
    if (event.type !== 'started') return event;
    const { documentId, resourceType } = event;
    const isFramed = /^(sub_frame|object)$/.test(resourceType);
    const isPoliced = isFramed || resourceType === 'script';
    // Only Chrome supports policies that decide about every request.
    if (!isPoliced && browser === 'firefox') return event;
    const { embedderPolicy = null, documentPolicies = null } = policies.of(documentId, tab.frames) ?? {};
    return {
      ...event,
      ...(isPoliced && { embedderPolicy }),
      ...(isFramed && { ancestors: originsFrom(documentId, tab.frames) }),
      documentPolicies,
    };
  }

  function noteHeaders(event: RequestEvent): void {
    if (event.type !== 'headers-received') return;
    const { frameId, kind } = lookup(event.requestId) ?? {};
    const isOfDocument = frameId !== undefined && (kind === 'document' || kind === 'frame');
    if (isOfDocument) policies.note(frameId, event.url, event.headerList);
  }

  const tab: WatchedTab = {
    watchers,
    kind,
    frames: [],
    frameMemory: openFrameMemory(),
    resume(open) {
      const { exchanges, lastEventAtMs, resumed } = openAssembly(
        open.filter(({ id }) => !assembly.exchanges.has(id)),
        nowMs(),
      );
      for (const [id, facts] of exchanges) assembly.exchanges.set(id, facts);
      for (const [id, atMs] of lastEventAtMs) assembly.lastEventAtMs.set(id, atMs);
      for (const id of resumed) {
        assembly.resumed.add(id);
        sent.add(id);
      }
    },
    receive(event) {
      for (const passed of phantoms.pass(placed(event), tab.frames)) {
        if (isCacheLookup(passed)) {
          assembly.exchanges.delete(passed.requestId);
          changed.delete(passed.requestId);
          retracted.add(passed.requestId);
          note([]);
        } else {
          noteHeaders(passed);
          note(assemble(assembly, passed));
        }
      }
    },
    committed(documentId, previous, atMs) {
      // A log must know a document's request before the document itself, or takes the request for an earlier one.
      flush();
      if (previous !== null && previous !== documentId) note(documentGone(assembly, previous, atMs));
    },
    sweep() {
      const { changed: silent, startedBefore } = sweep(assembly, nowMs());
      note(silent);
      for (const id of sent) if (!assembly.exchanges.has(id)) sent.delete(id);
      if (startedBefore.length > 0) broadcast({ type: 'started-before', ids: startedBefore });
    },
    documentHeaders(frameId, url) {
      let headers: HeaderList | null = null;
      for (const { type, frameId: of, hops } of assembly.exchanges.values()) {
        const hop = hops.at(-1);
        if (of !== frameId || !/^(main|sub)_frame$/.test(type)) continue;
        if (!hop || withoutFragment(hop.url) !== withoutFragment(url)) continue;
        headers = hop.response && [...(hop.requestHeaders ?? []), ...hop.response.headerList];
      }
      return headers;
    },
    withhold() {
      withheld += 1;
      note([]);
    },
    framesOf(requestId) {
      const chain: FrameFacts[] = [];
      let id = lookup(requestId)?.frameId ?? -1;
      while (chain.length < tab.frames.length) {
        const frame = tab.frames.find(({ frameId }) => frameId === id);
        if (!frame) break;
        chain.push(frame);
        id = frame.parentFrameId;
      }
      return chain;
    },
    has: (id) => assembly.exchanges.has(id),
    broadcast,
  };
  return tab;
}

/** The origins of a document and of its ancestors, the nearest first; null if one of them is not known. */
function originsFrom(documentId: string | null, frames: readonly FrameFacts[]): ExchangeFacts['ancestors'] {
  const origins: string[] = [];
  let frame = documentId === null ? undefined : frames.find((each) => each.documentId === documentId);
  while (frame && frame.frameId !== 0 && origins.length < frames.length) {
    const { origin, parentFrameId } = frame;
    origins.push(origin);
    frame = frames.find(({ frameId }) => frameId === parentFrameId);
  }
  return frame?.frameId === 0 ? [...origins, frame.origin] : null;
}
