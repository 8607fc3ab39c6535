import type { SerializedOrigin } from '../engine';
import type { FrameFacts } from '../protocol/facts';
import type { FrameRef, PageEventFacts } from '../protocol/page-events';
import type { FrameLoad } from './frame-loads';
import type { RelayFrame } from './relays';

/** A frame at a point in time, in milliseconds. */
export type FrameAt = Pick<FrameRef, 'frameId' | 'documentId'> & { readonly atMs: number };

/** The position of frames, including removed ones, as far as the tab, its requests and its events show it. */
export interface FramePlaces {
  /** Returns the ancestors of a frame, the nearest first; empty if they are unknown. */
  around(frame: FrameAt): readonly RelayFrame[];
  /** Returns the frame's current document if it has that origin; otherwise null. */
  documentNow(frameId: number, origin: SerializedOrigin): string | null;
}

const deepest = 16;

/**
 * Opens the places of a recording's frames. Requests name the document that contains a frame; the tab lists
 * only the current documents.
 */
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
    const frameLoads = byFrame.get(load.frameId);
    if (frameLoads) frameLoads.push(load);
    else byFrame.set(load.frameId, [load]);
  }

  function parentOf({ frameId, documentId, atMs }: FrameAt): RelayFrame | null {
    const now = documentId === null ? undefined : byDocument.get(documentId);
    const parentNow = now && byId.get(now.parentFrameId);
    if (parentNow) return known(parentNow);
    const loadsHere = byFrame.get(frameId) ?? [];
    const parentId = loadsHere.findLast((load) => load.atMs <= atMs)?.parentDocumentId ?? null;
    if (parentId === null) return null;
    const parent = byDocument.get(parentId);
    if (parent) return known(parent);
    const seenParent = seen.get(parentId);
    if (seenParent) return { frameId: seenParent.frameId, documentId: parentId, origin: seenParent.origin };
    // There is no other evidence of that document: the creator of a frame requests the frame's first
    // document.
    const by = loadsHere.find(({ parentDocumentId }) => parentDocumentId === parentId)?.by ?? null;
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

  // A document never moves to another frame, so its ancestors can be cached.
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
