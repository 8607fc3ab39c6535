import { getHeader } from './headers';
import { mimeTypeEssence } from './mime-type';
import type { HeaderList } from './model';

const javaScript =
  /^(application\/(ecmascript|javascript|x-ecmascript|x-javascript)|text\/(ecmascript|javascript|javascript1\.[0-5]|jscript|livescript|x-ecmascript|x-javascript))$/;

/** @see https://mimesniff.spec.whatwg.org/#javascript-mime-type */
export function isJavaScriptMimeType(essence: string | null): boolean {
  return essence !== null && javaScript.test(essence);
}

/** The essence of a response's Content-Type; null if it has none. */
export function contentTypeOf(headerList: HeaderList): string | null {
  return mimeTypeEssence(getHeader(headerList, 'Content-Type') ?? '');
}

/**
 * Whether a response may not be used as a script or a style, for its type is another and its server allows
 * no guessing.
 *
 * @see https://fetch.spec.whatwg.org/#ref-for-determine-nosniff
 */
export function isBlockedByNosniff(headerList: HeaderList, destination: 'script' | 'style'): boolean {
  const [value = ''] = (getHeader(headerList, 'X-Content-Type-Options') ?? '').split(',');
  if (value.trim().toLowerCase() !== 'nosniff') return false;
  const essence = contentTypeOf(headerList);
  return destination === 'script' ? !isJavaScriptMimeType(essence) : essence !== 'text/css';
}

/**
 * Whether a response may not be used as a script, whatever its server says of guessing.
 *
 * @see https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type?
 */
export function isBlockedByMimeType(headerList: HeaderList, destination: 'script' | 'style'): boolean {
  const essence = contentTypeOf(headerList) ?? '';
  return destination === 'script' && /^((audio|image|video)\/|text\/csv$)/.test(essence);
}
