import { type BrowserName, locationUrl } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { lastHop } from '../facts/facts';
import { isFollowed } from '../facts/request-url';
import type { ObservedEnd } from './end-kinds';
import { notFollowed } from './not-followed';

/** Returns the end of an exchange of which a file shows no more than its messages: the rules decide, if they can. */
export function notShownEnd(
  browser: BrowserName,
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
): ObservedEnd {
  const { url, response } = lastHop(facts);
  const location = response && locationUrl(response, url);
  if (location === 'failure')
    return { kind: 'failed', code: 'redirect-location-invalid', error: null, isComputed: true };
  if (location && isFollowed(location)) {
    const own = browser === 'chrome' ? (['connection-allowlist'] as const) : [];
    return { kind: 'unfollowed', codes: [...notFollowed(facts, location), ...own] };
  }
  if (location) {
    // Chrome follows these, and refuses the request (measured).
    const isLate = browser === 'chrome' && /^(ftp|wss?):/.test(location);
    return { kind: 'unfollowed', codes: [isLate ? 'scheme-not-http' : 'redirect-scheme'] };
  }
  if (response !== null) return { kind: 'silent' };
  const wasAnswered = preflight !== undefined && lastHop(preflight).response !== null;
  return wasAnswered ? { kind: 'unanswered' } : { kind: 'failed', code: 'ended-unseen', error: null };
}
