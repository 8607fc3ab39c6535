import { getHeader, originOf, parseUrl } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { isFramed } from './policy-end';
import { destinationOf } from './script-use';
import type { Candidate } from './verdict';

/** Returns the possible reasons why a redirect was not followed; events do not distinguish them. */
export function notFollowed(facts: ExchangeFacts, to: string | null): readonly Candidate[] {
  const target = parseUrl(to ?? '');
  const destination = destinationOf(facts) ?? '';
  if (destination === 'serviceworker') return ['redirect-mode-error'];
  // Chrome follows a worker's redirect with a second request.
  const isOwn = target !== null && originOf(target.href) === facts.origin;
  if (isOwn && /worker$/.test(destination)) return ['none', 'redirect-blocked-after'];
  // Navigations have the redirect mode manual, and no request mode of the page.
  if (facts.kind === 'document' || isFramed(facts)) return ['none', 'redirect-blocked-after'];
  const codes: Candidate[] = ['redirect-mode-error', 'none', 'redirect-blocked-after'];
  if (target && originOf(target.href) !== facts.origin && mayBeSameOrigin(facts))
    codes.push('mode-same-origin');
  if (target && (target.username !== '' || target.password !== ''))
    codes.unshift('redirect-with-credentials');
  return codes;
}

/** Whether a request can have the mode "same-origin": no header names another one, and it left no origin yet. */
function mayBeSameOrigin({ hops, origin }: ExchangeFacts): boolean {
  return hops.every(({ url, requestHeaders }) => {
    const mode = requestHeaders && getHeader(requestHeaders, 'Sec-Fetch-Mode');
    return originOf(url) === origin && (mode === null || mode === 'same-origin');
  });
}
