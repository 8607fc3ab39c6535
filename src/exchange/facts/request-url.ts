import { parseUrl } from '../../engine';

/** Returns a URL without its fragment, which is never sent to a server. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}

/**
 * Returns a URL without its fragment and without a name and password. A page can give these to `open()`, and
 * browsers leave them out of some URLs, such as those of preflights in Chrome.
 */
export function bareUrl(url: string): string {
  return withoutFragment(url).replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?@]*@/i, '$1');
}

/** Whether a browser can send a request to this URL. */
export function isHttpUrl(url: string): boolean {
  return /^(https?|wss?):$/.test(parseUrl(url)?.protocol ?? '');
}

/** Whether a request other than that of a WebSocket can follow a redirect to this URL. */
export function isFollowed(url: string): boolean {
  return isHttpUrl(url) && !/^ws/i.test(url);
}
