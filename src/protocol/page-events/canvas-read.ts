import * as v from 'valibot';
import { base, callSiteOrNull, list, maxName, maxUrl, type TypeOf, text, url } from './parts';

const maxImages = 8;

const drawnImage = v.object({
  url,
  /** Its element's `crossorigin`; null for none. */
  crossOrigin: v.fallback(v.nullable(v.picklist(['anonymous', 'use-credentials'])), null),
});

/** A picture or video of another origin on a canvas. */
export type DrawnImage = TypeOf<typeof drawnImage>;

/** A canvas or player that a script may not read: the call threw a SecurityError. */
export const canvasRefused = v.object({
  ...base.entries,
  kind: v.literal('canvas-read'),
  method: text(maxName),
  /** Of other origins, as far as they were seen: at most 8, the last first. */
  images: list(drawnImage, maxImages),
  callSite: callSiteOrNull,
});
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
