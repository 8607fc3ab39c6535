import { parseUrl } from '../engine';
import { bounded } from '../prose/short-url';
import { secretsInUrl } from './secret-places';

const maxLength = 2000;
const withheld = 'REDACTED';

/** A URL in which whatever looks secret is replaced; nothing else of it changes. */
export function withheldIn(url: string): string {
  return secretsInUrl(url, () => withheld);
}

/** A URL without user name, password and fragment, and without the values in it that look secret. */
export function shownUrl(url: string): string {
  const parsed = parseUrl(url);
  const address = parsed
    ? `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search}`
    : url.replace(/^(\w+:)?\/\/[^/?#]*@/, '$1//').replace(/#.*/s, '');
  return bounded(withheldIn(address), maxLength);
}

/** Whether a value in this URL is not shown. */
export function isWithheld(url: string): boolean {
  return shownUrl(url).includes(withheld);
}
