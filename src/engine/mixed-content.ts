import type { SerializedOrigin } from './model';
import { isPotentiallyTrustworthy, parseUrl } from './origin';

/**
 * Whether a request from a page of that origin is mixed content, judged by its URL. Browsers upgrade images,
 * audio and video instead of blocking them; the caller checks what the request is for.
 *
 * @see https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 */
export function isMixedContent(url: string, origin: SerializedOrigin): boolean {
  const isSecure = parseUrl(origin)?.protocol === 'https:';
  return isSecure && /^(http|ws):$/.test(parseUrl(url)?.protocol ?? '') && !isPotentiallyTrustworthy(url);
}
