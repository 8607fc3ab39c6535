import { elementCall } from './elements';
import { fontUrls } from './font-urls';
import type { Say, Signals } from './signals';

const maxFaces = 100;

/** Says of each font of a style sheet that it has loaded, or failed to, where its rule tells its URL. */
export function observeFonts(say: Say): Signals {
  const { fonts } = document;
  let last = 0;

  const tell = (how: 'load' | 'error') => (event: Event) => {
    if (!event.isTrusted) return;
    const atMs = Date.now();
    for (const face of [...(event as FontFaceSetLoadEvent).fontfaces].slice(0, maxFaces)) {
      const urls = fontUrls(face, document.styleSheets);
      // Which of several it was loaded from, nothing says; if it failed, they all did.
      if (how === 'load' && urls.length > 1) continue;
      for (const url of urls) {
        const id = `font-${++last}`;
        const element = { name: 'font', crossOrigin: null, isModule: false } as const;
        say({ ...elementCall, id, atMs, url, integrity: null, element });
        say({ type: 'ended', call: id, atMs, how });
      }
    }
  };
  const [onDone, onError] = [tell('load'), tell('error')];
  return {
    listen() {
      fonts?.addEventListener('loadingdone', onDone);
      fonts?.addEventListener('loadingerror', onError);
    },
    stop() {
      fonts?.removeEventListener('loadingdone', onDone);
      fonts?.removeEventListener('loadingerror', onError);
    },
  };
}
