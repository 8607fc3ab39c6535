import type { EmbedderPolicy, EmbedderPolicyValue } from './embedder-policy';
import type { FindingCode } from './findings';
import { getHeader } from './headers';
import type { FetchResponse, SerializedOrigin } from './model';
import { isSameOrigin, originOf, protocolOf } from './origin';
import { decide, type Trace } from './trace';

/** The parts of a no-cors load that the check reads. */
export interface EmbeddedLoad {
  /** The origin of the embedding page. */
  readonly origin: SerializedOrigin;
  /** The URL of the response. */
  readonly url: string;
  /** Whether the request included credentials. */
  readonly includesCredentials: boolean;
  /** Whether the load is a frame's document. */
  readonly isFrame: boolean;
}

/** Whether two origins are same site. The caller supplies it because it needs the public suffix list. */
export type IsSameSite = (a: SerializedOrigin, b: SerializedOrigin) => boolean;

/**
 * Whether a page may embed a response that it cannot read. `embedder` is the page's embedder policy, null if
 * unknown. Without it, or without an `isSameSite` that the check needs, the result may be `unknown`.
 *
 * Divergence (browsers): Chrome also has Document-Isolation-Policy, which applies the same rule and is
 * reported separately.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check
 */
export function corpCheck(
  load: EmbeddedLoad,
  response: FetchResponse,
  embedder: EmbedderPolicy | null,
  isSameSite?: IsSameSite,
): Trace<'allowed' | 'blocked' | 'unknown'> {
  const policy = getHeader(response.headerList, 'Cross-Origin-Resource-Policy');
  const verdictUnder = (value: EmbedderPolicyValue) => internalCheck(load, policy, value, isSameSite);
  const withoutEmbedder = verdictUnder('unsafe-none');
  const isSame = isSameOrigin(load.origin, originOf(load.url));
  const underEmbedder = embedder ? verdictUnder(embedder.value) : null;
  const underIsolation = embedder ? verdictUnder(embedder.isolation) : null;
  const isAdmitted = isSame || policy === 'cross-origin' || underEmbedder === 'allowed';

  const evidence = {
    policy,
    origin: load.origin,
    url: load.url,
    embedderPolicy: embedder?.value ?? null,
    isolationPolicy: embedder?.isolation ?? null,
  };
  return decide<'allowed' | 'blocked' | 'unknown'>('corpCheck', evidence, [
    { step: '3', when: withoutEmbedder === 'blocked', returns: 'blocked', finding: refusedBy(policy) },
    { step: '3', when: withoutEmbedder === 'unknown', returns: 'unknown' },
    { step: '5', when: isAdmitted && underIsolation !== 'blocked', returns: 'allowed' },
    {
      step: '7',
      when: underEmbedder === 'blocked',
      returns: 'blocked',
      finding: load.isFrame ? 'coep-frame' : 'coep-require-corp',
    },
    {
      step: '7',
      when: underIsolation === 'blocked',
      returns: 'blocked',
      finding: 'document-isolation-policy',
    },
    { step: '7', when: true, returns: 'unknown' },
  ]);
}

function refusedBy(policy: string | null): FindingCode {
  return policy === 'same-site' ? 'corp-same-site' : 'corp-same-origin';
}

/** @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check */
function internalCheck(
  { origin, url, includesCredentials, isFrame }: EmbeddedLoad,
  header: string | null,
  value: EmbedderPolicyValue,
  isSameSite: IsSameSite | undefined,
): 'allowed' | 'blocked' | 'unknown' {
  if (isFrame && value === 'unsafe-none') return 'allowed';
  const isKnown = header === 'same-origin' || header === 'same-site' || header === 'cross-origin';
  const isDemanded =
    value === 'require-corp' || (value === 'credentialless' && (includesCredentials || isFrame));
  const policy = isKnown ? header : isDemanded ? 'same-origin' : null;
  const target = originOf(url);
  if (policy === null || policy === 'cross-origin' || isSameOrigin(origin, target)) return 'allowed';
  if (policy === 'same-origin' || origin === 'null') return 'blocked';
  // A page over plain http is never same site with a response over https.
  if (protocolOf(`${origin}/`) !== 'https:' && protocolOf(url) === 'https:') return 'blocked';
  if (!isSameSite) return 'unknown';
  return isSameSite(withoutScheme(origin), withoutScheme(target)) ? 'allowed' : 'blocked';
}

/** Returns the origin with the scheme https, so that schemes do not affect a comparison. */
function withoutScheme(origin: SerializedOrigin): SerializedOrigin {
  return origin.replace(/^\w+:/, 'https:');
}
