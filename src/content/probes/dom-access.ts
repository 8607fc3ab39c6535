import { readerOf } from '../members';
import { type Patch, watched } from '../patch';
import type { Saying } from '../saying';

/** Sees where the page asks a frame for its document and gets none, in the page's world. */
export function observeFrameDocuments(saying: Saying): readonly Patch[] {
  return (['HTMLIFrameElement', 'HTMLFrameElement'] as const).map((name) => {
    const { prototype } = window[name];
    const [contentWindow, src] = [readerOf(prototype, 'contentWindow'), readerOf(prototype, 'src')];
    return watched<object>(
      prototype,
      'contentDocument',
      {
        before: (self) => (saying.isOn ? (self as object) : null),
        returned(frame, found) {
          // Without a window it is in no document.
          if (found !== null || contentWindow(frame) === null) return;
          saying.tell('dom-access', { __proto__: null, what: 'content-document', url: src(frame) as string });
        },
      },
      'get',
    );
  });
}
