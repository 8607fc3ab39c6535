import { parseCookieDate } from './cookie-date';
import { byteLength } from './headers';

/** A cookie's SameSite attribute; `default` if it is missing or unknown. */
export type SameSiteAttribute = 'strict' | 'lax' | 'none' | 'default';

/** A parsed Set-Cookie header, before the browser decides whether to store it. */
export interface ParsedCookie {
  /** Empty if it has none: then `value` is all that was sent. */
  readonly name: string;
  readonly value: string;
  /** Whether its pair has an equals sign. */
  readonly hasEquals: boolean;
  /** Whether its name, its value or an attribute contains a tab. */
  readonly hasTab: boolean;
  /** In lower case, without a leading dot; null if it has none. */
  readonly domain: string | null;
  /** null if it has none, or one that does not begin with a slash. */
  readonly path: string | null;
  readonly isSecure: boolean;
  readonly isHttpOnly: boolean;
  readonly isPartitioned: boolean;
  readonly sameSite: SameSiteAttribute;
  /** Counted from receipt. Zero or less deletes the cookie; null leaves it without a Max-Age. */
  readonly maxAgeSeconds: number | null;
  readonly expiresAtMs: number | null;
}

const maxNameAndValueBytes = 4096;
const maxAttributeBytes = 1024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\x00-\x08\x0a-\x1f\x7f]/;

/**
 * Parses the value of a Set-Cookie header; null if a browser would ignore it because it is empty, too long or
 * has control characters.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-set-cookie-header-field-2
 */
export function parseSetCookie(header: string): ParsedCookie | null {
  if (control.test(header)) return null;
  const [pair = '', ...attributes] = header.split(';');
  const equals = pair.indexOf('=');
  const name = equals === -1 ? '' : pair.slice(0, equals).trim();
  const value = pair.slice(equals + 1).trim();
  const length = byteLength(name) + byteLength(value);
  if (length === 0 || length > maxNameAndValueBytes) return null;
  if (name === '' && value.includes('=')) return null;

  const found = new Map<string, string>();
  for (const attribute of attributes) {
    const [key = '', ...rest] = attribute.split('=');
    const given = rest.join('=').trim();
    // A longer attribute is ignored, and an earlier one of its name applies.
    if (byteLength(given) <= maxAttributeBytes) found.set(key.trim().toLowerCase(), given);
  }
  const path = found.get('path');
  const maxAge = found.get('max-age');
  const tokens = [name, value, ...[...found].flat()];
  return {
    name,
    value,
    hasEquals: equals !== -1,
    hasTab: tokens.some((token) => token.includes('\t')),
    domain: found.get('domain')?.replace(/^\./, '').toLowerCase() || null,
    path: path?.startsWith('/') ? path : null,
    isSecure: found.has('secure'),
    isHttpOnly: found.has('httponly'),
    isPartitioned: found.has('partitioned'),
    sameSite: toSameSite(found.get('samesite')?.toLowerCase()),
    maxAgeSeconds: maxAge !== undefined && /^-?\d+$/.test(maxAge) ? Number(maxAge) : null,
    expiresAtMs: parseCookieDate(found.get('expires') ?? ''),
  };
}

function toSameSite(value: string | undefined): SameSiteAttribute {
  return value === 'strict' || value === 'lax' || value === 'none' ? value : 'default';
}

/** Returns the names of the cookies in a Cookie header, in order. */
export function cookieNames(header: string): readonly string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => (pair.includes('=') ? pair.slice(0, pair.indexOf('=')).trim() : ''));
}

/** Returns the path of a cookie that has no Path attribute. @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#cookie-path */
export function defaultPath(pathname: string): string {
  const slash = pathname.lastIndexOf('/');
  return slash <= 0 ? '/' : pathname.slice(0, slash);
}

/** Whether a host equals a cookie's domain or is a subdomain of it. IP addresses have no subdomains. */
export function isDomainMatch(host: string, domain: string): boolean {
  const isAddress = /^[\d.]+$|^\[/.test(host);
  return host === domain || (!isAddress && host.endsWith(`.${domain}`));
}

/** Whether a request's path equals a cookie's path or lies below it. */
export function isPathMatch(path: string, cookiePath: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}
