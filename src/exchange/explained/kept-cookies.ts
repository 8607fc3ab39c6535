import type { Cookie } from '../../engine';
import type { KeptCookies } from '../../protocol/cookies';
import type { CookieSight, Kept } from './cookie-sight';

/** The place of a cookie: of two that have the same, the later replaces the earlier. */
export function keyOf({ name, domain, isHostOnly, path }: Cookie): string {
  return `${name};${domain};${isHostOnly};${path}`;
}

/** What is kept in a place; null where nothing follows from it, because the cookie has expired meanwhile. */
export function keptOf(
  { atMs, cookies }: KeptCookies,
  key: string,
  value: string | null,
  cookie: Cookie | null,
): Kept | null {
  const there = cookies.filter((each) => keyOf(each) === key);
  if (there.length > 0)
    return value === null || there.some((each) => each.value === value) ? 'same' : 'other';
  const isOver = cookie !== null && cookie.expiresAtMs !== null && cookie.expiresAtMs <= atMs;
  return isOver && value !== '' ? null : 'none';
}

/** Whether what the browser keeps is what the rules made expected. */
export function isBorneOut(
  { direction, because }: Pick<CookieSight, 'direction' | 'because'>,
  kept: Kept,
): boolean {
  if (direction === 'set') return kept === (because === 'taken-away' ? 'none' : 'same');
  return direction === 'refused' && kept === 'none';
}

/** Whether it is what the rules forbid, or lacks what they allow; of a third party's they do not say for sure. */
export function isContradicted(
  { direction, because }: Pick<CookieSight, 'direction' | 'because'>,
  kept: Kept | null,
): boolean {
  if (kept === null || kept === 'other') return false;
  if (direction === 'refused') return kept === 'same';
  if (because === 'taken-if-third-party') return false;
  return direction === 'set' && (kept === 'none') !== (because === 'taken-away');
}
