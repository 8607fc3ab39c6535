import type { Advice } from '../advice';
import { isEchoWithCredentials, loosePair, matchOf, originsOf, refusesAny } from '../echoes';

/** A server allowed each of several origins with credentials: maybe it allows all. */
export const reflectedOrigin: Advice = {
  kind: 'security',
  severity: 'high',
  certainty: 'possible',
  find: ({ crossings }) =>
    [...crossings].flatMap(([server, all]) => {
      const found = all.filter(isEchoWithCredentials);
      const origins = originsOf(found);
      if (origins.length < 2 || refusesAny(all) || loosePair(server, origins)) return [];
      return [matchOf(server, found)];
    }),
};
