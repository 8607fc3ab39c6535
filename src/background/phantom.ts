import type { RequestEvent, StartedEvent } from '../exchange/facts/facts';
import { withoutFragment } from '../exchange/facts/request-url';
import type { FrameFacts } from '../protocol/facts';

/**
 * Holds back a request that Chrome reports when DevTools opens, or when the user goes back to a page: a second GET
 * of the document that a frame shows, of type `other`, which comes from the cache or never completes, so that no
 * server sees it. If it ends in another way, it was the page's own, and its events are returned.
 */
export interface PhantomFilter {
  /**
   * Returns the events to go on with: none while in doubt; all that were held when the request turns out to be
   * real.
   */
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
  // The frames are not known yet, because DevTools has just opened.
  return frameId === 0;
}
