import {
  type BrowserName,
  type Evidence,
  type FindingCode,
  isLoopbackUrl,
  isPotentiallyTrustworthy,
  parseUrl,
} from '../../engine';
import type { ExchangeFacts, NetworkPermissions } from '../../protocol/facts';
import { lastHop } from '../facts/facts';

/**
 * Returns why Local Network Access denied a request; two findings if it is not known whether its document is a
 * secure context. Firefox does not require one.
 *
 * @see https://wicg.github.io/local-network-access/#integration-with-fetch
 */
export function localNetworkCodes(browser: BrowserName, facts: ExchangeFacts): readonly FindingCode[] {
  const { origin, frameId, localNetwork } = facts;
  if (browser === 'firefox') return ['local-network-denied'];
  const isSecure = localNetwork?.[0]?.isSecureContext;
  if (isSecure !== undefined) return [isSecure ? 'local-network-denied' : 'local-network-insecure'];
  const isOpaque = origin === null || origin === 'null';
  if (!isOpaque && !isPotentiallyTrustworthy(origin)) return ['local-network-insecure'];
  // A secure origin in an insecure page is no secure context.
  return isOpaque || frameId > 0
    ? ['local-network-denied', 'local-network-insecure']
    : ['local-network-denied'];
}

/** Returns what is missing for a request that has no permission: the permission's name, and who lacks it. */
export function localNetworkEvidence(browser: BrowserName, facts: ExchangeFacts): Evidence {
  const { origin, localNetwork } = facts;
  const name = permissionFor(lastHop(facts).url);
  const fromTop = [...(localNetwork ?? [])].reverse();
  const permissionOf = ({ loopback, local }: NetworkPermissions) =>
    name === 'local-network' ? local : name === 'loopback-network' ? loopback : null;
  const index = fromTop.findIndex((frame) => permissionOf(frame)?.isAllowed === false);
  const [top] = fromTop;
  return {
    permission: name,
    // Only Chrome denies it to every opaque origin.
    opaque: browser === 'chrome' && origin === 'null' ? 'yes' : null,
    lacking: fromTop[index]?.origin ?? null,
    embedder: fromTop[index - 1]?.origin ?? null,
    state: (top && permissionOf(top)?.state) ?? null,
  };
}

const privateAddress = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd]|\[fe[89ab])|\.local$/;

/** Returns the permission that a URL's host requires; null if its name does not show where it is. */
function permissionFor(url: string): 'loopback-network' | 'local-network' | null {
  if (isLoopbackUrl(url)) return 'loopback-network';
  return privateAddress.test(parseUrl(url)?.hostname ?? '') ? 'local-network' : null;
}
