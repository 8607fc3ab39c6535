import { chromeRules, firefoxRules } from '../../engine';
import type { Advice } from '../advice';
import { perServerOf } from '../per-server';
import { byCacheKey, countAndTime, missReason, savedBy } from '../preflights';

const chromeSeconds = chromeRules.preflightCache.maxAgeLimitSeconds;
const firefoxSeconds = firefoxRules.preflightCache.maxAgeLimitSeconds;
/** One preflight that is sent again is not worth a word. */
const fewest = 2;

/** Preflights repeat what an earlier one allowed: a longer Access-Control-Max-Age would have saved them. */
export const preflightsNotCached: Advice = {
  kind: 'cost',
  severity: 'medium',
  certainty: 'certain',
  find: ({ preflights, browser, verdictOf }) =>
    perServerOf(preflights).flatMap(([server, all]) => {
      const groups = byCacheKey(all).filter((group) => group.length > 1);
      const inChrome = groups.flatMap((group) => savedBy(group, chromeSeconds, browser));
      const inFirefox = groups.flatMap((group) => savedBy(group, firefoxSeconds, browser));
      const most = inChrome.length > inFirefox.length ? inChrome : inFirefox;
      if (most.length < fewest) return [];
      const reasons = new Map<string, number>();
      for (const { preflight, after } of most) {
        const reason = missReason(preflight, after, browser, verdictOf);
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      const saved = most.map(({ preflight }) => preflight);
      const [chrome, firefox] = [inChrome, inFirefox].map((each) =>
        countAndTime(each.map(({ preflight }) => preflight)),
      );
      return [
        {
          exchanges: saved.map(({ facts }) => facts.id),
          evidence: [...new Set(saved.map(({ method, url }) => `OPTIONS ${url} (${method})`))].slice(0, 20),
          values: {
            server,
            ...countAndTime(all),
            repeats: String(saved.length),
            chrome: chrome?.count ?? '0',
            chromeMs: chrome?.ms ?? '0',
            firefox: firefox?.count ?? '0',
            firefoxMs: firefox?.ms ?? '0',
            chromeSeconds: String(chromeSeconds),
            firefoxSeconds: String(firefoxSeconds),
            reasons: [...reasons].map(([reason, count]) => `${reason} ${count}`).join(', '),
          },
        },
      ];
    }),
};
