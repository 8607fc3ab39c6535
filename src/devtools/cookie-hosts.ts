import { parseUrl } from '../engine';
import type { registrableDomain } from '../engine/site';
import type { ExchangeFacts } from '../protocol/facts';

/** The hosts to ask a browser's store about, for the cookies of these requests: those that hold all others. */
export function cookieHosts(
  all: Iterable<ExchangeFacts>,
  siteOf: typeof registrableDomain,
): readonly string[] {
  const hosts = new Set<string>();
  for (const { hops } of all) {
    for (const { url } of hops) {
      const parsed = parseUrl(url);
      if (parsed && /^(http|ws)s?:$/.test(parsed.protocol)) {
        hosts.add(siteOf(parsed.hostname) ?? parsed.hostname);
      }
    }
  }
  return [...hosts];
}
