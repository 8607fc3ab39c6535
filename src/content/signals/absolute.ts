/** Resolves a URL against a base; '' if it cannot be parsed. */
export function absolute(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).href : '';
}
