import type { Way } from '../../../channels/ways-across';
import { parseUrl, type SerializedOrigin } from '../../../engine';

/** A page of the playground. */
export interface PlaygroundPage {
  readonly path: string;
  /** null where the page that is inspected is not the playground: its port is not known then. */
  readonly url: string | null;
}

const shown: ReadonlySet<Way> = new Set<Way>(['post-message', 'location-hash', 'window-name']);

/** Where the playground shows a way at work, seen from the origin of a page; null if it does not. */
export function playgroundPage(way: Way, page: SerializedOrigin): PlaygroundPage | null {
  if (!shown.has(way)) return null;
  const path = `/technique/${way}`;
  const isPlayground = parseUrl(page)?.hostname === 'www.a.localhost';
  return { path, url: isPlayground ? `${page}${path}` : null };
}
