import { getHeader } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import type { CanvasRefused, DrawnImage } from '../protocol/page-events';

/** What a picture lacks so that a canvas with it could be read. */
export type ImageLack =
  | 'attribute'
  | 'attribute-and-header'
  /** Asked for with CORS, so it is not this one: or it was, and was asked for elsewhere without. */
  | 'nothing'
  /** Its request was not recorded. */
  | 'not-known';

/** A picture on a canvas, with the request that brought it. */
export interface ImageReading {
  readonly image: DrawnImage;
  readonly exchange: ExchangeFacts | null;
  readonly lacks: ImageLack;
  /**
   * Whether its answer, got without CORS, may be taken from the cache when it is asked for with CORS: it says neither
   * that everybody may read it, nor `Vary: Origin`, nor that it is not to be kept.
   */
  readonly isTrap: boolean;
}

/** What is known of a picture on a canvas, from the requests of its document. */
export function readImage(
  image: DrawnImage,
  { frame, atMs }: Pick<CanvasRefused, 'frame' | 'atMs'>,
  exchanges: readonly ExchangeFacts[],
): ImageReading {
  const asked = exchanges.filter(
    ({ hops, documentId, preflightFor, startedAtMs }) =>
      preflightFor === null &&
      documentId === frame.documentId &&
      startedAtMs <= atMs &&
      hops.some(({ url }) => url === image.url),
  );
  const exchange =
    asked.findLast((facts) => isWithCors(facts) === (image.crossOrigin !== null)) ?? asked.at(-1) ?? null;
  const headers = exchange?.hops.at(-1)?.response?.headerList ?? null;
  if (image.crossOrigin !== null) return { image, exchange, lacks: 'nothing', isTrap: false };
  if (!headers) return { image, exchange, lacks: 'not-known', isTrap: false };
  const allowed = getHeader(headers, 'Access-Control-Allow-Origin')?.trim();
  const names = (name: string, word: RegExp) => word.test(getHeader(headers, name) ?? '');
  const isAllowed = allowed === '*' || (allowed !== undefined && allowed === frame.origin);
  const isTrap =
    !isAllowed && !names('Vary', /(^|,)\s*(origin|\*)\s*(,|$)/i) && !names('Cache-Control', /no-store/i);
  return { image, exchange, lacks: isAllowed ? 'attribute' : 'attribute-and-header', isTrap };
}

/** Whether a request said its origin; one whose headers were not seen is taken not to have. */
function isWithCors({ hops }: ExchangeFacts): boolean {
  return hops.some(
    ({ requestHeaders }) => requestHeaders !== null && getHeader(requestHeaders, 'Origin') !== null,
  );
}
