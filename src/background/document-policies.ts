import { type BrowserName, embedderPolicyOf, type HeaderList, isPotentiallyTrustworthy } from '../engine';
import { documentPoliciesOf, inheritsPolicies } from '../exchange/facts/document-policies';
import { withoutFragment } from '../exchange/facts/request-url';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';

/** No event reports that a frame was removed, so the oldest ones are forgotten. */
const maxFrames = 2_000;

/** The policies of a document, as its headers have them. */
type Policies = Pick<ExchangeFacts, 'embedderPolicy' | 'documentPolicies'>;

/** The policies of a tab's documents. */
export interface PoliciesOfDocuments {
  /** The headers of a frame's document arrived. */
  note(frameId: number, url: string, headerList: HeaderList): void;
  /**
   * Returns the policies of a document; about: documents have those of the document around them. null if its headers
   * were not seen.
   */
  of(documentId: string | null, frames: readonly FrameFacts[]): Policies | null;
}

/** Opens the policies of a tab, without any document. */
export function openDocumentPolicies(browser: BrowserName): PoliciesOfDocuments {
  const byFrame = new Map<number, { readonly url: string; readonly policies: Policies }>();
  return {
    note(frameId, url, headerList) {
      const { value } = embedderPolicyOf({ status: 200, headerList }, isPotentiallyTrustworthy(url));
      const policies = {
        embedderPolicy: value,
        documentPolicies: documentPoliciesOf(browser, url, headerList),
      };
      byFrame.delete(frameId);
      byFrame.set(frameId, { url: withoutFragment(url), policies });
      const [oldest = 0] = byFrame.keys();
      if (byFrame.size > maxFrames) byFrame.delete(oldest);
    },
    of(documentId, frames) {
      if (documentId === null) return null;
      let frame = frames.find((each) => each.documentId === documentId);
      for (let depth = 0; frame && inheritsPolicies(frame.url) && depth < frames.length; depth++) {
        const { parentFrameId } = frame;
        frame = frames.find(({ frameId }) => frameId === parentFrameId);
      }
      const noted = frame && byFrame.get(frame.frameId);
      return noted && noted.url === withoutFragment(frame?.url ?? '') ? noted.policies : null;
    },
  };
}
