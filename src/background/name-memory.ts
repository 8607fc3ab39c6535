import type { SerializedOrigin } from '../engine';
import type { NameState } from '../protocol/content';
import type { WindowName } from '../protocol/page-events';

interface Left extends NameState {
  readonly documentId: string | null;
  readonly origin: SerializedOrigin;
}

/** What the documents of frames have left in `window.name`. */
export interface NameMemory {
  note(frame: string, left: Left): void;
  /** What the document before that one left there; null if it was not seen. */
  before(frame: string, documentId: string | null, state: NameState): WindowName['before'];
}

const maxFrames = 10_000;

/** Remembers the last two documents of each frame. */
export function openNameMemory(): NameMemory {
  const byFrame = new Map<string, readonly Left[]>();
  return {
    note(frame, left) {
      const others = (byFrame.get(frame) ?? []).filter(({ documentId }) => documentId !== left.documentId);
      byFrame.delete(frame);
      byFrame.set(frame, [...others, left].slice(-2));
      const [oldest] = byFrame.keys();
      if (byFrame.size > maxFrames && oldest !== undefined) byFrame.delete(oldest);
    },
    before(frame, documentId, { length, hash }) {
      const left = byFrame.get(frame)?.findLast((each) => each.documentId !== documentId);
      if (!left) return null;
      return { origin: left.origin, hadSameValue: left.length === length && left.hash === hash };
    },
  };
}
