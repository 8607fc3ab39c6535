import type { ExchangeFacts } from '../protocol/facts';
import type { ReportFrame } from './model';
import type { ReportSource } from './report';

/** The frames, with opaque origins where a document's own requests showed that it has one. */
export function toFrames({
  page,
  exchanges,
}: Pick<ReportSource, 'page' | 'exchanges'>): readonly ReportFrame[] {
  const opaque = new Set(
    exchanges
      .map(({ facts }) => facts)
      .filter(isOfOpaqueDocument)
      .map(({ documentId }) => documentId),
  );
  const documents = new Map(page.frames.map(({ frameId, documentId }) => [frameId, documentId]));
  return page.frames.map(({ frameId, parentFrameId, documentId, url, origin }) => ({
    frameId,
    documentId,
    parent: documents.get(parentFrameId) ?? null,
    url,
    origin: documentId !== null && opaque.has(documentId) ? 'null' : origin,
  }));
}

function isOfOpaqueDocument({ origin, type, initiator, documentId }: ExchangeFacts): boolean {
  const isNavigation = type === 'main_frame' || type === 'sub_frame';
  return documentId !== null && origin === 'null' && !isNavigation && initiator === 'document';
}
