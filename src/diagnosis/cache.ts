import type { CauseEvidence } from './cause';
import type { Answer } from './context';
import { header, headerLines } from './evidence';

/** Headers with which shared caches tell a hit from a miss. */
const words = ['X-Cache', 'CF-Cache-Status', 'X-Cache-Status', 'X-Proxy-Cache', 'Cache-Status'];

/** Whether a shared cache says that it had stored the response. */
export function isCacheHit(answer: Answer): boolean {
  return words.some((name) => /\bhit\b/i.test(header(answer, name) ?? '')) || isVarnishHit(answer);
}

/** Varnish names two transactions if it had stored the response: this one, and the one that fetched it. */
function isVarnishHit(answer: Answer): boolean {
  return /^\d+ \d+$/.test(header(answer, 'X-Varnish') ?? '');
}

/** Whether the response was in a shared cache for a second or more. */
export function isOld(answer: Answer): boolean {
  return Number(header(answer, 'Age') ?? 0) > 0;
}

/** Quotes what a shared cache says of the response. */
export function cacheLines(answer: Answer): readonly CauseEvidence[] {
  return headerLines(answer, [...words, 'X-Varnish', 'Age']);
}
