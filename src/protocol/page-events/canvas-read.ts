import * as v from 'valibot';
import { described, listOf, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, maxName, maxUrl, url } from './parts';

const maxImages = 8;

const drawnImage = v.object({
  url,
  crossOrigin: described(
    v.fallback(v.nullable(v.picklist(['anonymous', 'use-credentials'])), null),
    'The `crossorigin` attribute of its element; null if it has none.',
  ),
});

/** An image or video of another origin on a canvas. */
export type DrawnImage = TypeOf<typeof drawnImage>;

/** The schema of `CanvasRefused`. */
export const canvasRefused = described(
  v.object({
    ...base.entries,
    kind: v.literal('canvas-read'),
    method: textUpTo(maxName),
    images: described(
      listOf(drawnImage, maxImages),
      'The cross-origin images that were seen being drawn: at most 8, the last first.',
    ),
    callSite: callSiteOrNull,
  }),
  'A script tried to read a tainted canvas or media element; that threw a SecurityError.',
);
export type CanvasRefused = TypeOf<typeof canvasRefused>;

/** Converts a frame's report to facts. It lists one image per line, its `crossorigin` before its URL. */
export function canvasFacts(reported: Readonly<Record<string, unknown>>): unknown {
  const { images } = reported;
  if (typeof images !== 'string') return null;
  return {
    ...reported,
    images: images
      .slice(0, maxImages * maxUrl)
      .split('\n', maxImages)
      .filter((line) => line !== '')
      .map((line) => {
        const [crossOrigin, src = ''] = line.split(' ', 2);
        return { url: src, crossOrigin };
      }),
  };
}
