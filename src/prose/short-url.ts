import { parseUrl } from '../engine';

const maxLength = 80;

/** The host of a URL, with its port where that is not the scheme's own; the text itself if it is no URL. */
export function hostOf(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed) return bounded(url, maxLength);
  const { host, protocol } = parsed;
  return host === '' ? protocol : host;
}

/** A URL as origin and path, at most 80 characters: without query, fragment, user name and password. */
export function shortUrl(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed) return bounded(url, maxLength);
  const { protocol, host, pathname } = parsed;
  // A file: URL has an empty host; data:, blob: and about: URLs have none.
  const hasHost = host !== '' || protocol === 'file:';
  return bounded(hasHost ? `${protocol}//${host}${pathname}` : `${protocol}${pathname}`, maxLength);
}

/** `text` cut to `length` characters, an ellipsis in place of what is gone. */
export function bounded(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
