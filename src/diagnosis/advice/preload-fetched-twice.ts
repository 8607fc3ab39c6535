import { getHeader } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { Advice } from '../advice';

/** A preload is used soon after it, or not at all. */
const withinMs = 60_000;

/** A document loaded a file in two modes: a preload is used only by a request of the same mode. */
export const preloadFetchedTwice: Advice = {
  kind: 'cost',
  severity: 'low',
  certainty: 'likely',
  find({ exchanges }) {
    const loads = new Map<string, ExchangeFacts>();
    return exchanges.flatMap((facts) => {
      const load = loadOf(facts);
      if (!load) return [];
      const key = `${facts.documentId ?? facts.frameId} ${load.url}`;
      const before = loads.get(key);
      if (!before) {
        loads.set(key, facts);
        return [];
      }
      const first = loadOf(before);
      const isSoon = facts.startedAtMs - before.startedAtMs <= withinMs;
      if (first?.mode !== 'no-cors' || load.mode !== 'cors' || !isSoon || load.isCached) return [];
      loads.delete(key);
      return [
        {
          exchanges: [before.id, facts.id],
          evidence: ['Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Mode: cors'],
          values: { url: load.url, destination: load.destination },
        },
      ];
    });
  },
};

const destinations: ReadonlySet<string> = new Set(['font', 'script', 'style', 'image', 'empty']);

/** Returns a GET that a preload can be for; null for other requests. */
function loadOf({ hops, kind }: ExchangeFacts): {
  readonly url: string;
  readonly mode: string;
  readonly destination: string;
  readonly isCached: boolean;
} | null {
  const [hop] = hops;
  if (hops.length !== 1 || hop?.method !== 'GET' || kind === 'document' || kind === 'frame') return null;
  const sent = hop.requestHeaders;
  const mode = sent && getHeader(sent, 'Sec-Fetch-Mode');
  const destination = sent && getHeader(sent, 'Sec-Fetch-Dest');
  if (!mode || !destination || !destinations.has(destination)) return null;
  return { url: hop.url, mode, destination, isCached: hop.fromCache === true };
}
