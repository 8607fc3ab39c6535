import { type EventReporter, openExceptionNames } from '../event-reporter';
import { isObject, type Reader, readerOf, tryReader } from '../members';
import { apply, getOwnPropertyDescriptor, openNotes, slice } from '../natives';
import { type Patch, watched } from '../patch';

/** A cross-origin resource drawn on a canvas, and those drawn before it. */
interface Drawn {
  readonly __proto__: null;
  readonly url: string;
  /** The `crossorigin` attribute of the element; empty if it has none. */
  readonly mode: string;
  readonly length: number;
  readonly before: Drawn | null;
}

const mostDrawn = 8;
const maxUrl = 4_000;

/**
 * Observes reads of a tainted canvas or media element, in the page's world, and the cross-origin resources in
 * it.
 */
export function observeCanvases(reporter: EventReporter): readonly Patch[] {
  const canvases = openNotes<Drawn>();
  const nameOf = openExceptionNames();
  const { origin } = location;
  const reader = (prototype: object, name: string) => tryReader(readerOf(prototype, name));
  const [image, media] = [HTMLImageElement.prototype, HTMLMediaElement.prototype];
  const urls: readonly Reader[] = [reader(image, 'currentSrc'), reader(media, 'currentSrc')];
  const modes: readonly Reader[] = [reader(image, 'crossOrigin'), reader(media, 'crossOrigin')];

  const add = (before: Drawn | null, url: string, mode: string): Drawn | null => {
    const length = before ? before.length + 1 : 1;
    if (length > mostDrawn) return before;
    for (let earlier = before; earlier; earlier = earlier.before)
      if (earlier.url === url && earlier.mode === mode) return before;
    return { __proto__: null, url, mode, length, before };
  };
  /** Adds the cross-origin resources of a source to those drawn before. */
  const drawn = (source: unknown, before: Drawn | null): Drawn | null => {
    if (!isObject(source)) return before;
    for (let index = 0; index < urls.length; index++) {
      const url = urls[index]?.(source);
      if (typeof url !== 'string') continue;
      const start = (length: number) => apply(slice, url, [0, length]);
      if (start(4) !== 'http' || start(origin.length + 1) === `${origin}/`) return before;
      const mode = modes[index]?.(source);
      return add(before, start(maxUrl), typeof mode === 'string' ? mode : '');
    }
    let drawings = before;
    // A canvas passes on everything that was drawn on it.
    for (let copied = canvases.of(source) ?? null; copied; copied = copied.before)
      drawings = add(drawings, copied.url, copied.mode);
    return drawings;
  };
  const tell = (method: string, last: Drawn | null) => {
    let images = '';
    for (let drawing = last; drawing; drawing = drawing.before) images += `${drawing.mode} ${drawing.url}\n`;
    reporter.report('canvas-read', { __proto__: null, method, images });
  };

  const draws = (prototype: object | undefined, name: string) => {
    const canvasOf = prototype && reader(prototype, 'canvas');
    return prototype && canvasOf
      ? watched<never>(prototype, name, {
          before(self, args) {
            const canvas = reporter.isOn && isObject(self) ? canvasOf(self) : null;
            if (!isObject(canvas)) return null;
            const before = canvases.of(canvas) ?? null;
            const after = drawn(args[0], before);
            if (after && after !== before) canvases.put(canvas, after);
            return null;
          },
        })
      : null;
  };
  const reads = (prototype: object | undefined, name: string, canvasOf: Reader) => {
    const read: unknown = prototype && getOwnPropertyDescriptor(prototype, name)?.value;
    return prototype && typeof read === 'function'
      ? watched<never>(prototype, name, {
          before(self, args) {
            const canvas = reporter.isOn && isObject(self) ? canvasOf(self) : null;
            const last = isObject(canvas) ? (canvases.of(canvas) ?? drawn(canvas, null)) : null;
            // Only a canvas with cross-origin content can throw, and it throws at once, so the read is tried
            // in advance.
            if (last === null) return null;
            try {
              apply(read, self, args);
            } catch (error) {
              if (nameOf(error) === 'SecurityError') tell(name, last);
            }
            return null;
          },
        })
      : null;
  };

  const flat = CanvasRenderingContext2D.prototype;
  const off = window.OffscreenCanvasRenderingContext2D?.prototype;
  const canvas = HTMLCanvasElement.prototype;
  const itself: Reader = (object) => object;
  return [
    draws(flat, 'drawImage'),
    draws(flat, 'createPattern'),
    draws(off, 'drawImage'),
    draws(off, 'createPattern'),
    reads(flat, 'getImageData', reader(flat, 'canvas')),
    reads(off, 'getImageData', off ? reader(off, 'canvas') : itself),
    reads(canvas, 'toDataURL', itself),
    reads(canvas, 'toBlob', itself),
    reads(canvas, 'captureStream', itself),
    reads(media, 'captureStream', itself),
  ].filter((patch) => patch !== null);
}
