import { parseUrl } from '../../engine';
import type { registrableDomain } from '../../engine/site';
import type { ExchangeFacts } from '../../protocol/facts';

/**
 * Returns the hosts to query in the browser's cookie store for these requests: the registrable domains, if
 * there are any.
 */
export function cookieHosts(
  exchanges: Iterable<ExchangeFacts>,
  siteOf: typeof registrableDomain,
): readonly string[] {
  // Many URLs have the same server, and parsing is slow.
  const servers = new Set<string>();
  for (const { hops } of exchanges) {
    for (const { url } of hops) {
      const [server] = /^(?:http|ws)s?:\/\/[^/?#]*/.exec(url) ?? [];
      if (server !== undefined) servers.add(server);
    }
  }
  const hosts = [...servers].flatMap((server) => parseUrl(server)?.hostname ?? []);
  return [...new Set(hosts.map((host) => siteOf(host) ?? host))];
}
