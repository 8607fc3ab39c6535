import { asInteger, asRecord, asTexts } from './bounded';
import type { FromCookieAsker } from './cookies';

const maxHosts = 10_000;
const maxHostLength = 255;

/** What a panel asks of cookies; null if it is not understood. */
export function parseFromCookieAsker(value: unknown): FromCookieAsker | null {
  const raw = asRecord(value);
  if (raw?.type === 'permit') return { type: 'permit' };
  const [tabId, hosts] = [asInteger(raw?.tabId), asTexts(raw?.hosts, maxHosts, maxHostLength)];
  return raw?.type === 'kept' && tabId !== null && hosts ? { type: 'kept', tabId, hosts } : null;
}
