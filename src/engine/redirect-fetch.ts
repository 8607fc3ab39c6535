import { isRedirectStatus } from './cors-preflight-fetch';
import { headerValues } from './headers';
import type { FetchRequest, FetchResponse } from './model';
import { isSameOrigin, originOf, parseUrl } from './origin';
import { decide, type Trace } from './trace';

const maxRedirects = 20;

/**
 * Returns the target of a redirect; null if the response is not one, `failure` if its Location is not a URL.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(response: FetchResponse, currentUrl: string): string | 'failure' | null {
  if (!isRedirectStatus(response.status)) return null;
  const [location, ...others] = headerValues(response.headerList, 'Location');
  if (location === undefined) return null;
  return (others.every((other) => other === location) && parseUrl(location, currentUrl)?.href) || 'failure';
}

/**
 * Whether a redirect is followed.
 *
 * Divergence (observability): whether a body can be sent again (step 11) is not visible.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function httpRedirectFetch(
  request: FetchRequest,
  response: FetchResponse,
): Trace<'main fetch' | 'response' | 'network error'> {
  const location = locationUrl(response, request.urlList.at(-1) ?? '');
  const url = location === null || location === 'failure' ? null : parseUrl(location);
  const redirectCount = request.urlList.length - 1;
  const includesCredentials = url !== null && (url.username !== '' || url.password !== '');
  const isForeign = url !== null && !isSameOrigin(request.origin, originOf(url.href));
  const isCors = request.mode === 'cors';
  const isHttp = url !== null && (url.protocol === 'http:' || url.protocol === 'https:');

  const evidence = { locationUrl: location, mode: request.mode, responseTainting: request.responseTainting };
  return decide<'main fetch' | 'response' | 'network error'>('httpRedirectFetch', evidence, [
    { step: '4', when: location === null, returns: 'response' },
    {
      step: '5',
      when: location === 'failure',
      returns: 'network error',
      finding: 'redirect-location-invalid',
    },
    { step: '6', when: url !== null && !isHttp, returns: 'network error', finding: 'redirect-scheme' },
    {
      step: '7',
      when: redirectCount >= maxRedirects,
      returns: 'network error',
      finding: 'too-many-redirects',
    },
    {
      step: '9',
      when: isCors && includesCredentials && isForeign,
      returns: 'network error',
      finding: 'redirect-with-credentials',
    },
    {
      step: '10',
      when: request.responseTainting === 'cors' && includesCredentials && !(isCors && isForeign),
      returns: 'network error',
      finding: 'redirect-with-credentials',
    },
    { step: '22', when: true, returns: 'main fetch' },
  ]);
}

/**
 * Returns the method of the request that follows a redirect.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function redirectedMethod(method: string, status: number): string {
  const losesPost = (status === 301 || status === 302) && method === 'POST';
  const losesAll = status === 303 && method !== 'GET' && method !== 'HEAD';
  return losesPost || losesAll ? 'GET' : method;
}

/** @see https://fetch.spec.whatwg.org/#request-body-header-name */
const bodyHeaderNames: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/**
 * Returns the unsafe header names that remain after a redirect. Authorization does not cross origins, and a
 * changed method removes the body's headers.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-redirect-fetch
 */
export function redirectedHeaderNames(
  names: readonly string[],
  from: string,
  to: string,
  isMethodChanged: boolean,
): readonly string[] {
  const isSame = isSameOrigin(originOf(from), originOf(to));
  return names.filter(
    (name) => (isSame || name !== 'authorization') && !(isMethodChanged && bodyHeaderNames.has(name)),
  );
}
