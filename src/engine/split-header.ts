import { getHeader, normalize } from './headers';
import type { HeaderList } from './model';

/**
 * Splits a header's value at its commas, except inside quotes; null if the header is missing. Quotes stay in
 * a part, and only the whitespace around a part is removed.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split
 */
export function splitHeader(list: HeaderList, name: string): readonly string[] | null {
  const value = getHeader(list, name);
  if (value === null) return null;
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === ',' && !isQuoted) {
      parts.push(normalize(part));
      part = '';
      continue;
    }
    part += character;
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) part += value.charAt(++at);
  }
  return [...parts, normalize(part)];
}
