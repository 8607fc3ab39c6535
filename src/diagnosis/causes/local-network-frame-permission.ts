import { parseUrl } from '../../engine';
import type { Cause } from '../cause';

/** A frame around the request has no permission for the local network, because its element does not pass it on. */
export const localNetworkFramePermission: Cause = {
  actor: 'front-end',
  covers: ['local-network-permission'],
  match({ finding, subject }) {
    const { localNetwork, id, hops } = subject.facts;
    if (finding?.code !== 'local-network-denied' || !localNetwork) return null;
    const isLoopback = /^(localhost|127\.|\[::1\])/.test(
      parseUrl(hops[finding.hop]?.url ?? '')?.hostname ?? '',
    );
    const frames = localNetwork.filter(({ loopback, local, frameId }) => {
      const { isAllowed } = isLoopback ? loopback : local;
      return isAllowed === false && frameId !== 0;
    });
    const outermost = frames.at(-1);
    if (!outermost) return null;
    const { error } = subject.verdict;
    return {
      confidence: 'certain',
      evidence: error === null ? [] : [{ exchange: id, hop: finding.hop, kind: 'error', error }],
      values: { origin: outermost.origin, name: isLoopback ? 'loopback-network' : 'local-network' },
    };
  },
};
