import {
  type BrowserName,
  type Evidence,
  type FindingCode,
  type HeaderList,
  isLoopbackUrl,
  isPotentiallyTrustworthy,
  type Place,
  parseUrl,
  toFinding,
} from '../../engine';
import type { ExchangeFacts, NetworkPermissions } from '../../protocol/facts';
import { callsBehind } from '../calls/page-report';
import { lastHop } from '../facts/facts';
import type { ObservedEnd } from './end-kinds';
import type { Conclusion } from './verdict';

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

/** Returns the address spaces that the calls behind a request may have declared; null if one of them is not known. */
function declaredSpaces(facts: ExchangeFacts): readonly string[] | null {
  const spaces = callsBehind(facts).map(({ call }) => (call.api === 'fetch' ? call.targetAddressSpace : ''));
  const known = spaces.filter((space) => space !== null);
  return spaces.length === 0 || known.length < spaces.length ? null : known;
}

const isDeclared = (space: string) => space !== '' && space !== 'unknown';

/** Whether a request may have declared an address space, which only fetch() can. */
export function mayDeclareSpace(facts: ExchangeFacts): boolean {
  return facts.kind === 'fetch' && (declaredSpaces(facts)?.some(isDeclared) ?? true);
}

/**
 * Returns the end of a request that declared another address space than that of its URL; null for all others, and if
 * the host does not show its address. Chrome checks this before the permission (measured).
 */
export function mismatchEnd(facts: ExchangeFacts, error: string): ObservedEnd | null {
  const { url } = lastHop(facts);
  const spaces = declaredSpaces(facts) ?? [];
  const [space] = spaces;
  const isWrong =
    isLoopbackUrl(url) && spaces.length > 0 && spaces.every((each) => /^(local|public)$/.test(each));
  if (facts.kind !== 'fetch' || !isWrong) return null;
  const evidence = { declared: space ?? null, actual: 'loopback' };
  return { kind: 'failed', code: 'local-network-mismatch', error, evidence, isComputed: true };
}

const obsolete = /^access-control-(request|allow)-private-network$/i;

/**
 * Adds a warning for each header of Private Network Access, which Local Network Access replaced: no browser sends or
 * reads one any more.
 *
 * @see https://wicg.github.io/local-network-access/
 */
export function withObsoleteHeaders(
  conclusion: Conclusion,
  { hops }: ExchangeFacts,
  lookup: (id: string) => ExchangeFacts | undefined,
): Conclusion {
  const warnings = hops.flatMap(({ requestHeaders, response, preflight }, hop) => {
    const found = (on: Place, headerList: HeaderList | null | undefined, isRequest: boolean) => {
      const [name] = headerList?.find(([other]) => obsolete.test(other)) ?? [];
      const evidence = { header: name ?? null, ...(isRequest && { requestHeader: 'yes' }) };
      return name === undefined ? [] : [toFinding('private-network-header', hop, on, evidence)];
    };
    const [preflighted] = (preflight === null ? undefined : lookup(preflight))?.hops ?? [];
    return [
      ...found('request', requestHeaders ?? preflighted?.requestHeaders, true),
      ...found('preflight', preflighted?.response?.headerList, false),
      ...found('response', response?.headerList, false),
    ];
  });
  return warnings.length === 0
    ? conclusion
    : { ...conclusion, findings: [...conclusion.findings, ...warnings] };
}

const privateAddress = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd]|\[fe[89ab])|\.local$/;

/** Returns the permission that a URL's host requires; null if its name does not show where it is. */
function permissionFor(url: string): 'loopback-network' | 'local-network' | null {
  if (isLoopbackUrl(url)) return 'loopback-network';
  return privateAddress.test(parseUrl(url)?.hostname ?? '') ? 'local-network' : null;
}
