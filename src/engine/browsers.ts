import type { FindingCode } from './findings';

/** An engine whose rules can be applied; `standard` is the text itself. */
export type BrowserName = 'chrome' | 'firefox';

/** Where a browser differs from the text, as data. Every row has a measured case behind it. */
export interface BrowserRules {
  readonly name: BrowserName | 'standard';
  /** In which order it meets the problems of a preflight's response and acts on the first. */
  readonly preflightOrder: readonly FindingCode[];
  /** Whether `*` in Access-Control-Allow-Headers stands for Authorization too, against step 7.6. */
  readonly authorizationCoveredByWildcard: boolean;
  /** Whether it takes step 7.4: no Access-Control-Allow-Methods, and the use-CORS-preflight flag, allow the method. */
  readonly flagAllowsMethod: boolean;
  readonly preflightCache: PreflightCacheRules;
  /** Whether it knows that opener policy; else it counts as none. */
  readonly knowsNoopenerAllowPopups: boolean;
}

/** How a browser keeps what preflights allowed. */
export interface PreflightCacheRules {
  /** The longest that it keeps an answer, in seconds. */
  readonly maxAgeLimitSeconds: number;
  /** How long it keeps an answer whose Access-Control-Max-Age is no number; null: not at all. */
  readonly malformedSeconds: number | null;
  /** Whether a request that failed clears the entries of its URL. */
  readonly isClearedByFailure: boolean;
  /** Whether what a request with credentials was allowed holds for one without, too. */
  readonly isSharedWithoutCredentials: boolean;
  /** Whether `*` is kept. */
  readonly keepsWildcards: boolean;
}

const allowOrigin: readonly FindingCode[] = [
  'preflight-allow-origin-missing',
  'preflight-allow-origin-multiple',
  'preflight-allow-origin-invalid',
  'preflight-allow-origin-mismatch',
  'preflight-allow-origin-wildcard-with-credentials',
];
const allowCredentials: readonly FindingCode[] = [
  'preflight-allow-credentials-missing',
  'preflight-allow-credentials-not-true',
];

/** The text itself. */
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

/** Chrome, and whatever is built on Chromium; measured on 156. */
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

/** Firefox; measured on 153. */
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

/** The rules of each browser, by its name. */
export const browserRules: Readonly<Record<BrowserName, BrowserRules>> = {
  chrome: chromeRules,
  firefox: firefoxRules,
};
