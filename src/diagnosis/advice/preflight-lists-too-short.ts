import { browserRules } from '../../engine';
import type { Advice } from '../advice';
import { perServerOf } from '../per-server';
import { byCacheKey, countAndTime, savedBy } from '../preflights';

const fewest = 2;

/** The response to a preflight lists only what this request needs, so the next one needs another preflight. */
export const preflightListsTooShort: Advice = {
  kind: 'cost',
  severity: 'low',
  certainty: 'certain',
  find: ({ preflights, browser }) =>
    perServerOf(preflights).flatMap(([server, all]) => {
      const found = byCacheKey(all).flatMap((group) => {
        const { maxAgeLimitSeconds } = browserRules[browser].preflightCache;
        const saved = new Set(savedBy(group, maxAgeLimitSeconds, browser).map(({ preflight }) => preflight));
        const asked = new Set<string>();
        return group.filter((preflight, index) => {
          const key = `${preflight.method} ${preflight.names.join(' ')}`;
          const isNew = !asked.has(key);
          asked.add(key);
          return index > 0 && isNew && !saved.has(preflight);
        });
      });
      if (found.length < fewest) return [];
      return [
        {
          exchanges: found.map(({ facts }) => facts.id),
          evidence: found
            .slice(0, 20)
            .map(({ method, names }) => `${method}${names.length > 0 ? `: ${names.join(', ')}` : ''}`),
          values: { server, ...countAndTime(found) },
        },
      ];
    }),
};
