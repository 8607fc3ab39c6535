import type { Cookie } from '../../engine';
import type { StoredCookies } from '../../protocol/cookies';
import type { CookieUse, StoredMatch } from './cookie-use';

/** Returns the key of a cookie; a later cookie with the same key replaces it. */
export function keyOf({ name, domain, isHostOnly, path }: Cookie): string {
  return `${name};${domain};${isHostOnly};${path}`;
}

/** Compares a cookie with the browser's store; null if its absence proves nothing because it has expired. */
export function storedMatch(
  { atMs, cookies }: StoredCookies,
  key: string,
  value: string | null,
  cookie: Cookie | null,
): StoredMatch | null {
  const there = cookies.filter((stored) => keyOf(stored) === key);
  if (there.length > 0)
    return value === null || there.some((stored) => stored.value === value) ? 'same' : 'other';
  const isOver = cookie !== null && cookie.expiresAtMs !== null && cookie.expiresAtMs <= atMs;
  return isOver && value !== '' ? null : 'none';
}

/** Whether the browser's store matches what the rules predict. */
export function isBorneOut(
  { direction, because }: Pick<CookieUse, 'direction' | 'because'>,
  match: StoredMatch,
): boolean {
  if (direction === 'set') return match === (because === 'taken-away' ? 'none' : 'same');
  return direction === 'refused' && match === 'none';
}

/**
 * Whether the browser's store contradicts the rules; for third-party cookies, the rules make no prediction.
 */
export function isContradicted(
  { direction, because }: Pick<CookieUse, 'direction' | 'because'>,
  match: StoredMatch | null,
): boolean {
  if (match === null || match === 'other') return false;
  if (direction === 'refused') return match === 'same';
  if (because === 'taken-if-third-party') return false;
  return direction === 'set' && (match === 'none') !== (because === 'taken-away');
}
