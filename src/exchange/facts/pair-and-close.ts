import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { type Assembly, closed, keep } from './assembly';
import { isStoppedOptions, pairPreflights, preflightedMethod } from './pair-preflight';
import { bareUrl } from './request-url';

/**
 * Pairs preflights with their requests and closes exchanges that will get no end event. Returns all that
 * changed.
 */
export function pairAndClose(
  assembly: Assembly,
  facts: ExchangeFacts,
  isLate: boolean,
): readonly ExchangeFacts[] {
  const changed = new Map([[facts.id, facts]]);
  const isUnpaired = isAnyPreflight(facts) && facts.preflightFor === null;
  if (isLate || isUnpaired) pair(assembly, facts, changed);
  for (const { id } of [...changed.values()]) closePreflights(assembly, id, changed);

  // A preflight's response affects the verdict of its request, and a request's end that of its preflight.
  const { preflightFor, end } = assembly.exchanges.get(facts.id) ?? facts;
  const partner = preflightFor && assembly.exchanges.get(preflightFor.exchange);
  if (partner && end) changed.set(partner.id, partner);
  return [...changed.values()];
}

function isAnyPreflight(facts: ExchangeFacts): boolean {
  return preflightedMethod(facts) !== null || isStoppedOptions(facts);
}

/** Closes the preflights of an exchange that has ended. */
function closePreflights(assembly: Assembly, id: string, changed: Map<string, ExchangeFacts>): void {
  const { end, hops, preflightFor } = assembly.exchanges.get(id) ?? {};
  if (preflightFor) closePreflights(assembly, preflightFor.exchange, changed);
  if (!end) return;
  for (const { preflight } of hops ?? []) {
    const open = preflight === null ? undefined : assembly.exchanges.get(preflight);
    if (open && !open.end) keep(assembly, closed(open, 'request-ended', end.atMs), changed);
  }
}

/** Pairs the preflights of an exchange's URLs again, because a late event may change the pairs. */
function pair(assembly: Assembly, { hops }: ExchangeFacts, changed: Map<string, ExchangeFacts>): void {
  const urls = new Set(hops.map(({ url }) => bareUrl(url)));
  const isOfThese = ({ url }: HopFacts) => urls.has(bareUrl(url));
  const near = [...assembly.exchanges.values()].filter((other) => other.hops.some(isOfThese));
  if (!near.some(isAnyPreflight)) return;
  const pairs = pairPreflights(near);
  const byPreflight = new Map(pairs.map((match) => [match.preflight, match]));
  const preflightOf = new Map(pairs.map(({ preflight, exchange, hop }) => [`${exchange} ${hop}`, preflight]));
  const isGone = (id: string) => !assembly.exchanges.has(id);

  for (const facts of near) {
    const match = byPreflight.get(facts.id);
    const isKept = facts.preflightFor !== null && isGone(facts.preflightFor.exchange);
    const preflightFor = match
      ? { exchange: match.exchange, hop: match.hop }
      : isKept || !isAnyPreflight(facts)
        ? facts.preflightFor
        : null;
    const linked = facts.hops.map((hop, index) => {
      if (!isOfThese(hop) || (hop.preflight !== null && isGone(hop.preflight))) return hop;
      const preflight = preflightOf.get(`${facts.id} ${index}`) ?? null;
      return preflight === hop.preflight ? hop : { ...hop, preflight };
    });
    const isSame =
      linked.every((hop, index) => hop === facts.hops[index]) &&
      preflightFor?.exchange === facts.preflightFor?.exchange &&
      preflightFor?.hop === facts.preflightFor?.hop;
    if (!isSame) keep(assembly, { ...facts, preflightFor, hops: linked }, changed);
  }
}
