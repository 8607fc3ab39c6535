import { minimalCookies } from './minimal-cookie';
import { minimalHeaders } from './minimal-header';
import { minimalTexts } from './minimal-text';
import { minimalUrls } from './minimal-url';
import type { Placeholders } from './placeholders';
import { isPlain } from './plain-words';
import type { Hosts } from './recorded';
import type { RedactionRules } from './rules';

/**
 * Matches text that looks like a host: short labels, the last of letters only. If a text can be a host, this
 * decides.
 */
const hostLike =
  /^(?:localhost|\[[\da-f:.]+\]|\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z\d_-]{1,40}\.)+(?:[a-z]{2,18}|xn--[a-z\d-]{2,20})\.?)$/i;
const integrityHash = /^(sha(?:256|384|512)-)(.*)$/;

/** Returns the rules that keep what an explanation needs and replace everything else. */
export function minimalRules(
  placeholders: Placeholders,
  hosts: Hosts,
  handedOn: ReadonlyMap<string, string>,
): RedactionRules {
  const { of, ofName } = placeholders;
  const isHost = (text: string) => hosts.has(text) || (hostLike.test(text) && !isMixed(text));
  const { url, path } = minimalUrls(placeholders, handedOn);
  const cookies = minimalCookies(placeholders, path, isHost);
  const headers = minimalHeaders({ placeholders, cookies, url, path, isHost });
  const texts = minimalTexts(placeholders, url, (text) => hosts.has(text) || hosts.hasLabel(text));
  const unlessPlain = (text: string) => (isPlain(text) ? text : of(text));
  const isLabel = (label: string) =>
    label === 'any' || label === '' || isPlain(label) || hosts.hasLabel(label);
  return {
    url,
    path,
    origin: once(headers.origin),
    domain: (text) => (isHost(text) ? text : of(text)),
    header: onceForHeaders(headers.value),
    method: headers.method,
    directive: headers.directive,
    cookieName: cookies.name,
    cookieValue: cookies.value,
    cookie: cookies.set,
    name: once(texts.name),
    callback: ofName,
    integrity: (text) =>
      text.replace(/\S+/g, (hash) =>
        integrityHash.test(hash)
          ? hash.replace(integrityHash, (_, start: string, digest: string) => start + of(digest))
          : of(hash),
      ),
    stackLine: once(texts.stackLine),
    data: texts.data,
    code: texts.code,
    example: (text) =>
      text.replace(/[^:/.]+/g, (label) =>
        isLabel(label.replace(/^attacker-?/, '')) || /^\d{1,5}$/.test(label) ? label : of(label),
      ),
    text: unlessPlain,
    error: texts.error,
  };
}

/** Whether a label mixes lower and upper case: hosts do not, but many tokens do. */
function isMixed(text: string): boolean {
  return text.split('.').some((label) => /[a-z].*[A-Z]|[A-Z].*[A-Z].*[a-z]/.test(label));
}

/** Returns `replaced` with a cache, because recordings repeat their texts. */
function once(replaced: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text);
    if (made !== undefined) return made;
    const shown = replaced(text);
    known.set(text, shown);
    return shown;
  };
}

function onceForHeaders(replaced: RedactionRules['header']): RedactionRules['header'] {
  const byName = new Map<string, (value: string) => string>();
  return (name, value) => {
    const known = byName.get(name) ?? once((text) => replaced(name, text));
    byName.set(name, known);
    return known(value);
  };
}
