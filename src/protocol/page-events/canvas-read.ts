import * as v from 'valibot';
import { described, listOf, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, maxName, maxUrl, url } from './parts';

const maxImages = 8;

const drawnImage = v.object({
  url,
  crossOrigin: described(
    v.fallback(v.nullable(v.picklist(['anonymous', 'use-credentials'])), null),
    "Its element's `crossorigin`; null for none.",
  ),
});

/** A picture or video of another origin on a canvas. */
export type DrawnImage = TypeOf<typeof drawnImage>;

/** The schema of `CanvasRefused`. */
export const canvasRefused = described(
  v.object({
    ...base.entries,
    kind: v.literal('canvas-read'),
    method: textUpTo(maxName),
    images: described(
      listOf(drawnImage, maxImages),
      'Of other origins, as far as they were seen: at most 8, the last first.',
    ),
    callSite: callSiteOrNull,
  }),
  'A canvas or player that a script may not read: the call threw a SecurityError.',
);
export type CanvasRefused = TypeOf<typeof canvasRefused>;

/** The facts of what a frame tells: images one a line, each with its `crossorigin` before its URL. */
export function canvasFacts(told: Readonly<Record<string, unknown>>): unknown {
  const { images } = told;
  if (typeof images !== 'string') return null;
  return {
    ...told,
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
