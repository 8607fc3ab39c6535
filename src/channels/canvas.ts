import { getHeader } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import type { CanvasRefused, DrawnImage } from '../protocol/page-events';

/** What is missing so that a canvas with this image could be read. */
export type ImageLack =
  | 'attribute'
  | 'attribute-and-header'
  /**
   * It was requested with CORS: another image tainted the canvas, or this one was also requested without
   * CORS.
   */
  | 'nothing'
  /** Its request was not recorded. */
  | 'not-known';

/** An image on a canvas, with the request that loaded it. */
export interface ImageReading {
  readonly image: DrawnImage;
  readonly exchange: ExchangeFacts | null;
  readonly lacks: ImageLack;
  /**
   * Whether the cache may reuse its response, fetched without CORS, for a request with CORS: the response
   * does not allow the origin, and has neither `Vary: Origin` nor `Cache-Control: no-store`.
   */
  readonly isTrap: boolean;
}

/** Returns what an image on a canvas lacks, by the requests of the canvas's document. */
export function readImage(
  image: DrawnImage,
  { frame, atMs }: Pick<CanvasRefused, 'frame' | 'atMs'>,
  exchanges: readonly ExchangeFacts[],
): ImageReading {
  const requests = exchanges.filter(
    ({ hops, documentId, preflightFor, startedAtMs }) =>
      preflightFor === null &&
      documentId === frame.documentId &&
      startedAtMs <= atMs &&
      hops.some(({ url }) => url === image.url),
  );
  const exchange =
    requests.findLast((facts) => isWithCors(facts) === (image.crossOrigin !== null)) ??
    requests.at(-1) ??
    null;
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

/** Whether a request had an `Origin` header. A request whose headers were not seen counts as one without. */
function isWithCors({ hops }: ExchangeFacts): boolean {
  return hops.some(
    ({ requestHeaders }) => requestHeaders !== null && getHeader(requestHeaders, 'Origin') !== null,
  );
}
