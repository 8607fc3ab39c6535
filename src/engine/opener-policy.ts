import type { BrowserRules } from './browsers';
import { embedderPolicyOf, itemOf } from './embedder-policy';
import { headerValues } from './headers';
import type { FetchResponse, SerializedOrigin } from './model';
import { isSameOrigin } from './origin';

/** The value of a document's opener policy, which decides who shares its browsing context group. @see https://html.spec.whatwg.org/#opener-policy-value */
export type OpenerPolicyValue = (typeof openerPolicyValues)[number];

/** All values. The last one is `same-origin` together with an isolating embedder policy. */
export const openerPolicyValues = [
  'unsafe-none',
  'same-origin-allow-popups',
  'noopener-allow-popups',
  'same-origin',
  'same-origin-plus-coep',
] as const;

/** A document with its opener policy. */
export interface PolicedDocument {
  readonly origin: SerializedOrigin;
  readonly policy: OpenerPolicyValue;
}

/**
 * Returns the opener policy that a document was served with. Only secure contexts have one: the header is
 * ignored over plain http.
 *
 * @see https://html.spec.whatwg.org/#obtain-coop
 */
export function openerPolicyOf(
  response: FetchResponse,
  isSecureContext: boolean,
  { knowsNoopenerAllowPopups }: Pick<BrowserRules, 'knowsNoopenerAllowPopups'>,
): OpenerPolicyValue {
  const value = itemOf(headerValues(response.headerList, 'Cross-Origin-Opener-Policy'));
  if (!isSecureContext) return 'unsafe-none';
  if (value === 'same-origin') {
    const embedder = embedderPolicyOf(response, isSecureContext).value;
    return embedder === 'unsafe-none' ? 'same-origin' : 'same-origin-plus-coep';
  }
  if (value === 'same-origin-allow-popups') return value;
  return value === 'noopener-allow-popups' && knowsNoopenerAllowPopups ? value : 'unsafe-none';
}

/** @see https://html.spec.whatwg.org/#matching-coop */
function isMatching(active: PolicedDocument, response: PolicedDocument): boolean {
  if (active.policy === 'unsafe-none' && response.policy === 'unsafe-none') return true;
  if (active.policy === 'unsafe-none' || response.policy === 'unsafe-none') return false;
  return active.policy === response.policy && isSameOrigin(active.origin, response.origin);
}

/**
 * Whether a document that replaces another gets a new browsing context group, so that it and the windows
 * outside lose their references to each other. `isInitialAboutBlank` is true if the replaced document is the
 * empty one of a new window, whose policy is its opener's.
 *
 * @see https://html.spec.whatwg.org/#check-browsing-context-group-switch-coop-value
 */
export function requiresGroupSwitch(
  active: PolicedDocument,
  response: PolicedDocument,
  isInitialAboutBlank: boolean,
): boolean {
  if (!isInitialAboutBlank) return !isMatching(active, response);
  if (response.policy === 'noopener-allow-popups') return true;
  const allowsPopups =
    active.policy === 'same-origin-allow-popups' || active.policy === 'noopener-allow-popups';
  if (allowsPopups && response.policy === 'unsafe-none') return false;
  return !isMatching(active, response);
}
