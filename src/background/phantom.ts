import type { RequestEvent, StartedEvent } from '../exchange/facts/facts';
import { withoutFragment } from '../exchange/facts/facts';
import type { FrameFacts } from '../protocol/facts';

/**
 * Holds back what Chrome reports when DevTools opens, or somebody goes back to a page: a second GET of the document
 * that a frame shows, of type `other`, from the cache, or never completed, which no server sees. Should it end
 * otherwise after all, its events are given back: what came from the network was the page's.
 */
export interface PhantomFilter {
  /** The events to go on with: none while in doubt, all that were held once it proves real. */
  pass(event: RequestEvent, frames: Iterable<FrameFacts>): readonly RequestEvent[];
}

/** A filter for one tab. */
export function openPhantomFilter(): PhantomFilter {
  const held = new Map<string, RequestEvent[]>();
  return {
    pass(event, frames) {
      const before = held.get(event.requestId);
      if (!before) {
        if (event.type !== 'started' || !isSuspect(event, frames)) return [event];
        held.set(event.requestId, [event]);
        return [];
      }
      before.push(event);
      if (event.type !== 'completed' && event.type !== 'failed') return [];
      held.delete(event.requestId);
      return event.type === 'completed' && event.fromCache ? [] : before;
    },
  };
}

function isSuspect(
  { resourceType, method, frameId, url, documentId }: StartedEvent,
  frames: Iterable<FrameFacts>,
) {
  if (resourceType !== 'other' || method !== 'GET') return false;
  for (const frame of frames) {
    if (frame.frameId !== frameId) continue;
    return frame.documentId === documentId && withoutFragment(frame.url) === withoutFragment(url);
  }
  // The frames are not known yet: DevTools has only just opened.
  return frameId === 0;
}
