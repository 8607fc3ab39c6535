import { originOf } from '../../engine';
import type { CanvasRefused } from '../../protocol/page-events';
import { type ImageLack, readImage } from '../canvas';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from '../reading';
import type { CanvasDerived } from '../schema/derived';
import { type Kind, text, textRow, words } from './kind';
import { redactCallSite } from './replaced';
import { onOneLine, short } from './short-text';

/** Every rule of a blocked canvas read, with its risk. */
const canvasRules = {
  'canvas-tainted': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a blocked canvas read. */
type CanvasRule = keyof typeof canvasRules;

/**
 * Interprets a blocked read of a tainted canvas.
 *
 * @see https://html.spec.whatwg.org/#concept-canvas-origin-clean
 */
function readCanvasRefused(event: CanvasRefused, relationOf: RelationOf): Reading<CanvasRule> {
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

/** The texts that this kind needs. */
export interface CanvasReadWords {
  readonly detail: {
    readonly method: string;
    readonly images: string;
    readonly lacks: Readonly<Record<ImageLack, string>>;
    readonly trap: string;
  };
}

/** The kind of a blocked read of a tainted canvas or media element. */
export const canvasRead: Kind<CanvasRefused, CanvasRule, CanvasDerived, CanvasReadWords> = {
  rules: canvasRules,
  isOnMap: false,
  read: readCanvasRefused,
  otherOrigin: () => null,
  searchTexts: ({ method, images }) => [method, ...images.map(({ url }) => url)],
  size: ({ count }) => count,
  line: ({ method, images }) =>
    onOneLine([`${method}()`, ...images.slice(0, 1).map(({ url }) => short(url))]),
  derive: (event, { exchanges }) => ({
    images: event.images.map((image) => {
      const { exchange, lacks, isTrap } = readImage(image, event, exchanges);
      return { exchange: exchange?.id ?? null, lacks, isTrap };
    }),
  }),
  rows: ({ method, images }, derived, { detail }) => [
    textRow(detail.method, `${method}()`),
    ...images.map(({ url }, index) => {
      const { lacks = 'not-known', isTrap = false } = derived.images[index] ?? {};
      return {
        label: detail.images,
        parts: [
          text(url),
          { type: 'line', parts: [words(detail.lacks[lacks])] } as const,
          ...(isTrap ? [{ type: 'aside', parts: [words(detail.trap)] } as const] : []),
        ],
      };
    }),
  ],
  brief: ({ method, images }) => [text(`${method}()`), ...images.map(({ url }) => text(url))],
  redact: ({ kind, method, images, callSite }, rules) => ({
    kind,
    method: rules.name(method),
    images: images.map(({ url, crossOrigin }) => ({ url: rules.url(url), crossOrigin })),
    callSite: redactCallSite(callSite, rules),
  }),
};
