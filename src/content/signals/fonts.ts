import { sayEnd } from './elements';
import { fontUrls } from './font-urls';
import { listening } from './listening';
import type { Say, Signals } from './signals';

const maxFaces = 100;

/**
 * Reports each font of a style sheet that has loaded or failed to load, if its URL is known from its rule.
 */
export function observeFonts(say: Say): Signals {
  const { fonts } = document;
  let last = 0;

  const tell = (how: 'load' | 'error') => (event: Event) => {
    if (!event.isTrusted) return;
    for (const face of [...(event as FontFaceSetLoadEvent).fontfaces].slice(0, maxFaces)) {
      const urls = fontUrls(face, document.styleSheets);
      // If a rule has several URLs, the one that loaded is unknown; if the font failed, all of them failed.
      if (how === 'load' && urls.length > 1) continue;
      for (const url of urls) {
        const element = { name: 'font', crossOrigin: null, isModule: false } as const;
        sayEnd(say, `font-${++last}`, { url, integrity: null, element, how });
      }
    }
  };
  return listening([fonts, 'loadingdone', tell('load')], [fonts, 'loadingerror', tell('error')]);
}
