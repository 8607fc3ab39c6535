import { getHeader, originOf } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import type { CanvasRefused, DrawnImage } from '../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from './reading';

/** Every rule that a refused reading of a canvas can fall under, with the risk that goes with it. */
export const canvasRules = {
  'canvas-tainted': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a refused reading of a canvas falls. */
export type CanvasRule = keyof typeof canvasRules;

/**
 * What is made of a canvas that may not be read.
 *
 * @see https://html.spec.whatwg.org/#concept-canvas-origin-clean
 */
export function readCanvasRefused(event: CanvasRefused, relationOf: RelationOf): Reading<CanvasRule> {
  const { images, frame, callSite, count } = event;
  const origins = new Set(images.map(({ url }) => originOf(url)));
  const [origin = null] = origins.size === 1 ? origins : [];
  return {
    from: unknown('server', origin),
    to: own(event),
    relation: relationBetween(origin, frame.origin, relationOf),
    rule: 'canvas-tainted',
    risk: null,
    unseen: [
      ...(images.length === 0 ? (['drawn'] as const) : []),
      ...(count > 1 ? (['counted'] as const) : callSite === null ? (['call-site'] as const) : []),
    ],
  };
}

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
  const headers = exchange?.hops.at(-1)?.responseHeaders ?? null;
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
