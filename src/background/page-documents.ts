import type { Place } from '../protocol/content';
import type { FrameRef } from '../protocol/page-events';

/** How many frames of a tab are kept: no event reports that a frame was removed. */
const maxFrames = 2_000;

/** The documents whose scripts have sent a message, by tab and frame. */
export interface PageDocuments {
  /** A document began in a frame. In the top frame it replaces all others, unless it came back. */
  begin(tabId: number, document: FrameRef, cameBack: boolean): void;
  of(tabId: number): ReadonlyMap<number, FrameRef>;
  at(place: Place): FrameRef | undefined;
  tabIds(): Iterable<number>;
  forget(tabId: number): void;
  clear(): void;
}

/** No documents yet. */
export function openPageDocuments(): PageDocuments {
  const tabs = new Map<number, Map<number, FrameRef>>();
  const none: ReadonlyMap<number, FrameRef> = new Map();
  return {
    begin(tabId, document, cameBack) {
      const { frameId } = document;
      // The frames of a page that came back may have sent messages already.
      if (frameId === 0 && !cameBack) tabs.delete(tabId);
      const frames = tabs.get(tabId) ?? new Map<number, FrameRef>();
      tabs.set(tabId, frames.set(frameId, document));
      const [oldest = 0] = frames.keys();
      if (frames.size > maxFrames) frames.delete(oldest);
    },
    of: (tabId) => tabs.get(tabId) ?? none,
    at: ({ tabId, frameId }) => tabs.get(tabId)?.get(frameId),
    tabIds: () => tabs.keys(),
    forget: (tabId) => void tabs.delete(tabId),
    clear: () => tabs.clear(),
  };
}
