import { parseUrl } from '../../engine';
import type { Cause } from '../cause';

/** The page was given the address that a server listens on (0.0.0.0), which is none to connect to. */
export const unreachableAddress: Cause = {
  actor: 'front-end',
  match({ subject }) {
    const { outcome, error } = subject.verdict;
    const hop = subject.facts.hops.length - 1;
    const host = parseUrl(subject.facts.hops[hop]?.url ?? '')?.hostname ?? '';
    if ((outcome !== 'failed' && outcome !== 'blocked') || !/^(0\.0\.0\.0|\[::\])$/.test(host)) return null;
    return {
      confidence: 'certain',
      evidence: [{ exchange: subject.facts.id, hop, kind: 'error', error: error ?? host }],
    };
  },
};
