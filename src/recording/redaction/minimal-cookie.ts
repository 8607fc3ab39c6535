import { parseSetCookie } from '../../engine';
import type { Placeholders } from './placeholders';
import { isPlain } from './plain-words';

/** Replaces the values of cookies, and names that are not plain. */
export interface MinimalCookies {
  name(text: string): string;
  /** A value as in a header or in the browser's store. */
  value(text: string): string;
  /** A Cookie header. */
  sent(text: string): string;
  /** A Set-Cookie header. Firefox joins several with newlines. */
  set(text: string): string;
}

const prefix = /^__(?:secure|host|http|host-http)-/i;
/** Names that identify a product, sometimes followed by an individual part. */
const ofProducts =
  /^(?:AWSALB(?:TG)?(?:CORS)?|AWSELB(?:CORS)?|BIGipServer|ARRAffinity(?:SameSite)?|__cf_bm|__cflb|cf_clearance|SERVERID|ROUTEID|HAPROXY|_vercel_sso_nonce|_vercel_jwt|CF_Authorization|CF_AppSession|_oauth2_proxy|GCP_IAAP_AUTH_TOKEN|GAESA|connect\.sid|incap_ses|visid_incap|nlbi)/i;
const date = /^[A-Z][a-z]{2}, \d\d[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * Returns the rules for cookies. `path` replaces the parts of a path that are not plain. `isHost` returns
 * whether a domain is a host of the recording or looks like one.
 */
export function minimalCookies(
  { of }: Placeholders,
  path: (text: string) => string,
  isHost: (text: string) => boolean,
): MinimalCookies {
  function name(text: string): string {
    const [start = ''] = prefix.exec(text) ?? [];
    const rest = text.slice(start.length);
    const [product = ''] = ofProducts.exec(rest) ?? [];
    const suffix = rest.slice(product.length);
    if (product === '') return isPlain(rest) ? text : start + of(rest);
    // A product's name must still match its pattern, and a hyphen would end the word.
    return isPlain(suffix) ? text : start + product + of(suffix).replaceAll('-', '_');
  }

  const value = (text: string) => (/^".+"$/s.test(text) ? `"${of(text.slice(1, -1))}"` : of(text));

  /** Replaces a name and its value, or a lone value, and keeps the spaces around them. */
  function pair(text: string): string {
    const equals = text.indexOf('=');
    const [key, rest] = [text.slice(0, equals), text.slice(equals + 1)];
    return equals === -1 ? inside(text, value) : `${inside(key, name)}=${inside(rest, value)}`;
  }

  function attribute(text: string): string {
    const equals = text.indexOf('=');
    const key = equals === -1 ? text : text.slice(0, equals);
    const name = inside(key, attributeName);
    if (equals === -1) return name;
    const lowerKey = key.trim().toLowerCase();
    return `${name}=${inside(text.slice(equals + 1), (given) => attributeValue(lowerKey, given))}`;
  }

  const attributeName = (key: string) =>
    /^(?:domain|expires|httponly|max-age|partitioned|path|priority|samesite|secure|)$/i.test(key)
      ? key
      : of(key);

  function attributeValue(key: string, given: string): string {
    switch (key) {
      case 'domain':
        return isHost(given.replace(/^\./, '').toLowerCase()) ? given : of(given);
      case 'path':
        return given.startsWith('/') ? path(given) : of(given);
      case 'max-age':
        return /^-?\d{1,12}$/.test(given) ? given : of(given);
      case 'samesite':
        return /^(?:strict|lax|none)$/i.test(given) ? given : of(given);
      case 'priority':
        return /^(?:low|medium|high)$/i.test(given) ? given : of(given);
      case 'expires': {
        const atMs = parseSetCookie(`a=b; Expires=${given}`)?.expiresAtMs ?? null;
        if (atMs === null) return of(given);
        return date.test(given) ? given : new Date(atMs).toUTCString();
      }
      default:
        return of(given);
    }
  }

  function line(text: string): string {
    if (isUnreadable(text)) return unreadable(of(text));
    const [nameAndValue = '', ...attributes] = text.split(';');
    return [pair(nameAndValue), ...attributes.map(attribute)].join(';');
  }

  return {
    name,
    value,
    sent: (text) => text.split(';').map(pair).join(';'),
    set: (text) => text.split('\n').map(line).join('\n'),
  };
}

/** Applies `replaced` to a text without the spaces around it. */
export function inside(text: string, replaced: (inner: string) => string): string {
  const inner = text.trim();
  const start = text.indexOf(inner);
  return text.slice(0, start) + replaced(inner) + text.slice(start + inner.length);
}

/** Whether a browser rejects a Set-Cookie header as too long or because of control characters. */
export function isUnreadable(setCookie: string): boolean {
  return /[^\s=;]/.test(setCookie.split(';', 1)[0] ?? '') && parseSetCookie(setCookie) === null;
}

/** Returns a Set-Cookie header that a browser rejects in the same way. */
export function unreadable(placeholder: string): string {
  return `${placeholder}\u0001`;
}
