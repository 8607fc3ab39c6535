import { isDomainMatch, parseUrl } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';

/**
 * Returns the exchanges that affect the cookies of the wanted ones, in the order of `exchanges`: the wanted
 * ones themselves, and others whose responses set cookies on a related host.
 */
export function cookieNeighbours(
  wanted: readonly ExchangeFacts[],
  exchanges: readonly ExchangeFacts[],
): readonly ExchangeFacts[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const hosts = new Set(wanted.flatMap(hostsOf));
  return exchanges.filter((facts) => ids.has(facts.id) || (setsCookies(facts) && isNear(facts, hosts)));
}

const setting = new WeakMap<ExchangeFacts, boolean>();

/** Whether a response of an exchange sets a cookie; computed once for each state of its facts. */
export function setsCookies(facts: ExchangeFacts): boolean {
  const known = setting.get(facts);
  if (known !== undefined) return known;
  const sets = facts.hops.some(
    ({ response }) => response?.headerList.some(([name]) => /^set-cookie$/i.test(name)) ?? false,
  );
  setting.set(facts, sets);
  return sets;
}

function hostsOf({ hops }: ExchangeFacts): readonly string[] {
  return hops.flatMap(({ url }) => parseUrl(url)?.hostname ?? []);
}

/**
 * Whether cookies of these hosts can apply to each other: one host contains the other, or they share a
 * parent.
 */
function isNear(facts: ExchangeFacts, hosts: ReadonlySet<string>): boolean {
  const parent = (host: string) => host.split('.').slice(-2).join('.');
  return hostsOf(facts).some(
    (other) =>
      hosts.has(other) ||
      [...hosts].some((host) => isDomainMatch(other, host) || parent(other) === parent(host)),
  );
}
