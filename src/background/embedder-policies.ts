import { embedderPolicyOf, type HeaderList, isPotentiallyTrustworthy } from '../engine';
import { withoutFragment } from '../exchange/facts/facts';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';

/** No event reports that a frame was removed, so the oldest ones are forgotten. */
const maxFrames = 2_000;

type Policy = ExchangeFacts['embedderPolicy'];

/** The embedder policies of a tab's documents. */
export interface EmbedderPolicies {
  /** The headers of a frame's document arrived. */
  note(frameId: number, url: string, headerList: HeaderList): void;
  /**
   * Returns the policy of a document; about: documents have that of the document around them. null if its headers
   * were not seen.
   */
  of(documentId: string | null, frames: readonly FrameFacts[]): Policy;
}

/** Opens the policies of a tab, without any document. */
export function openEmbedderPolicies(): EmbedderPolicies {
  const byFrame = new Map<number, { readonly url: string; readonly policy: Policy }>();
  return {
    note(frameId, url, headerList) {
      const { value } = embedderPolicyOf({ status: 200, headerList }, isPotentiallyTrustworthy(url));
      byFrame.delete(frameId);
      byFrame.set(frameId, { url: withoutFragment(url), policy: value });
      const [oldest = 0] = byFrame.keys();
      if (byFrame.size > maxFrames) byFrame.delete(oldest);
    },
    of(documentId, frames) {
      if (documentId === null) return null;
      let frame = frames.find((each) => each.documentId === documentId);
      for (let depth = 0; frame?.url.startsWith('about:') && depth < frames.length; depth++) {
        const { parentFrameId } = frame;
        frame = frames.find(({ frameId }) => frameId === parentFrameId);
      }
      const noted = frame && byFrame.get(frame.frameId);
      return noted && noted.url === withoutFragment(frame?.url ?? '') ? noted.policy : null;
    },
  };
}
