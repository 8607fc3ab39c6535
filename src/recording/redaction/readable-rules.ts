import { minLength, openKnownSecrets } from './known-secrets';
import { isUnreadable, unreadable } from './minimal-cookie';
import { decode, type Placeholders } from './placeholders';
import type { RedactionRules } from './rules';
import {
  type Replace,
  secretsInHeader,
  secretsInPreview,
  secretsInText,
  secretsInUrl,
} from './secret-places';
import { isSecretName, isSecretValue } from './secrets';

/**
 * Returns the rules that replace secrets, recognized by name or by form, and all repetitions of the same
 * values. The first pass over a recording finds the secrets, so these rules are made again for the second
 * pass.
 */
export function readableRules(
  { of, ofName, has, values }: Placeholders,
  handedOn: ReadonlyMap<string, string>,
): RedactionRules {
  const secrets = [...values()].filter((value) => value.length >= minLength && !'redacted'.startsWith(value));
  const known = openKnownSecrets(
    new Map(secrets.flatMap((value) => formsOf(value).map((form) => [form, of(value)] as const))),
  );
  const isKnown = (value: string) => value.length >= minWholeLength && has(value);
  const replacing = (replaced: (secret: string) => string): Replace =>
    Object.assign(
      (secret: string) => {
        // A cookie or credential may consist of several secrets; each is registered separately.
        for (const part of decode(secret).split(/[\s"'{}[\],:;&=|/]+/)) if (isSecretValue(part)) of(part);
        return replaced(secret);
      },
      { knows: isKnown },
    );
  const [replace, inUrls] = [replacing(of), replacing(ofName)];
  const text = (value: string) => (isKnown(value) ? of(value) : secretsInText(known(value), replace));
  const preview = (value: string) => (isKnown(value) ? of(value) : secretsInPreview(known(value), replace));
  const plainUrl = (value: string) => knownAfterHost(secretsInUrl(value, inUrls), known);
  const url = (value: string) => {
    const shown = plainUrl(value);
    const given = handedOn.get(decode(value.slice(value.indexOf('#') + 1)));
    if (given === undefined) return shown;
    // Relays are found by comparing fragments, so the fragment that was passed on must remain visible.
    const part = plainUrl(`#${given}`).slice(1);
    return decode(shown).includes(part) ? shown : `${shown}&${part}`;
  };
  const setCookie = (value: string) =>
    isUnreadable(value) ? unreadable(of(value)) : secretsInHeader('Set-Cookie', value, replace);
  const asIs = (value: string) => value;
  return {
    url,
    path: url,
    origin: asIs,
    domain: asIs,
    header: (name, value) => {
      if (name.toLowerCase() === 'set-cookie') return value.split('\n').map(setCookie).join('\n');
      const shown = secretsInHeader(name, value, replace);
      return isSecretName(name) || isOfPage(name) ? known(shown) : shown;
    },
    method: asIs,
    directive: asIs,
    cookieName: asIs,
    cookieValue: (value) => (value === '' ? '' : secretsInHeader('Cookie', `a=${value}`, replace).slice(2)),
    cookie: asIs,
    name: text,
    callback: (name) => (has(name) || isSecretValue(name) ? ofName(name) : name),
    integrity: asIs,
    stackLine: text,
    data: preview,
    code: preview,
    example: asIs,
    text: preview,
    error: text,
  };
}

/** Shorter values, such as `1` or `en`, are no secrets when they are the whole of another field. */
const minWholeLength = 4;

/** Whether a header is a custom one of a page or an application, which no rule reads. */
function isOfPage(name: string): boolean {
  return /^x-(?!content-type-options|frame-options|forwarded|cache|powered-by|served-by)/i.test(name);
}

/** Replaces known secrets in a URL, but only after its host. */
function knownAfterHost(url: string, known: (text: string) => string): string {
  const [start = ''] = /^(?:blob:)?(?:[a-z][a-z\d+.-]*:)?(?:[/\\]{2}[^/\\?#]*)?/i.exec(url) ?? [];
  return start + known(url.slice(start.length));
}

/** Returns the forms of a secret: plain, percent-encoded in its variants, and escaped in JSON. */
function formsOf(secret: string): readonly string[] {
  if (/^[\w.~-]*$/.test(secret)) return [secret];
  const encoded = encodeURIComponent(secret.toWellFormed());
  const strict = encoded.replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase());
  const form = encoded.replaceAll('%20', '+');
  return [
    secret,
    ...[encoded, strict, form].flatMap((variant) => [variant, lower(variant), encodeURIComponent(variant)]),
    JSON.stringify(secret).slice(1, -1),
  ];
}
