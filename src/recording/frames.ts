import type { ExchangeFacts, FrameFacts } from '../protocol/facts';

/** The current frames of a tab. */
export interface Frames {
  /** The same array until something changes. */
  readonly all: readonly FrameFacts[];
  /** Replaces the list of frames with the browser's. */
  set(frames: readonly FrameFacts[]): void;
  /** Learns the origin of a document from a request that it made. */
  note(facts: ExchangeFacts): void;
}

const maxOpaqueDocuments = 10_000;

/**
 * Opens the frames of a tab. The browser's list has the origin of each document's URL, but a sandboxed
 * document has an opaque origin, which shows only in its requests. Such a frame gets the origin `null` here.
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

/**
 * Whether a document with an opaque origin made a request. Navigations do not count: they have the origin of
 * their initiator.
 */
function isOfOpaqueDocument({ origin, kind, initiator }: ExchangeFacts): boolean {
  return origin === 'null' && kind !== 'document' && kind !== 'frame' && initiator === 'document';
}
