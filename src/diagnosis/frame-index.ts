import type { ExchangeFacts } from '../protocol/facts';
import type { PageEventFacts, PageEventKind } from '../protocol/page-events';

/** A recording by frame, and its page events by kind. */
export interface FrameIndex {
  /** Returns the exchange that loaded the document of a frame at a time; null if it was not recorded. */
  documentOf(tabId: number, frameId: number, atMs: number): ExchangeFacts | null;
  /** Returns the other requests of a frame, in order of start. */
  requestsOf(facts: ExchangeFacts): readonly ExchangeFacts[];
  eventsOf<Kind extends PageEventKind>(kind: Kind): readonly Extract<PageEventFacts, { kind: Kind }>[];
}

/** Opens the index; it is built when it is used first. */
export function openFrameIndex(
  exchanges: readonly ExchangeFacts[],
  pageEvents: readonly PageEventFacts[],
): FrameIndex {
  const keyOf = (tabId: number, frameId: number) => `${tabId} ${frameId}`;
  let loads: ReadonlyMap<string, readonly ExchangeFacts[]> | null = null;
  let requests: ReadonlyMap<string, readonly ExchangeFacts[]> | null = null;
  let events: ReadonlyMap<string, readonly PageEventFacts[]> | null = null;
  const ofFrame = ({ tabId, frameId }: ExchangeFacts) => keyOf(tabId, frameId);
  return {
    documentOf(tabId, frameId, atMs) {
      loads ??= grouped(exchanges.filter(isLoad), ofFrame);
      const ofOne = loads.get(keyOf(tabId, frameId)) ?? [];
      return ofOne.findLast(({ startedAtMs }) => startedAtMs <= atMs) ?? null;
    },
    requestsOf(facts) {
      requests ??= grouped(
        exchanges.filter((other) => !isLoad(other)),
        ofFrame,
      );
      return (requests.get(ofFrame(facts)) ?? []).filter(({ id }) => id !== facts.id);
    },
    eventsOf<Kind extends PageEventKind>(kind: Kind) {
      events ??= grouped(pageEvents, (event) => event.kind);
      return (events.get(kind) ?? []) as readonly Extract<PageEventFacts, { kind: Kind }>[];
    },
  };
}

function isLoad({ kind, end }: ExchangeFacts): boolean {
  return (kind === 'document' || kind === 'frame') && end?.how === 'completed';
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
