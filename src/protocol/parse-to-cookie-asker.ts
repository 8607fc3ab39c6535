import { asBoolean, asList, asNumber, asRecord, asShape, asText, field } from './bounded';
import type { StoredCookie, ToCookieAsker } from './cookies';

const maxCookies = 100_000;
const maxText = 64 * 1024;

/** What the background answers; null if it is not understood. */
export function parseToCookieAsker(value: unknown): ToCookieAsker | null {
  const raw = asRecord(value);
  if (raw?.type === 'permitted') return { type: 'permitted' };
  if (raw?.type !== 'kept') return null;
  const cookies = raw.cookies === null ? null : asList(raw.cookies, maxCookies, parseStoredCookie);
  return { type: 'kept', cookies };
}

function parseStoredCookie(value: unknown): StoredCookie | null {
  const text = field((each) => asText(each, maxText));
  const yesOrNo = field(asBoolean);
  const cookie = asShape<Omit<StoredCookie, 'expirationDate' | 'partitionKey'>>(value, {
    name: text,
    value: text,
    domain: text,
    hostOnly: yesOrNo,
    path: text,
    secure: yesOrNo,
    sameSite: text,
  });
  const raw = asRecord(value);
  const expirationDate = asNumber(raw?.expirationDate);
  const topLevelSite = asText(asRecord(raw?.partitionKey)?.topLevelSite, maxText);
  return (
    cookie && {
      ...cookie,
      ...(expirationDate !== null && { expirationDate }),
      ...(topLevelSite !== null && { partitionKey: { topLevelSite } }),
    }
  );
}
