/** In what an Access-Control-Allow-Origin value misses an origin that it may have been meant for. */
export type NearMiss = 'null' | 'trailing-slash' | 'path' | 'letter-case' | 'pattern';

/** Why `value` does not equal `origin`, byte for byte, though one might think so; null if one would not. */
export function nearMiss(value: string, origin: string): NearMiss | null {
  if (value === 'null') return 'null';
  if (value === `${origin}/`) return 'trailing-slash';
  if (value.startsWith(`${origin}/`)) return 'path';
  if (value.toLowerCase() === origin.toLowerCase()) return 'letter-case';
  return value.includes('*') ? 'pattern' : null;
}
