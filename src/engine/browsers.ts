import { type FindingCode, findingCodes } from './findings';

/** A browser whose rules can be applied. */
export type BrowserName = 'chrome' | 'firefox';

/** The differences between a browser and the standard, as data. Every row has a measured case behind it. */
export interface BrowserRules {
  readonly name: BrowserName | 'standard';
  /** The order in which the browser checks a preflight's response; it acts on the first problem. */
  readonly preflightOrder: readonly FindingCode[];
  /** Whether `*` in Access-Control-Allow-Headers covers Authorization too, against step 7.6. */
  readonly authorizationCoveredByWildcard: boolean;
  /**
   * Whether it follows step 7.4: without Access-Control-Allow-Methods, the use-CORS-preflight flag allows the
   * method.
   */
  readonly flagAllowsMethod: boolean;
  readonly preflightCache: PreflightCacheRules;
  /** Whether it supports `noopener-allow-popups`; otherwise the value counts as none. */
  readonly knowsNoopenerAllowPopups: boolean;
}

/** How a browser caches the results of preflights. */
export interface PreflightCacheRules {
  /** The longest time that a result stays cached, in seconds. */
  readonly maxAgeLimitSeconds: number;
  /** How long a result with a malformed Access-Control-Max-Age stays cached; null if it is not cached. */
  readonly malformedSeconds: number | null;
  /** Whether a failed request clears the entries of its URL. */
  readonly isClearedByFailure: boolean;
  /** Whether an entry made by a request with credentials also covers requests without them. */
  readonly isSharedWithoutCredentials: boolean;
  /** Whether `*` is cached. */
  readonly keepsWildcards: boolean;
}

const allowOrigin = findingCodes.filter((code) => code.startsWith('preflight-allow-origin-'));
const allowCredentials = findingCodes.filter((code) => code.startsWith('preflight-allow-credentials-'));

/** The standard itself. */
export const standardRules: BrowserRules = {
  name: 'standard',
  preflightOrder: [
    ...allowOrigin,
    ...allowCredentials,
    'preflight-redirect',
    'preflight-status',
    'preflight-allow-methods-invalid',
    'preflight-allow-headers-invalid',
    'preflight-method-not-allowed',
    'preflight-header-not-allowed',
  ],
  authorizationCoveredByWildcard: false,
  flagAllowsMethod: true,
  preflightCache: {
    maxAgeLimitSeconds: Number.POSITIVE_INFINITY,
    malformedSeconds: 5,
    isClearedByFailure: true,
    isSharedWithoutCredentials: true,
    keepsWildcards: true,
  },
  knowsNoopenerAllowPopups: true,
};

/** Chrome and other Chromium browsers, as measured on 156. */
export const chromeRules: BrowserRules = {
  name: 'chrome',
  preflightOrder: [
    'preflight-redirect',
    ...allowOrigin,
    ...allowCredentials,
    'preflight-status',
    'preflight-allow-methods-invalid',
    'preflight-allow-headers-invalid',
    'preflight-method-not-allowed',
    'preflight-header-not-allowed',
  ],
  authorizationCoveredByWildcard: true,
  flagAllowsMethod: false,
  preflightCache: {
    maxAgeLimitSeconds: 7_200,
    malformedSeconds: 5,
    isClearedByFailure: false,
    isSharedWithoutCredentials: true,
    keepsWildcards: true,
  },
  knowsNoopenerAllowPopups: true,
};

/** Firefox, as measured on 153. */
export const firefoxRules: BrowserRules = {
  name: 'firefox',
  preflightOrder: [
    ...allowOrigin,
    ...allowCredentials,
    'preflight-redirect',
    'preflight-status',
    'preflight-allow-methods-invalid',
    'preflight-method-not-allowed',
    'preflight-allow-headers-invalid',
    'preflight-header-not-allowed',
  ],
  authorizationCoveredByWildcard: true,
  flagAllowsMethod: false,
  preflightCache: {
    maxAgeLimitSeconds: 86_400,
    malformedSeconds: null,
    isClearedByFailure: true,
    isSharedWithoutCredentials: false,
    keepsWildcards: false,
  },
  knowsNoopenerAllowPopups: false,
};

/** The rules of each browser, by name. */
export const browserRules: Readonly<Record<BrowserName, BrowserRules>> = {
  chrome: chromeRules,
  firefox: firefoxRules,
};
