import { isLoopbackUrl } from '../../engine';
import { literal, type WriteClientFix } from '../client-fix';

/** A request of an https: page to the local network over http:, which it does not declare. */
export const targetAddressSpace: WriteClientFix = ({ exchange, api, causes }) => {
  const { url = '' } = exchange.hops[0] ?? {};
  if (!causes.has('loopback-mixed-content') || api !== 'fetch') return null;
  const space = isLoopbackUrl(url) ? 'loopback' : 'local';
  return {
    before: `fetch(${literal(url)})`,
    after: `fetch(${literal(url)}, { targetAddressSpace: ${literal(space)} })`,
    changed: null,
  };
};
