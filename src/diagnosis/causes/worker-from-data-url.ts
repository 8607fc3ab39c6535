import type { ExchangeFacts } from '../../protocol/facts';
import type { Cause } from '../cause';

/** A worker that was made from a `data:` URL has an opaque origin, and the page has not. */
export const workerFromDataUrl: Cause = {
  actor: 'front-end',
  covers: ['opaque-origin', 'route-without-cors'],
  match({ finding, subject, frames }) {
    const { facts } = subject;
    if (facts.origin !== 'null' || facts.kind !== 'fetch') return null;
    if (!/allow-origin-(missing|mismatch)$/.test(finding?.code ?? '')) return null;
    const isOfWorker = facts.initiator === 'dedicated-worker';
    // Chromium does not say that a worker made it, but shows the document.
    const isOfPage = (other: ExchangeFacts) =>
      other.origin !== null &&
      other.origin !== 'null' &&
      (isOfWorker ? other.initiator === 'document' : isOfSameDocument(other, facts));
    const page = frames.requestsOf(facts).find(isOfPage);
    if (!page) return null;
    const line = { kind: 'header', on: 'request', name: 'Origin' } as const;
    return {
      confidence: 'likely',
      evidence: [
        { exchange: facts.id, hop: finding?.hop ?? 0, ...line, value: 'null' },
        { exchange: page.id, hop: 0, ...line, value: page.origin },
      ],
    };
  },
};

function isOfSameDocument(a: ExchangeFacts, b: ExchangeFacts): boolean {
  return a.documentId !== null && a.documentId === b.documentId;
}
