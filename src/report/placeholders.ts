import { minLength } from './known-secrets';
import { decode, type Replace } from './secret-places';
import { isSecretValue } from './secrets';

/** The placeholders of a report: equal secrets have equal ones. */
export interface Placeholders {
  /** The placeholder of a secret: the same for the same one. A placeholder stays as it is. */
  readonly of: Replace;
  has(secret: string): boolean;
  /** The secrets that are to be `told` by themselves, in each form in which a text may repeat them. */
  forms(told: (secret: string) => boolean): ReadonlyMap<string, string>;
}

/** No placeholder issued yet. */
export function openPlaceholders(): Placeholders {
  const bySecret = new Map<string, string>();
  const issued = new Set<string>();
  const of = (secret: string): string => {
    if (secret === '' || issued.has(secret)) return secret;
    const known = bySecret.get(secret);
    if (known !== undefined) return known;
    const inner = unquoted(decode(secret));
    const placeholder = bySecret.get(inner) ?? `REDACTED-${issued.size + 1}`;
    issued.add(placeholder);
    bySecret.set(secret, placeholder);
    if (inner !== '' && !bySecret.has(inner)) bySecret.set(inner, placeholder);
    // A cookie or a credential may be made of several: each is a secret by itself.
    for (const part of inner.split(/[\s"'{}[\],:;&=|/]+/)) {
      if (part !== inner && isSecretValue(part)) of(part);
    }
    return placeholder;
  };
  return {
    of,
    has: (secret) => bySecret.has(secret),
    forms(told) {
      const forms = new Map<string, string>();
      for (const [secret, placeholder] of bySecret) {
        if (!told(secret)) continue;
        for (const form of formsOf(secret)) {
          if (form.length >= minLength && !forms.has(form)) forms.set(form, placeholder);
        }
      }
      return forms;
    },
  };
}

function unquoted(text: string): string {
  return /^"(.*)"$/s.exec(text)?.[1] ?? text;
}

/** A secret as it is, percent-encoded in the ways that there are, and as a part of JSON. */
function formsOf(secret: string): readonly string[] {
  if (/^[\w.~-]*$/.test(secret)) return [secret];
  const encoded = encodeURIComponent(secret.toWellFormed());
  const strict = encoded.replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
  const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase());
  const form = encoded.replaceAll('%20', '+');
  return [
    secret,
    ...[encoded, strict, form].flatMap((each) => [each, lower(each), encodeURIComponent(each)]),
    JSON.stringify(secret).slice(1, -1),
  ];
}
