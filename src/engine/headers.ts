import type { HeaderList } from './model';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether `text` is a token, the syntax of methods and header names. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** Returns the number of bytes that `value` has in UTF-8. */
export function byteLength(value: string): number {
  let length = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Returns the values of all headers of that name, in order; the name is case-insensitive. */
export function headerValues(list: HeaderList, name: string): readonly string[] {
  const lowerName = name.toLowerCase();
  const values: string[] = [];
  for (const [other, value] of list) {
    // Lengths are compared first: most names differ in length, and the rules look up many headers.
    if (other.length !== name.length) continue;
    if (other === name || other.toLowerCase() === lowerName) values.push(normalize(value));
  }
  return values;
}

/**
 * Returns the value of a header, repeats joined by a comma and a space; null if it is missing.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(list: HeaderList, name: string): string | null {
  const values = headerValues(list, name);
  return values.length > 1 ? values.join(', ') : (values[0] ?? null);
}

/**
 * Returns the items of a header whose value is a list of tokens; null if the header is missing, `failure` if
 * an item is not a token. As in HTTP, empty items are ignored.
 *
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractTokens(list: HeaderList, name: string): readonly string[] | 'failure' | null {
  const values = headerValues(list, name);
  if (values.length === 0) return null;
  const items = values.flatMap((value) => value.split(',').map(normalize)).filter((item) => item !== '');
  return items.every(isToken) ? items : 'failure';
}

/**
 * Returns `value` without leading and trailing whitespace.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-value-normalize
 */
export function normalize(value: string): string {
  let start = 0;
  while (start < value.length && isWhitespace(value.charCodeAt(start))) start++;
  return withoutTrailingWhitespace(value.slice(start));
}

/** Returns `value` without trailing whitespace. */
export function withoutTrailingWhitespace(value: string): string {
  // A pattern with $ would take quadratic time on a long run of spaces inside the value.
  let end = value.length;
  while (end > 0 && isWhitespace(value.charCodeAt(end - 1))) end--;
  return value.slice(0, end);
}

/** @see https://fetch.spec.whatwg.org/#http-whitespace */
function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
