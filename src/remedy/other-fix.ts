import {
  type Exchange,
  extractTokens,
  type FetchResponse,
  headerValues,
  type LocatedFinding,
  locationUrl,
  parseUrl,
} from '../engine';

/**
 * Why the right fix is not a header of the response that failed.
 *
 * - `login-page`: the request was redirected to what looks like a login page
 * - `gateway-page`: a tunnel, a challenge or a deployment protection answered instead of the application
 * - `other-url`: the redirect only corrects the requested URL
 * - `method-case`: the page wrote the method in lower case
 */
export type OtherFix = 'login-page' | 'gateway-page' | 'other-url' | 'method-case';

/**
 * Returns why another fix than a header of the response that failed is right; null if nothing shows it. The
 * URL and the headers of known products only make it likely.
 */
export function otherFix(
  exchange: Exchange,
  { hop: index, on, code }: Pick<LocatedFinding, 'hop' | 'on' | 'code'>,
): OtherFix | null {
  const hop = exchange.hops[index];
  const response = on === 'preflight' ? hop?.preflight : hop?.response;
  if (!hop || !response) return null;
  if (code === 'preflight-method-not-allowed')
    return isWrongCase(hop.method, response) ? 'method-case' : null;
  if (!decidedByHeaders.test(code)) return null;
  if (isOfGateway(response)) return 'gateway-page';
  const location = locationUrl(response, hop.url);
  const target = location === 'failure' ? null : location;
  const isLogin = (target !== null && isLoginUrl(target)) || (index > 0 && isLoginUrl(hop.url));
  if (isLogin && !isLoginUrl(exchange.hops[0]?.url ?? '')) return 'login-page';
  return code === 'preflight-redirect' && target !== null && isSameResource(hop.url, target)
    ? 'other-url'
    : null;
}

/** Findings whose usual fix is a header or the status of the response. */
const decidedByHeaders = /^(preflight-)?(allow-origin-|allow-credentials-|(redirect|status)$)/;

/** Whether the server allows the method in upper case, or it is PATCH, the one that fetch() sends unchanged. */
function isWrongCase(method: string, { headerList }: FetchResponse): boolean {
  const upper = method.toUpperCase();
  const listed = extractTokens(headerList, 'Access-Control-Allow-Methods');
  return method !== upper && (upper === 'PATCH' || (Array.isArray(listed) && listed.includes(upper)));
}

/** Headers that only the page of a tunnel, a challenge or a deployment protection has. */
const gatewayHeaders: readonly (readonly [name: string, value: RegExp])[] = [
  ['ngrok-error-code', /./],
  ['cf-mitigated', /^challenge$/i],
  ['set-cookie', /^_vercel_sso_nonce=/],
];

/** Status 511 is reserved for proxies that intercept a request. */
function isOfGateway({ status, headerList }: FetchResponse): boolean {
  return (
    status === 511 ||
    gatewayHeaders.some(([name, value]) =>
      headerValues(headerList, name)
        .flatMap((line) => line.split('\n'))
        .some((line) => value.test(line)),
    )
  );
}

const loginWords =
  /^(log[-_]?in|sign[-_]?in|sso|saml2?|oauth2?|oidc|openid-connect|authorize|auth|adfs|idp)$/i;

/** Whether a URL is probably that of a login page. */
function isLoginUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (!parsed) return false;
  const words = [
    ...parsed.hostname.split('.').slice(0, -1),
    ...parsed.pathname.split('/').map((part) => part.replace(/\.\w+$/, '')),
  ];
  return words.some((word) => loginWords.test(word)) || parsed.searchParams.has('SAMLRequest');
}

/** Whether two URLs differ only in scheme, `www.` or a trailing slash. */
function isSameResource(a: string, b: string): boolean {
  const bare = (url: string) => {
    const parsed = parseUrl(url);
    return (
      parsed &&
      `${parsed.hostname.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}${parsed.search}`
    );
  };
  return bare(a) === bare(b);
}
