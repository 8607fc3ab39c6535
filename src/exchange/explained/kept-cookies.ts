import type { Cookie } from '../../engine';
import type { KeptCookies } from '../../protocol/cookies';
import type { CookieSight, Kept } from './cookie-sight';

/** Returns the key of a cookie; a later cookie with the same key replaces it. */
export function keyOf({ name, domain, isHostOnly, path }: Cookie): string {
  return `${name};${domain};${isHostOnly};${path}`;
}

/** Compares a cookie with the browser's store; null if its absence proves nothing because it has expired. */
export function keptOf(
  { atMs, cookies }: KeptCookies,
  key: string,
  value: string | null,
  cookie: Cookie | null,
): Kept | null {
  const there = cookies.filter((stored) => keyOf(stored) === key);
  if (there.length > 0)
    return value === null || there.some((stored) => stored.value === value) ? 'same' : 'other';
  const isOver = cookie !== null && cookie.expiresAtMs !== null && cookie.expiresAtMs <= atMs;
  return isOver && value !== '' ? null : 'none';
}

/** Whether the browser's store matches what the rules predict. */
export function isBorneOut(
  { direction, because }: Pick<CookieSight, 'direction' | 'because'>,
  kept: Kept,
): boolean {
  if (direction === 'set') return kept === (because === 'taken-away' ? 'none' : 'same');
  return direction === 'refused' && kept === 'none';
}

/**
 * Whether the browser's store contradicts the rules; for third-party cookies, the rules make no prediction.
 */
export function isContradicted(
  { direction, because }: Pick<CookieSight, 'direction' | 'because'>,
  kept: Kept | null,
): boolean {
  if (kept === null || kept === 'other') return false;
  if (direction === 'refused') return kept === 'same';
  if (because === 'taken-if-third-party') return false;
  return direction === 'set' && (kept === 'none') !== (because === 'taken-away');
}
