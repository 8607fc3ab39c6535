import type { Place, UnparsedEvent } from '../protocol/content';
import type { FrameRef, RelayedPageEvent } from '../protocol/page-events';
import { parseNameState, parsePlace } from '../protocol/parse-from-content';
import type { NameMemory } from './name-memory';
import type { OpenedTabs } from './opened-tabs';
import type { PageDocuments } from './page-documents';

const maxAheadMs = 1_000;

/** What is known of pages besides the event itself. */
export interface RelayContext {
  readonly documents: Pick<PageDocuments, 'at'>;
  readonly opened: Pick<OpenedTabs, 'openerOf' | 'openedBy'>;
  readonly names: NameMemory;
}

/** Turns a page event as its frame reports it into one for watchers. */
export type RelayPageEvent = (event: UnparsedEvent, frame: FrameRef, tabId: number) => RelayedPageEvent;

/** Gives each event an id, its frame, and what only the background knows of its sender or its name. */
export function openPageEventRelay({ documents, opened, names }: RelayContext): RelayPageEvent {
  // Another background may have given ids before this one.
  const firstId = `${Date.now().toString(36)}-`;
  let lastId = 0;

  /** The sender of a message. What the receiving frame reports of it must agree with what the sending frame did. */
  function sender(place: Place | null, origin: string, tabId: number) {
    const related = [tabId, ...opened.openerOf(tabId), ...opened.openedBy(tabId)];
    if (!place || !related.includes(place.tabId)) return { from: null, fromTabId: null };
    const document = documents.at(place);
    // A frame that shows a document of another origin by now is still the sending window.
    const documentId = document?.origin === origin ? document.documentId : null;
    const from: FrameRef = { frameId: place.frameId, documentId, origin };
    return { from, fromTabId: place.tabId === tabId ? null : place.tabId };
  }

  return (event, frame, tabId) => {
    const relayed = {
      ...event,
      id: `${firstId}${++lastId}`,
      frame,
      openedTabId: null,
      atMs: Math.min(event.atMs, Date.now() + maxAheadMs),
    };
    const words: Readonly<Record<string, unknown>> = { ...event };
    if (event.kind === 'window-name') {
      const state = parseNameState(words.state);
      const isFound = state !== null && words.action === 'survived';
      const before = isFound ? names.before(tabId, frame, state) : null;
      if (state) names.note(tabId, frame, state);
      return Object.assign(relayed, { before });
    }
    if (event.kind !== 'post-message') return relayed;
    return Object.assign(relayed, sender(parsePlace(words.from), String(words.senderOrigin), tabId));
  };
}
