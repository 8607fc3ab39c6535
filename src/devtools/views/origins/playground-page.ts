import type { Way } from '../../../channels/ways-across';
import { parseUrl, type SerializedOrigin } from '../../../engine';

/** A page of the playground. */
export interface PlaygroundPage {
  readonly path: string;
  /** null where the page that is inspected is not the playground: its port is not known then. */
  readonly url: string | null;
}

/** Where the playground shows a way at work, seen from the origin of a page. */
export function playgroundPage(way: Way, page: SerializedOrigin): PlaygroundPage {
  const path = `/technique/${way}`;
  const isPlayground = parseUrl(page)?.hostname === 'www.a.localhost';
  return { path, url: isPlayground ? `${page}${path}` : null };
}
