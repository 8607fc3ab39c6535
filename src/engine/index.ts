export {
  type BrowserName,
  type BrowserRules,
  browserReason,
  browserRules,
  browserSays,
  chromeRules,
  firefoxRules,
  type PreflightCacheRules,
  standardRules,
} from './browsers';
export { corsCheck } from './cors-check';
export {
  corsPreflightFetch,
  isRedirectStatus,
  missingHeaderNames,
  parsePreflightHeaders,
  preflightHeaders,
} from './cors-preflight-fetch';
export {
  type Explanation,
  explain,
  type LocatedFinding,
  type LocatedTrace,
  type Place,
  toFinding,
} from './explain';
export { type FindingCode, type FindingOutcome, findingCodes, findings, onPreflight } from './findings';
export { byteLength, extractTokens, getHeader, headerValues, isToken } from './headers';
export { type Route, route } from './main-fetch';
export { isCorsSafelistedMethod, normalizeMethod } from './methods';
export { mimeTypeEssence } from './mime-type';
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
  differingComponents,
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
export { parseSingleRange } from './range';
export { httpRedirectFetch, locationUrl, redirectedHeaderNames, redirectedMethod } from './redirect-fetch';
export {
  corsUnsafeRequestHeaderNames,
  hasUnsafeByte,
  isCorsSafelistedRequestHeader,
  isNonWildcardRequestHeaderName,
} from './safelist';
export { type SectionId, SPEC_COMMIT, sections, sectionUrl } from './spec';
export { decide, type Evidence, type FailedStep, failedSteps, type Rule, type Trace } from './trace';
