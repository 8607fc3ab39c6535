import { isToken, normalize, withoutTrailingWhitespace } from './headers';

/**
 * Returns the essence of a MIME type, such as `text/plain`; null if `value` is not a MIME type. Malformed
 * parameters are ignored.
 *
 * @see https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function mimeTypeEssence(value: string): string | null {
  const [essence = ''] = normalize(value).split(';', 1);
  const slash = essence.indexOf('/');
  if (slash === -1) return null;
  const type = essence.slice(0, slash);
  const subtype = withoutTrailingWhitespace(essence.slice(slash + 1));
  return isToken(type) && isToken(subtype) ? `${type}/${subtype}`.toLowerCase() : null;
}
