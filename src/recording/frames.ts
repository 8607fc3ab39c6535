import type { ExchangeFacts, FrameFacts } from '../protocol/facts';

/** The frames of a tab as they are now. */
export interface Frames {
  /** The same array until something changes. */
  readonly all: readonly FrameFacts[];
  /** Takes over the browser's list of frames. */
  set(frames: readonly FrameFacts[]): void;
  /** Notes what a request shows about the origin of the document that made it. */
  note(facts: ExchangeFacts): void;
}

const maxOpaqueDocuments = 10_000;

/**
 * Opens the frames of a tab. The browser's list has the origin of a document's URL; a sandboxed document has an
 * opaque origin all the same, which its own requests show. Such a frame has the origin `null` here.
 */
export function openFrames(): Frames {
  let listed: readonly FrameFacts[] = [];
  let all: readonly FrameFacts[] | null = listed;
  const opaque = new Set<string>();

  return {
    get all() {
      all ??= listed.map((frame) =>
        opaque.has(frame.documentId ?? '') ? { ...frame, origin: 'null' } : frame,
      );
      return all;
    },
    set(frames) {
      listed = frames;
      all = null;
    },
    note(facts) {
      const { documentId } = facts;
      if (documentId === null || opaque.has(documentId) || !isOfOpaqueDocument(facts)) return;
      if (opaque.size >= maxOpaqueDocuments) opaque.clear();
      opaque.add(documentId);
      all = null;
    },
  };
}

/** Whether a request was made by a document with an opaque origin. A navigation has the origin of its initiator. */
function isOfOpaqueDocument({ origin, type, initiator }: ExchangeFacts): boolean {
  return origin === 'null' && type !== 'main_frame' && type !== 'sub_frame' && initiator === 'document';
}
