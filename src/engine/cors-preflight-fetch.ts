import type { BrowserRules } from './browsers';
import type { FindingCode } from './findings';
import { extractTokens, getHeader } from './headers';
import { isCorsSafelistedMethod } from './methods';
import type { FetchRequest, FetchResponse, HeaderList } from './model';
import { isNonWildcardRequestHeaderName } from './safelist';
import { decide, type Rule, type Trace } from './trace';

/** The parts of the actual request that the check of its preflight's response reads. */
export type PreflightedRequest = Pick<
  FetchRequest,
  'method' | 'credentialsMode' | 'unsafeHeaderNames' | 'useCorsPreflight'
>;

/**
 * Returns the method and header names that a CORS-preflight request announces; null if it is not a preflight.
 */
export function parsePreflightHeaders(
  list: HeaderList,
): { method: string; unsafeHeaderNames: readonly string[] } | null {
  const method = getHeader(list, 'Access-Control-Request-Method');
  if (method === null) return null;
  const names = (getHeader(list, 'Access-Control-Request-Headers') ?? '').split(',');
  return { method, unsafeHeaderNames: names.map((name) => name.trim().toLowerCase()).filter(Boolean) };
}

/** Whether a browser follows the Location of a response with this status. @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * Whether the response to a preflight allows `request` to be sent. Step 7 also runs the CORS check on the
 * same response; that has a trace of its own.
 *
 * Divergence (browsers): a redirect with a Location is distinct from other bad statuses, as in Chrome and
 * Firefox. If they let `*` cover Authorization, step 7.6 passes. Neither follows step 7.4 (measured: with an
 * upload listener, a PUT still fails if its preflight lists no methods).
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function corsPreflightFetch(
  request: PreflightedRequest,
  response: FetchResponse,
  rules: BrowserRules,
): Trace<'response' | 'network error'> {
  const { method, credentialsMode, unsafeHeaderNames } = request;
  const methods = allowedMethods(request, response, rules.flagAllowsMethod);
  const headerNames = extractTokens(response.headerList, 'Access-Control-Allow-Headers');
  const missing = headerNames === 'failure' ? [] : missingHeaderNames(request, headerNames ?? [], rules);
  const allowed = methods === 'failure' || isMethodAllowed(request, methods);
  const isOk = response.status >= 200 && response.status <= 299;
  const isRedirect = isRedirectStatus(response.status) && getHeader(response.headerList, 'Location') !== null;

  const evidence = {
    status: String(response.status),
    method,
    methods: getHeader(response.headerList, 'Access-Control-Allow-Methods'),
    unsafeNames: unsafeHeaderNames.join(','),
    headerNames: getHeader(response.headerList, 'Access-Control-Allow-Headers'),
    missingNames: missing.length === 0 ? null : missing.join(','),
    credentialsMode,
  };
  return decide<'response' | 'network error'>('corsPreflightFetch', evidence, [
    networkError('8', isRedirect, 'preflight-redirect'),
    networkError('8', !isOk && !isRedirect, 'preflight-status'),
    networkError('7.3', methods === 'failure', 'preflight-allow-methods-invalid'),
    networkError('7.3', headerNames === 'failure', 'preflight-allow-headers-invalid'),
    networkError('7.5', !allowed, 'preflight-method-not-allowed'),
    networkError('7.6', missing.some(isNonWildcardRequestHeaderName), 'preflight-header-not-allowed'),
    networkError('7.7', missing.length > 0, 'preflight-header-not-allowed'),
    { step: '7.16', when: true, returns: 'response' },
  ]);
}

/**
 * Returns the methods that the response to a preflight allows, by steps 7.1 and 7.4. `takesFlag` applies step
 * 7.4: without a list, the use-CORS-preflight flag allows the request's own method.
 */
export function allowedMethods(
  { method, useCorsPreflight }: Pick<PreflightedRequest, 'method' | 'useCorsPreflight'>,
  { headerList }: FetchResponse,
  takesFlag: boolean,
): readonly string[] | 'failure' {
  const listed = extractTokens(headerList, 'Access-Control-Allow-Methods');
  return listed ?? (takesFlag && useCorsPreflight ? [method] : []);
}

/** Returns all announced header names that the response does not allow. Browsers report only one. */
export function missingHeaderNames(
  { credentialsMode, unsafeHeaderNames }: PreflightedRequest,
  headerNames: readonly string[],
  rules: BrowserRules,
): readonly string[] {
  const listed = new Set(headerNames.map((name) => name.toLowerCase()));
  const wildcard = listed.has('*') && credentialsMode !== 'include';
  return unsafeHeaderNames.filter((name) => {
    if (listed.has(name)) return false;
    return !wildcard || (isNonWildcardRequestHeaderName(name) && !rules.authorizationCoveredByWildcard);
  });
}

/** Whether `*` covers Authorization here only because the browser is lenient. */
export function isAuthorizationCoveredByWildcard(
  request: PreflightedRequest,
  response: FetchResponse,
): boolean {
  const headerNames = extractTokens(response.headerList, 'Access-Control-Allow-Headers');
  if (headerNames === null || headerNames === 'failure') return false;
  const listed = headerNames.map((name) => name.toLowerCase());
  return (
    request.credentialsMode !== 'include' &&
    listed.includes('*') &&
    request.unsafeHeaderNames.some((name) => isNonWildcardRequestHeaderName(name) && !listed.includes(name))
  );
}

function networkError(step: string, when: boolean, finding: FindingCode): Rule<'network error'> {
  return { step, when, returns: 'network error', finding };
}

function isMethodAllowed(
  { method, credentialsMode }: PreflightedRequest,
  methods: readonly string[],
): boolean {
  if (isCorsSafelistedMethod(method) || methods.includes(method)) return true;
  return credentialsMode !== 'include' && methods.includes('*');
}
