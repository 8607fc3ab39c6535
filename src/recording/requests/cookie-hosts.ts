import { parseUrl } from '../../engine';
import type { registrableDomain } from '../../engine/site';
import type { ExchangeFacts } from '../../protocol/facts';

/** The hosts to ask a browser's store about, for the cookies of these requests: those that hold all others. */
export function cookieHosts(
  all: Iterable<ExchangeFacts>,
  siteOf: typeof registrableDomain,
): readonly string[] {
  // Many URLs have the same beginning, and parsing takes its time.
  const servers = new Set<string>();
  for (const { hops } of all) {
    for (const { url } of hops) {
      const [server] = /^(?:http|ws)s?:\/\/[^/?#]*/.exec(url) ?? [];
      if (server !== undefined) servers.add(server);
    }
  }
  const hosts = [...servers].flatMap((server) => parseUrl(server)?.hostname ?? []);
  return [...new Set(hosts.map((host) => siteOf(host) ?? host))];
}
