import { type CookieRequest, type CookieRules, parseSetCookie, type SetBecause, setCookie } from '../engine';
import type { Need } from './need';

type Change = readonly [name: string, value: string | true | null];

const secure: Change = ['Secure', true];
const wholeHost: readonly Change[] = [secure, ['Path', '/'], ['Domain', null]];

/** The attributes that each reason for a rejection requires; null removes one. */
const changes: Partial<Readonly<Record<SetBecause, readonly Change[]>>> = {
  'domain-mismatch': [['Domain', null]],
  'public-suffix': [['Domain', null]],
  'none-without-secure': [secure],
  'partitioned-without-secure': [secure],
  'secure-prefix': [secure],
  'host-prefix': wholeHost,
  'http-prefix': [secure, ['HttpOnly', true]],
  'host-http-prefix': [...wholeHost, ['HttpOnly', true]],
  'same-site-from-cross-site': [secure, ['SameSite', 'None'], ['Partitioned', true]],
};

const maxRounds = 8;

/**
 * Returns a rejected Set-Cookie header with the attributes with which the browser stores the cookie, verified
 * by its rules; null if no attribute helps.
 */
export function storableCookie(header: string, request: CookieRequest, rules: CookieRules): string | null {
  let line = header;
  for (let round = 0; round < maxRounds; round++) {
    const { isTaken, because } = setCookie(parseSetCookie(line), request, rules);
    if (isTaken) return line === header ? null : line;
    const next = changes[because]?.reduce(withAttribute, line);
    if (next === undefined || next === line) return null;
    line = next;
  }
  return null;
}

function withAttribute(line: string, [name, value]: Change): string {
  const parts = line.split(';').map((part) => part.trim());
  const [pair = '', ...attributes] = parts;
  const others = attributes.filter((part) => part.split('=')[0]?.trim().toLowerCase() !== name.toLowerCase());
  if (value === null) return [pair, ...others].join('; ');
  return [pair, ...others, value === true ? name : `${name}=${value}`].join('; ');
}

/** Returns the need for a Set-Cookie header that the browser would store. */
export function cookieNeed(hop: number, current: string, required: string): Need {
  return { purpose: 'store', hop, on: 'response', header: 'Set-Cookie', current, required, isSeen: true };
}
