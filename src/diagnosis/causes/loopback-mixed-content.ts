import { parseUrl } from '../../engine';
import type { Cause } from '../cause';
import { isLocalHost } from '../local-host';

/** A page of `https:` requests `http:` in the local network without declaring that. */
export const loopbackMixedContent: Cause = {
  actor: 'front-end',
  covers: ['mixed-content'],
  match({ finding, subject }) {
    const url = subject.facts.hops[finding?.hop ?? 0]?.url ?? '';
    if (finding?.code !== 'mixed-content' || !isLocalHost(parseUrl(url)?.hostname ?? '')) return null;
    const isDeclared = !!subject.facts.page?.call?.call.targetAddressSpace;
    if (isDeclared) return null;
    const { error } = subject.verdict;
    return {
      confidence: 'likely',
      evidence: [{ exchange: subject.facts.id, hop: finding.hop, kind: 'error', error: error ?? url }],
    };
  },
};
