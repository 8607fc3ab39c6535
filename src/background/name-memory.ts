import type { SerializedOrigin } from '../engine';
import type { NameState } from '../protocol/content';
import type { FrameRef, WindowName } from '../protocol/page-events';

interface Left extends NameState {
  readonly documentId: string | null;
  readonly origin: SerializedOrigin;
}

/** What the documents of frames have left in `window.name`. */
export interface NameMemory {
  /** A document of that frame has this name now. */
  note(tabId: number, frame: FrameRef, state: NameState): void;
  /** What the document before that one left there; null if it was not seen. */
  before(tabId: number, frame: FrameRef, state: NameState): WindowName['before'];
}

const maxFrames = 10_000;

/** Remembers the last two documents of each frame. */
export function openNameMemory(): NameMemory {
  const byFrame = new Map<string, readonly Left[]>();
  const keyOf = (tabId: number, { frameId }: FrameRef) => `${tabId}/${frameId}`;
  return {
    note(tabId, frame, { length, hash }) {
      const key = keyOf(tabId, frame);
      const { documentId, origin } = frame;
      const others = (byFrame.get(key) ?? []).filter((left) => left.documentId !== documentId);
      byFrame.delete(key);
      byFrame.set(key, [...others, { documentId, origin: origin ?? 'null', length, hash }].slice(-2));
      const [oldest] = byFrame.keys();
      if (byFrame.size > maxFrames && oldest !== undefined) byFrame.delete(oldest);
    },
    before(tabId, frame, { length, hash }) {
      const documents = byFrame.get(keyOf(tabId, frame));
      const left = documents?.findLast(({ documentId }) => documentId !== frame.documentId);
      if (!left) return null;
      return { origin: left.origin, hadSameValue: left.length === length && left.hash === hash };
    },
  };
}
