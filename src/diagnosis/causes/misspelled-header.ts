import type { LocatedFinding } from '../../engine';
import type { Cause } from '../cause';
import type { Answer } from '../context';
import { headerLine } from '../evidence';

const real = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
] as const;
const missed: readonly (readonly [code: RegExp, meant: (typeof real)[number]])[] = [
  [/allow-origin-missing$/, 'Access-Control-Allow-Origin'],
  [/allow-credentials-missing$/, 'Access-Control-Allow-Credentials'],
  [/^preflight-header-not-allowed$/, 'Access-Control-Allow-Headers'],
  [/^preflight-method-not-allowed$/, 'Access-Control-Allow-Methods'],
];
const others = new Set([
  ...real.map((name) => name.toLowerCase()),
  'access-control-allow-private-network',
  'access-control-allow-local-network',
]);

/** The server sends a CORS header under a name that no browser knows. */
export const misspelledHeader: Cause = {
  actor: 'api',
  covers: ['route-without-cors', 'header-not-exposed'],
  match({ answer, finding }) {
    const found = answer && misspelledIn(answer).find(({ meant }) => isMissed(meant, finding));
    if (!answer || !found) return null;
    return { confidence: 'certain', evidence: [headerLine(answer, found.name)], values: found };
  },
};

/** Whether a header that is missing is what the browser acts on; only the page notices that it cannot read one. */
function isMissed(name: string, finding: LocatedFinding | null): boolean {
  if (!finding) return name === 'Access-Control-Expose-Headers';
  return missed.some(([code, meant]) => meant === name && code.test(finding.code));
}

/** The misspelled names of a response, with what is meant. */
function misspelledIn({ headers }: Answer) {
  return (headers ?? []).flatMap(([name]) => {
    const lower = name.toLowerCase();
    if (others.has(lower) || !/access|allow|control|cors/.test(lower)) return [];
    const meant = real.find((each) => isNear(lower, each.toLowerCase()));
    const isThere = headers?.some(([other]) => other.toLowerCase() === meant?.toLowerCase());
    return meant && !isThere ? [{ name, meant }] : [];
  });
}

/** Whether two names have the same words in another order or number, or differ by at most two letters. */
function isNear(name: string, meant: string): boolean {
  const words = (text: string) =>
    text
      .split(/[-_]/)
      .map((word) => word.replace(/s$/, ''))
      .sort()
      .join(' ');
  return words(name) === words(meant) || distance(name, meant) <= 2;
}

/** The Levenshtein distance of two texts. */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const cost = a[i] === b[j] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + cost, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
