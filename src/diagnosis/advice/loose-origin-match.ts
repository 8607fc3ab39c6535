import type { Advice } from '../advice';
import { isEchoWithCredentials, loosePair, matchOf, originsOf } from '../echoes';

/** A server allowed an origin with credentials that only begins or ends like a host that it means. */
export const looseOriginMatch: Advice = {
  kind: 'security',
  severity: 'high',
  certainty: 'likely',
  find: ({ crossings }) =>
    [...crossings].flatMap(([server, all]) => {
      const found = all.filter(isEchoWithCredentials);
      const pair = loosePair(server, originsOf(found));
      if (!pair) return [];
      const match = matchOf(
        server,
        found.filter(({ origin }) => origin === pair.passes),
      );
      return [{ ...match, values: { ...match.values, ...pair } }];
    }),
};
