import type { Advice } from '../advice';
import { perServerOf } from '../per-server';
import { countAndTime } from '../preflights';

/** So many different URLs are more than a page with a few endpoints has. */
const fewest = 8;

/** Each of many URLs has a preflight of its own: the cache is keyed by URL, so no max-age helps. */
export const preflightsPerUrl: Advice = {
  kind: 'cost',
  severity: 'low',
  certainty: 'certain',
  find: ({ preflights }) =>
    perServerOf(preflights).flatMap(([server, all]) => {
      const firsts = [
        ...new Map([...all].reverse().map((one) => [`${one.origin} ${one.url}`, one])).values(),
      ];
      if (firsts.length < fewest) return [];
      const found = firsts.reverse();
      return [
        {
          exchanges: found.map(({ facts }) => facts.id),
          evidence: found.slice(0, 20).map(({ method, url }) => `OPTIONS ${url} (${method})`),
          values: { server, ...countAndTime(found) },
        },
      ];
    }),
};
