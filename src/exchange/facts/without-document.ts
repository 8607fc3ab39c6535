import { getHeader } from '../../engine';
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
