import type { FetchRequest, SerializedOrigin } from './model';

const opaque = 'null';

/**
 * Parses `url`; null if it is not a URL. Input from the network never throws. `URL.canParse` is not used: in Node
 * 20, once it has run some thousand times, it rejects hosts such as bücher.example (measured in 20.20).
 */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

/**
 * Matches most URLs in the form that browsers show, whose scheme, host and port need no parser: no userinfo,
 * no IP address except 127.0.0.1, no Punycode, no default port. Other URLs are parsed.
 */
const plainOrigin =
  /^(https?:)\/\/(?:127\.0\.0\.1|(?:(?!xn--)[a-z\d-]+\.)*(?!xn--)[a-z][a-z\d-]*)(?::(?!(?:80|443)\/)(?:[1-9]\d{0,3}|[1-5]\d{4}))?(?=\/)/;

/** Returns the origin of a URL as it would be sent: `null` if it is opaque or the text is not a URL. */
export function originOf(url: string): SerializedOrigin {
  return plainOrigin.exec(url)?.[0] ?? parseUrl(url)?.origin ?? opaque;
}

/** Returns the scheme of a URL with its colon; empty if the text is not a URL. */
export function protocolOf(url: string): string {
  return plainOrigin.exec(url)?.[1] ?? parseUrl(url)?.protocol ?? '';
}

/**
 * Whether two serialized origins are the same. Opaque origins never are: two frames that both send `null`
 * have different origins.
 *
 * @see https://html.spec.whatwg.org/#same-origin
 */
export function isSameOrigin(a: SerializedOrigin, b: SerializedOrigin): boolean {
  return a === b && a !== opaque;
}

/**
 * Whether the request's redirect-taint is anything but "same-origin": a hop went from an origin other than
 * the request's own to a third one.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function isRedirectTainted({ origin, urlList }: Pick<FetchRequest, 'origin' | 'urlList'>): boolean {
  return urlList.some((url, index) => {
    const lastUrl = urlList[index - 1];
    if (lastUrl === undefined) return false;
    const lastOrigin = originOf(lastUrl);
    return !isSameOrigin(originOf(url), lastOrigin) && !isSameOrigin(origin, lastOrigin);
  });
}

/**
 * Returns the origin that the request sends: `null` once a redirect has tainted it.
 *
 * @see https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export function serializeRequestOrigin(request: Pick<FetchRequest, 'origin' | 'urlList'>): SerializedOrigin {
  return isRedirectTainted(request) ? opaque : request.origin;
}

/** A component of an origin in which two origins can differ. */
export type OriginComponent = 'scheme' | 'host' | 'port';

/** Returns the components in which two origins differ; all of them if one is opaque. */
export function differingComponents(a: SerializedOrigin, b: SerializedOrigin): readonly OriginComponent[] {
  const [first, second] = [parseUrl(a), parseUrl(b)];
  if (!first || !second) return ['scheme', 'host', 'port'];
  const differing: OriginComponent[] = [];
  if (httpScheme(first.protocol) !== httpScheme(second.protocol)) differing.push('scheme');
  if (first.hostname !== second.hostname) differing.push('host');
  if (portOf(first) !== portOf(second)) differing.push('port');
  return differing;
}

/** Returns the port of a URL, or the default port of its scheme. */
export function portOf(url: URL): string {
  if (url.port !== '') return url.port;
  return httpScheme(url.protocol) === 'https:' ? '443' : httpScheme(url.protocol) === 'http:' ? '80' : '';
}

function httpScheme(protocol: string): string {
  return protocol === 'ws:' ? 'http:' : protocol === 'wss:' ? 'https:' : protocol;
}

const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether a URL is potentially trustworthy because of its scheme or because it is a loopback address.
 * Browsers send Sec-Fetch headers only to such URLs.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-url
 */
export function isPotentiallyTrustworthy(url: string): boolean {
  const parsed = parseUrl(url);
  if (!parsed) return false;
  const { protocol, hostname } = parsed;
  return protocol === 'https:' || protocol === 'wss:' || loopback.test(hostname);
}

/** Whether the host of a URL or origin is this machine by its name. */
export function isLoopbackUrl(url: string): boolean {
  return loopback.test(parseUrl(url)?.hostname ?? '');
}
