import type { HeaderList } from './model';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Whether `text` is a token, which methods and header names are. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** How many bytes `value` had on the wire. */
export function byteLength(value: string): number {
  let length = 0;
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** The values of every header of that name, whatever its letters' case, in order. */
export function headerValues(list: HeaderList, name: string): readonly string[] {
  const lowerName = name.toLowerCase();
  const values: string[] = [];
  for (const [other, value] of list) {
    // Lengths first: most names differ in theirs, and the rules ask for many headers.
    if (other.length !== name.length) continue;
    if (other === name || other.toLowerCase() === lowerName) values.push(normalize(value));
  }
  return values;
}

/**
 * The value of the header of that name, repeats joined by a comma and a space; null if there is none.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(list: HeaderList, name: string): string | null {
  const values = headerValues(list, name);
  return values.length > 1 ? values.join(', ') : (values[0] ?? null);
}

/**
 * The items of a header whose value is a list of tokens; null if there is no such header, `failure`
 * if an item is no token. Empty items are passed over, as the list rule of HTTP has it.
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
 * `value` without the whitespace around it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-value-normalize
 */
export function normalize(value: string): string {
  let start = 0;
  while (start < value.length && isWhitespace(value.charCodeAt(start))) start++;
  return withoutTrailingWhitespace(value.slice(start));
}

/** `value` without the whitespace at its end. */
export function withoutTrailingWhitespace(value: string): string {
  // Not by a pattern with $: on a long run of spaces inside the value that takes time by its square.
  let end = value.length;
  while (end > 0 && isWhitespace(value.charCodeAt(end - 1))) end--;
  return value.slice(0, end);
}

/** @see https://fetch.spec.whatwg.org/#http-whitespace */
function isWhitespace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
