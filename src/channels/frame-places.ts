import type { SerializedOrigin } from '../engine';
import type { FrameFacts } from '../protocol/facts';
import type { FrameRef, PageEventFacts } from '../protocol/page-events';
import type { FrameLoad } from './frame-loads';
import type { RelayFrame } from './relays';

/** A frame at a moment. */
export type FrameAt = Pick<FrameRef, 'frameId' | 'documentId'> & { readonly atMs: number };

/** Where frames stood, also those that are gone: as far as the tab, its requests and its events tell. */
export interface FramePlaces {
  /** The frames around one, the nearest first; empty where they are not known. */
  around(frame: FrameAt): readonly RelayFrame[];
  /** The document of that origin that is in the frame now; null if there is none. */
  documentNow(frameId: number, origin: SerializedOrigin): string | null;
}

const deepest = 16;

/** What can be told of frames. Requests name the document that a frame stands in; the tab names those of now. */
export function openFramePlaces(
  frames: readonly FrameFacts[],
  loads: readonly FrameLoad[],
  events: readonly PageEventFacts[],
): FramePlaces {
  const byId = new Map(frames.map((frame) => [frame.frameId, frame]));
  const byDocument = new Map(frames.map((frame) => [frame.documentId, frame]));
  const seen = new Map<string, { readonly frameId: number; readonly origin: SerializedOrigin }>();
  for (const { frame, openedTabId } of events) {
    const { documentId, frameId, origin } = frame;
    if (documentId !== null && origin !== null && openedTabId === null) {
      seen.set(documentId, { frameId, origin });
    }
  }
  const byFrame = new Map<number, FrameLoad[]>();
  for (const load of loads) {
    const own = byFrame.get(load.frameId);
    if (own) own.push(load);
    else byFrame.set(load.frameId, [load]);
  }

  function parentOf({ frameId, documentId, atMs }: FrameAt): RelayFrame | null {
    const now = documentId === null ? undefined : byDocument.get(documentId);
    const parentNow = now && byId.get(now.parentFrameId);
    if (parentNow) return known(parentNow);
    const own = byFrame.get(frameId) ?? [];
    const parentId = own.findLast((load) => load.atMs <= atMs)?.parentDocumentId ?? null;
    if (parentId === null) return null;
    const parent = byDocument.get(parentId);
    if (parent) return known(parent);
    const told = seen.get(parentId);
    if (told) return { frameId: told.frameId, documentId: parentId, origin: told.origin };
    // Nothing else tells of that document: who makes a frame asks for its first one.
    const by = own.find(({ parentDocumentId }) => parentDocumentId === parentId)?.by ?? null;
    return by === null ? null : { frameId: null, documentId: parentId, origin: by };
  }

  function allAround({ atMs, ...frame }: FrameAt): readonly RelayFrame[] {
    const found: RelayFrame[] = [];
    let at: FrameAt = { ...frame, atMs };
    for (let parent = parentOf(at); parent && found.length < deepest; parent = parentOf(at)) {
      found.push(parent);
      if (parent.frameId === null) break;
      at = { frameId: parent.frameId, documentId: parent.documentId, atMs };
    }
    return found;
  }

  // A document stays where it is.
  const ofDocuments = new Map<string, readonly RelayFrame[]>();
  return {
    around(frame) {
      const { documentId } = frame;
      if (documentId === null) return allAround(frame);
      const found = ofDocuments.get(documentId) ?? allAround(frame);
      ofDocuments.set(documentId, found);
      return found;
    },
    documentNow(frameId, origin) {
      const frame = byId.get(frameId);
      return frame?.origin === origin ? frame.documentId : null;
    },
  };
}

function known({ frameId, documentId, origin }: FrameFacts): RelayFrame {
  return { frameId, documentId, origin };
}
