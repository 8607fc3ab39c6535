import type { EventReporter } from '../event-reporter';
import { isObject, readerOf } from '../members';
import { apply, listen, openNotes, slice, unlisten } from '../natives';
import type { PageEnd } from '../page-end';
import { type Patch, watched } from '../patch';

const maxMessage = 500;
/** The URL of a frame can be a `data:` URL of any length. */
const maxUrl = 65_536;

/**
 * Observes uncaught errors of scripts that accessed a window of another origin, in the page's world, because
 * Chromium reports errors only to the world in which they occur.
 */
export function observeRefusedAccess(page: PageEnd, reporter: EventReporter): Patch {
  const { indexOf } = String.prototype;
  const [message, filename] = [
    readerOf(ErrorEvent.prototype, 'message'),
    readerOf(ErrorEvent.prototype, 'filename'),
  ];
  const [line, column] = [readerOf(ErrorEvent.prototype, 'lineno'), readerOf(ErrorEvent.prototype, 'colno')];
  let isListening = false;
  const look = (event: Event) => {
    if (!event.isTrusted) return;
    let text: unknown;
    try {
      text = message(event);
    } catch {
      // The event belongs to an element.
      return;
    }
    const has = (words: string) => apply(indexOf, text as string, [words]) !== -1;
    if (!has('a cross-origin frame') && !has('on cross-origin object')) return;
    reporter.report('dom-access', {
      __proto__: null,
      what: 'property',
      url: '',
      message: apply(slice, text as string, [0, maxMessage]),
      place: `at ${filename(event)}:${line(event)}:${column(event)}`,
    });
  };
  const put = () => {
    isListening = true;
    listen(window, 'error', look, true);
  };
  page.on('listen', () => isListening && put());
  return {
    put,
    putBack() {
      isListening = false;
      unlisten(window, 'error', look, true);
    },
  };
}

/**
 * Observes when the page accesses the document of a frame and gets null, in the page's world. `opened` gets a
 * same-origin frame and its window before the page gets the window: once for each document in it.
 */
export function observeFrameDocuments(
  reporter: EventReporter,
  opened: (frame: object, inner: object) => void,
): readonly Patch[] {
  const known = openNotes<true>();
  return (['HTMLIFrameElement', 'HTMLFrameElement'] as const).flatMap((name) => {
    const { prototype } = window[name];
    const [contentWindow, src] = [readerOf(prototype, 'contentWindow'), readerOf(prototype, 'src')];
    const contentDocument = readerOf(prototype, 'contentDocument');
    const on = (getter: 'contentWindow' | 'contentDocument', refused: (frame: object) => void) =>
      watched<never>(
        prototype,
        getter,
        {
          // The page may read the text of a stored function there, also in unwatched tabs.
          always: true,
          before(self) {
            const frame = self as object;
            const inner = contentWindow(frame);
            const document = contentDocument(frame);
            if (isObject(document)) {
              if (known.of(document)) return null;
              known.put(document, true);
              opened(frame, inner as object);
              // A frame without a window is not in a document.
            } else if (inner !== null && reporter.isOn) refused(frame);
            return null;
          },
        },
        'get',
      );
    return [
      on('contentWindow', () => {}),
      on('contentDocument', (frame) => {
        const url = apply(slice, src(frame), [0, maxUrl]);
        reporter.report('dom-access', { __proto__: null, what: 'content-document', url });
      }),
    ];
  });
}
