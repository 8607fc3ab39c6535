import type { Runtime } from 'webextension-polyfill';
import { originOf } from '../engine';
import { originOfSender } from '../platform/own-page';
import type { FrameRef } from '../protocol/page-events';

/** Identifies the document that sent a message, using only what the browser reports about the sender. */
export interface Senders {
  /** null if the sender is not a frame of a tab. */
  frameOf(sender: Runtime.MessageSender): FrameRef | null;
  clear(): void;
}

const maxContexts = 10_000;

/** No senders yet. */
export function openSenders(): Senders {
  /**
   * Firefox: the first report on each context. Later ones name the document that the frame shows by then, so the
   * last message of a document would be attributed to the next one (measured).
   */
  const first = new Map<number, FrameRef>();
  return {
    frameOf(sender) {
      const { tab, frameId, url = '' } = sender;
      const { contextId, documentId = null } = sender as {
        readonly contextId?: number;
        readonly documentId?: string;
      };
      if (tab?.id === undefined || frameId === undefined) return null;
      const known = contextId === undefined ? undefined : first.get(contextId);
      if (known) return known;
      const origin = originOfSender(sender);
      const isOther = origin !== 'null' && /^https?:/.test(url) && originOf(url) !== origin;
      // Firefox's URL is always the sending document's. If the origin does not match it, the rest is not its own either.
      const frame: FrameRef = isOther
        ? { frameId, documentId: null, origin: 'null' }
        : { frameId, documentId, origin };
      if (contextId === undefined) return frame;
      first.set(contextId, frame);
      const [oldest] = first.keys();
      if (first.size > maxContexts && oldest !== undefined) first.delete(oldest);
      return frame;
    },
    clear: () => first.clear(),
  };
}
