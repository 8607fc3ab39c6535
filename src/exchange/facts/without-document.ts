import { getHeader, originOf } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { lastHop } from './facts';

/** Why a navigation shows no new document: there is no content, or it is a download. null if it shows one. */
export function withoutDocument(facts: ExchangeFacts): 'no-content' | 'download' | null {
  const { response } = lastHop(facts);
  if (response === null) return null;
  if (response.status === 204 || response.status === 205) return 'no-content';
  const disposition = getHeader(response.headerList, 'Content-Disposition') ?? '';
  return /^attachment\b/i.test(disposition.trim()) ? 'download' : null;
}

/**
 * Whether a navigation may be a click on `<a download>`, which saves what its own origin answers. Firefox shows both
 * alike (measured).
 */
export function mayBeSaved(facts: ExchangeFacts): boolean {
  const { requestHeaders, method, url } = lastHop(facts);
  if (facts.kind !== 'document' || facts.end?.how !== 'completed' || method !== 'GET') return false;
  if (requestHeaders === null || withoutDocument(facts) !== null) return false;
  const site = getHeader(requestHeaders, 'Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  const referrer = getHeader(requestHeaders, 'Referer');
  return referrer !== null && originOf(referrer) === originOf(url);
}
