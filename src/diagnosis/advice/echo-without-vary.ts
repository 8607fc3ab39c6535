import type { Advice } from '../advice';
import { allowedLines, isEcho, matchOf, originsOf } from '../echoes';

/** Responses that caches may store allow the origin that asked, without `Vary: Origin`. */
export const echoWithoutVary: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'certain',
  find: ({ crossings }) =>
    [...crossings].flatMap(([server, all]) => {
      const echoes = all.filter((crossing) => isEcho(crossing) && !crossing.isPreflight);
      const found = echoes.filter(({ variesByOrigin, isStored }) => !variesByOrigin && isStored);
      // With one origin, the value may be fixed, and then nothing varies.
      if (found.length === 0 || originsOf(echoes).length < 2) return [];
      return [matchOf(server, found, allowedLines)];
    }),
};
