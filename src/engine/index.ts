export { isBlockedByPort } from './bad-port';
export { type CookieRules, cookieRules } from './browser-policies';
export { browserReason, browserSays, type Circumstances, says } from './browser-says';
export {
  type BrowserName,
  type BrowserRules,
  browserRules,
  chromeRules,
  firefoxRules,
  type PreflightCacheRules,
  standardRules,
} from './browsers';
export {
  type ConnectionAllowlist,
  connectionAllowlistOf,
  connectionCheck,
  isElaboratePattern,
} from './connection-allowlist';
export {
  cookieNames,
  defaultPath,
  isDomainMatch,
  isPathMatch,
  type ParsedCookie,
  parseSetCookie,
  type SameSiteAttribute,
} from './cookie';
export {
  type Cookie,
  type CookieRequest,
  type SendBecause,
  type SetBecause,
  sendCookie,
  setCookie,
} from './cookies';
export { corsCheck } from './cors-check';
export {
  corsPreflightFetch,
  isRedirectStatus,
  missingHeaderNames,
  parsePreflightHeaders,
} from './cors-preflight-fetch';
export { corpCheck, type EmbeddedLoad, type IsSameSite } from './cross-origin-resource-policy';
export {
  type EmbedderPolicy,
  type EmbedderPolicyValue,
  embedderPolicyCheck,
  embedderPolicyOf,
  noEmbedderPolicy,
  workerEmbedderPolicyCheck,
} from './embedder-policy';
export {
  type Explanation,
  explain,
  type LocatedFinding,
  type LocatedTrace,
  type Place,
  toFinding,
} from './explain';
export {
  type FilteredRequest,
  type FilteredResponse,
  filteredResponse,
  type HiddenBecause,
  type HiddenHeader,
  isForbiddenResponseHeaderName,
  type ResponseType,
} from './filtered-response';
export { type FindingCode, type FindingOutcome, findingCodes, findings, onPreflight } from './findings';
export { ancestorSources, isAncestorAllowed } from './frame-ancestors';
export { type FramedDocument, frameAncestorsCheck, frameOptionsCheck } from './frame-options';
export { byteLength, extractTokens, getHeader, headerValues, isToken } from './headers';
export { requiresScriptIntegrity } from './integrity-policy';
export { type Route, route } from './main-fetch';
export { isCorsSafelistedMethod, normalizeMethod } from './methods';
export { mimeTypeEssence } from './mime-type';
export { isMixedContent } from './mixed-content';
export {
  type CredentialsMode,
  type Exchange,
  type FetchRequest,
  type FetchResponse,
  type Header,
  type HeaderList,
  type Hop,
  type Mode,
  modes,
  type RedirectMode,
  type ResponseTainting,
  type SerializedOrigin,
} from './model';
export {
  contentTypeOf,
  isNosniff,
  type ModuleType,
  mimeTypeCheck,
  moduleTypeCheck,
  nosniffCheck,
  type TypedDestination,
} from './nosniff';
export { opaqueResponseBlocking } from './opaque-response-blocking';
export {
  type OpenerPolicyValue,
  openerPolicyOf,
  openerPolicyValues,
  type PolicedDocument,
  requiresGroupSwitch,
} from './opener-policy';
export {
  differingComponents,
  isLoopbackUrl,
  isPotentiallyTrustworthy,
  isRedirectTainted,
  isSameOrigin,
  type OriginComponent,
  originOf,
  parseUrl,
  portOf,
  protocolOf,
  serializeRequestOrigin,
} from './origin';
export {
  type CachedRequest,
  type CacheEntry,
  cacheEntriesOf,
  clearCacheEntries,
  isAnsweredByCache,
  preflightMaxAge,
} from './preflight-cache';
export { preflightHeaders } from './preflight-headers';
export { parseSingleRange } from './range';
export { httpRedirectFetch, locationUrl, redirectedHeaderNames, redirectedMethod } from './redirect-fetch';
export {
  corsUnsafeRequestHeaderNames,
  hasUnsafeByte,
  isCorsSafelistedRequestHeader,
  isNonWildcardRequestHeaderName,
} from './safelist';
export { type SectionId, SPEC_COMMIT, sections, sectionUrl } from './spec';
export { splitHeader } from './split-header';
export { type TimedRequest, taoCheck } from './tao-check';
export { decide, type Evidence, type FailedStep, failedSteps, type Rule, type Trace } from './trace';
