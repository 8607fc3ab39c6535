import { readJsonp } from '../../channels/jsonp';
import { scriptFactsOf } from '../../channels/script-loaded';
import { getHeader, originOf } from '../../engine';
import type { Advice } from '../advice';

/** Data of a signed-in user is loaded as a script: every site can load that script. */
export const jsonpWithCookies: Advice = {
  kind: 'security',
  severity: 'high',
  certainty: 'certain',
  find({ exchanges, pageEvents }) {
    const scripts = pageEvents.filter(({ kind }) => kind === 'jsonp');
    return exchanges.flatMap((facts) => {
      const sent = facts.hops.at(-1)?.requestHeaders;
      if (facts.kind !== 'script' || !sent || getHeader(sent, 'Cookie') === null) return [];
      const jsonp = readJsonp(facts, scriptFactsOf(facts, scripts));
      if (jsonp.is !== 'jsonp' || !jsonp.risks.includes('answers-with-cookies')) return [];
      const url = facts.hops[0]?.url ?? '';
      return [
        {
          exchanges: [facts.id],
          evidence: [`GET ${url}`, 'Cookie: …', `${jsonp.functionName}(…)`],
          values: { server: originOf(url), name: jsonp.functionName },
        },
      ];
    });
  },
};
