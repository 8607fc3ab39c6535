import type { BrowserName } from './browsers';

/**
 * How a browser treats cookies, as it comes: a person can set it otherwise. Firefox's are the defaults of its
 * preferences, read from 153; Chrome's are documented, and measured where docs/limits.md says so.
 */
export interface CookieRules {
  /** Whether a cookie that says nothing of SameSite is kept from cross-site requests. */
  readonly laxByDefault: boolean;
  /** Whether http: and https: of one host are two sites. */
  readonly isSchemeful: boolean;
  /** Whether SameSite=None is refused without Secure. */
  readonly noneRequiresSecure: boolean;
  /** Whether Secure cookies are taken from, and sent to, localhost over plain http. */
  readonly trustsLocalhost: boolean;
  /** What becomes of a third party's cookies: taken if the person allows them, or kept apart for each site. */
  readonly thirdParty: 'as-set' | 'partitioned';
}

/** The rules of each browser about cookies, by its name. */
export const cookieRules: Readonly<Record<BrowserName, CookieRules>> = {
  chrome: {
    laxByDefault: true,
    isSchemeful: true,
    noneRequiresSecure: true,
    trustsLocalhost: true,
    thirdParty: 'as-set',
  },
  firefox: {
    laxByDefault: false,
    isSchemeful: false,
    noneRequiresSecure: true,
    trustsLocalhost: true,
    thirdParty: 'partitioned',
  },
};
