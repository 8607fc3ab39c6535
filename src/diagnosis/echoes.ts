import type { SerializedOrigin } from '../engine';
import { parseUrl } from '../engine';
import type { AdviceMatch } from './advice';
import type { AdviceContext, Crossing } from './advice-context';

// What a server allowed to which origins, and how that is quoted.

/** Returns one match for each server with responses that `isFound`. */
export function perServer(
  groups: AdviceContext['crossings'],
  isFound: (crossing: Crossing) => boolean,
  evidenceOf: (crossing: Crossing) => readonly string[] = allowedLines,
): readonly AdviceMatch[] {
  return [...groups].flatMap(([server, crossings]) => {
    const found = crossings.filter(isFound);
    return found.length > 0 ? [matchOf(server, found, evidenceOf)] : [];
  });
}

/** Returns the match of some responses of a server. */
export function matchOf(
  server: SerializedOrigin,
  found: readonly Crossing[],
  evidenceOf: (crossing: Crossing) => readonly string[] = allowedLines,
): AdviceMatch {
  return {
    exchanges: idsOf(found),
    evidence: [...new Set(found.slice(0, maxQuoted).flatMap(evidenceOf))],
    values: { server, origins: originsOf(found).join(', ') },
  };
}

const maxQuoted = 20;

/** The exchanges of some responses, each once. */
function idsOf(found: readonly Crossing[]): readonly string[] {
  return [...new Set(found.map(({ facts }) => facts.id))];
}

/** The origins that some requests sent, each once. */
export function originsOf(found: readonly Crossing[]): readonly SerializedOrigin[] {
  return [...new Set(found.map(({ origin }) => origin))];
}

/** Quotes what a server allowed. */
export function allowedLines({ origin, allows, allowsCredentials }: Crossing): readonly string[] {
  return [
    `Origin: ${origin}`,
    ...(allows === null ? [] : [`Access-Control-Allow-Origin: ${allows}`]),
    ...(allowsCredentials ? ['Access-Control-Allow-Credentials: true'] : []),
  ];
}

/** Whether a server allowed exactly the origin that the request sent. */
export function isEcho({ allows, origin }: Crossing): boolean {
  return allows === origin && origin !== 'null';
}

/** Whether a server allowed an origin with credentials. */
export function isEchoWithCredentials(crossing: Crossing): boolean {
  return crossing.allowsCredentials && isEcho(crossing);
}

/** Whether a server did not allow one of the origins that requests sent. Then it does not allow all. */
export function refusesAny(crossings: readonly Crossing[]): boolean {
  const allowed = new Set(crossings.filter(isEcho).map(({ origin }) => origin));
  return crossings.some(
    ({ origin, allows }) => !allowed.has(origin) && allows !== '*' && (allows === null || allows !== origin),
  );
}

/** Two origins of which a pattern that is meant for the first lets the second through. */
export interface LoosePair {
  readonly meant: string;
  readonly passes: SerializedOrigin;
  /** `start`: only the beginning of the host is compared; `end`: only its end. */
  readonly compares: 'start' | 'end';
}

/** Returns an allowed origin that only a loose comparison with another host lets through; null if there is none. */
export function loosePair(server: SerializedOrigin, allowed: readonly SerializedOrigin[]): LoosePair | null {
  const hosts = new Set([server, ...allowed].flatMap((origin) => withParents(hostOf(origin))));
  for (const passes of allowed) {
    const host = hostOf(passes);
    for (const meant of hosts) {
      if (host.startsWith(`${meant}.`) && !isWithin(host, meant)) return { meant, passes, compares: 'start' };
      // Below a shared domain, the owner of one name owns the others too.
      const isWhole = meant.split('.').length === 2;
      if (isWhole && host.endsWith(meant) && !isWithin(host, meant))
        return { meant, passes, compares: 'end' };
    }
  }
  return null;
}

function hostOf(origin: SerializedOrigin): string {
  return parseUrl(origin)?.hostname ?? '';
}

/** A host, and the domains above it of at least two labels. Addresses have none. */
function withParents(host: string): readonly string[] {
  if (host === '' || /^[\d.]+$|^\[/.test(host)) return [];
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
