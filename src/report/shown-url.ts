import { parseUrl } from '../engine';
import { bounded } from '../prose/short-url';
import { isSecretName, isSecretValue } from './secrets';

const maxLength = 2000;
const withheld = 'REDACTED';

/** A URL without user name, password and fragment, and without the values in its query that look secret. */
export function shownUrl(url: string): string {
  const parsed = parseUrl(url);
  const address = parsed
    ? `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search}`
    : url.replace(/^(\w+:)?\/\/[^/?#]*@/, '$1//').replace(/#.*/s, '');
  const shown = address.replace(
    /([?&;])([^=&;?]+)=([^&;]*)/g,
    (all, start: string, name: string, value: string) =>
      isSecretName(decode(name)) || isSecretValue(decode(value)) ? `${start}${name}=${withheld}` : all,
  );
  return bounded(shown, maxLength);
}

/** Whether a value in the query of this URL is not shown. */
export function isWithheld(url: string): boolean {
  return shownUrl(url).includes(`=${withheld}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
