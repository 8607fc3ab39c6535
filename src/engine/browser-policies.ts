import type { BrowserName } from './browsers';

/**
 * A browser's default rules for cookies; users can change them. Firefox's are the defaults of its
 * preferences, read from 153. Chrome's are documented, and measured where docs/limits.md says so. Tabs and names
 * are measured in both.
 */
export interface CookieRules {
  /** Whether a cookie without SameSite is left out of cross-site requests. */
  readonly laxByDefault: boolean;
  /** Whether http: and https: of one host count as two sites. */
  readonly isSchemeful: boolean;
  /** Whether SameSite=None without Secure is rejected. */
  readonly noneRequiresSecure: boolean;
  /** Whether Secure cookies are accepted from, and sent to, localhost over plain http. */
  readonly trustsLocalhost: boolean;
  /** Whether a name, a value or an attribute may contain a tab. */
  readonly acceptsTabs: boolean;
  /** Whether text without an equals sign is the name of an empty cookie, and an empty name is rejected. */
  readonly requiresName: boolean;
  /** How third-party cookies are handled: stored if the user's settings allow it, or partitioned by site. */
  readonly thirdParty: 'as-set' | 'partitioned';
}

/** The cookie rules of each browser, by name. */
export const cookieRules: Readonly<Record<BrowserName, CookieRules>> = {
  chrome: {
    laxByDefault: true,
    isSchemeful: true,
    noneRequiresSecure: true,
    trustsLocalhost: true,
    acceptsTabs: false,
    requiresName: false,
    thirdParty: 'as-set',
  },
  firefox: {
    laxByDefault: false,
    isSchemeful: false,
    noneRequiresSecure: true,
    trustsLocalhost: true,
    acceptsTabs: true,
    requiresName: true,
    thirdParty: 'partitioned',
  },
};
