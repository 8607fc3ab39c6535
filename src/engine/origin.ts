import type { FetchRequest, SerializedOrigin } from './model';

const opaque = 'null';

/** `url` parsed; null if it is none. What comes from the network never throws. */
export function parseUrl(url: string, base?: string): URL | null {
  return URL.canParse(url, base) ? new URL(url, base) : null;
}

/**
 * The scheme, host and port of most URLs as a browser shows them, which need no parser: no userinfo, no other
 * address than this machine's, no name in Punycode, no default port. A URL that it does not match is parsed.
 */
const plainOrigin =
  /^(https?:)\/\/(?:127\.0\.0\.1|(?:(?!xn--)[a-z\d-]+\.)*(?!xn--)[a-z][a-z\d-]*)(?::(?!(?:80|443)\/)(?:[1-9]\d{0,3}|[1-5]\d{4}))?(?=\/)/;

/** The origin of a URL as it would be sent: `null` for opaque ones and for what is no URL. */
export function originOf(url: string): SerializedOrigin {
  return plainOrigin.exec(url)?.[0] ?? parseUrl(url)?.origin ?? opaque;
}

/** The scheme of a URL with its colon; empty for what is no URL. */
export function protocolOf(url: string): string {
  return plainOrigin.exec(url)?.[1] ?? parseUrl(url)?.protocol ?? '';
}

/**
 * Whether two serialized origins are the same. Opaque origins never are: two frames that both send
 * `null` are strangers.
 *
 * @see https://html.spec.whatwg.org/#same-origin
 */
export function isSameOrigin(a: SerializedOrigin, b: SerializedOrigin): boolean {
  return a === b && a !== opaque;
}

/**
 * Whether the request's redirect-taint is anything but "same-origin": a hop left an origin that is
 * not the request's own for yet another one.
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
 * The origin that the request presents: `null` once a redirect has tainted it.
 *
 * @see https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export function serializeRequestOrigin(request: Pick<FetchRequest, 'origin' | 'urlList'>): SerializedOrigin {
  return isRedirectTainted(request) ? opaque : request.origin;
}

/** A component of an origin in which two origins can differ. */
export type OriginComponent = 'scheme' | 'host' | 'port';

/** In what two origins differ; every component where one of them is opaque. */
export function differingComponents(a: SerializedOrigin, b: SerializedOrigin): readonly OriginComponent[] {
  const [first, second] = [parseUrl(a), parseUrl(b)];
  if (!first || !second) return ['scheme', 'host', 'port'];
  const differing: OriginComponent[] = [];
  if (httpScheme(first.protocol) !== httpScheme(second.protocol)) differing.push('scheme');
  if (first.hostname !== second.hostname) differing.push('host');
  if (portOf(first) !== portOf(second)) differing.push('port');
  return differing;
}

/** The port of a URL, the default one of its scheme where it names none. */
export function portOf(url: URL): string {
  if (url.port !== '') return url.port;
  return httpScheme(url.protocol) === 'https:' ? '443' : httpScheme(url.protocol) === 'http:' ? '80' : '';
}

function httpScheme(protocol: string): string {
  return protocol === 'ws:' ? 'http:' : protocol === 'wss:' ? 'https:' : protocol;
}

const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whether a URL is potentially trustworthy by its scheme or by being this machine's own. Browsers
 * send Sec-Fetch headers to such URLs only.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#potentially-trustworthy-url
 */
export function isPotentiallyTrustworthy(url: string): boolean {
  const parsed = parseUrl(url);
  if (!parsed) return false;
  const { protocol, hostname } = parsed;
  return protocol === 'https:' || protocol === 'wss:' || loopback.test(hostname);
}
