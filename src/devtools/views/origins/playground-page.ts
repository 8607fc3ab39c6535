import type { Way } from '../../../channels/ways-across';
import { parseUrl, type SerializedOrigin } from '../../../engine';

/** A page of the playground. */
export interface PlaygroundPage {
  readonly path: string;
  /** null if the inspected page is not the playground, because the port is not known then. */
  readonly url: string | null;
}

/** Returns the playground page that demonstrates a way across, for a page of this origin. */
export function playgroundPage(way: Way, page: SerializedOrigin): PlaygroundPage {
  const path = `/technique/${way}`;
  const isPlayground = parseUrl(page)?.hostname === 'www.a.localhost';
  return { path, url: isPlayground ? `${page}${path}` : null };
}
