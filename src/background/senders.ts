import type { Runtime } from 'webextension-polyfill';
import { originOf } from '../engine';
import { originOfSender } from '../platform/own-page';
import type { FrameRef } from '../protocol/page-events';

/** Knows which document a message of a content script comes from, by what the browser says of the sender alone. */
export interface Senders {
  /** null if it is no frame of a tab. */
  frameOf(sender: Runtime.MessageSender): FrameRef | null;
  clear(): void;
}

const maxContexts = 10_000;

/** No senders yet. */
export function openSenders(): Senders {
  /**
   * Firefox: what it said of each context first. Later it names the document that the frame shows by then: what a
   * document says as it is left would be the next one's (measured).
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
      // Firefox's URL is that of the document that speaks. Where the origin is not its own, neither is the rest.
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
