import { mimeTypeEssence } from './mime-type';
import type { HeaderList } from './model';
import { parseSingleRange } from './range';

const maxValueBytes = 128;
const maxTotalBytes = 1024;
const safelistedTypes: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unsafeByte = /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/;
const languageValue = /^[0-9A-Za-z *,\-.;=]*$/;

/** Whether `value` has a CORS-unsafe request-header byte. @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
export function hasUnsafeByte(value: string): boolean {
  return unsafeByte.test(value);
}

/**
 * Whether a request may send this header across origins without a preflight. Both the name and the value
 * decide. Each character of `value` stands for one byte.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function isCorsSafelistedRequestHeader(name: string, value: string): boolean {
  if (value.length > maxValueBytes) return false;
  switch (name.toLowerCase()) {
    case 'accept':
      return !hasUnsafeByte(value);
    case 'accept-language':
    case 'content-language':
      return languageValue.test(value);
    case 'content-type':
      return !hasUnsafeByte(value) && safelistedTypes.has(mimeTypeEssence(value) ?? '');
    case 'range': {
      const range = parseSingleRange(value);
      return range !== null && range.first !== null;
    }
    default:
      return false;
  }
}

/**
 * Returns the names that a preflight must announce, sorted and in lower case: all headers that are not
 * safelisted, and the safelisted ones too if their values together exceed 1,024 bytes.
 *
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(list: HeaderList): readonly string[] {
  const unsafe: string[] = [];
  const potentiallyUnsafe: string[] = [];
  let safelistValueSize = 0;
  for (const [name, value] of list) {
    if (isCorsSafelistedRequestHeader(name, value)) {
      potentiallyUnsafe.push(name);
      safelistValueSize += value.length;
    } else {
      unsafe.push(name);
    }
  }
  const names = safelistValueSize > maxTotalBytes ? [...unsafe, ...potentiallyUnsafe] : unsafe;
  return [...new Set(names.map((name) => name.toLowerCase()))].sort();
}

/**
 * Whether `*` never covers this header name.
 *
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function isNonWildcardRequestHeaderName(name: string): boolean {
  return name.toLowerCase() === 'authorization';
}
