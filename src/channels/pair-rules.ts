import {
  differingComponents,
  isPotentiallyTrustworthy,
  type OriginComponent,
  parseUrl,
  portOf,
  type SerializedOrigin,
} from '../engine';
import type { Relation } from '../engine/site';

/** A rule that applies between two origins: the same-origin policy and related rules. */
export type RuleName = 'fetch' | 'dom' | 'storage' | 'cookies' | 'embedding' | 'writing';

/** The rules, in display order. */
export const ruleNames: readonly RuleName[] = ['fetch', 'dom', 'storage', 'cookies', 'embedding', 'writing'];

/** The verdict of a rule for a pair. `consent`: allowed only with the other server's consent. */
export type PairVerdict = 'allowed' | 'consent' | 'partly' | 'blocked';

/** Every reason of a rule, with its verdict. */
const pairReasons = {
  'fetch-same-origin': 'allowed',
  'fetch-cors': 'consent',
  'fetch-opaque-page': 'consent',
  'fetch-mixed-content': 'blocked',
  'dom-same-origin': 'allowed',
  'dom-document-domain': 'blocked',
  'dom-other-origin': 'blocked',
  'storage-same-origin': 'allowed',
  'storage-opaque-page': 'blocked',
  'storage-other-origin': 'blocked',
  'cookies-same-origin': 'allowed',
  'cookies-other-port': 'allowed',
  'cookies-other-scheme': 'partly',
  'cookies-domain': 'partly',
  'cookies-domain-other-scheme': 'partly',
  'cookies-public-suffix': 'blocked',
  'cookies-other-host': 'blocked',
  'cookies-opaque-page': 'blocked',
  'embedding-same-origin': 'allowed',
  'embedding-other-origin': 'allowed',
  'embedding-mixed-content': 'partly',
  'writing-same-origin': 'allowed',
  'writing-other-origin': 'allowed',
  'writing-insecure': 'allowed',
} as const satisfies Readonly<Record<`${RuleName}-${string}`, PairVerdict>>;

/** The reason for the verdict of a rule. */
export type PairReason = keyof typeof pairReasons;

/** One rule, applied to a pair. */
export interface PairRule {
  readonly rule: RuleName;
  readonly verdict: PairVerdict;
  readonly reason: PairReason;
}

/** A component of both origins; the value is empty for an opaque origin. */
export interface ComparedComponent {
  readonly component: OriginComponent;
  readonly page: string;
  readonly other: string;
  readonly isEqual: boolean;
}

/** A page's origin and another origin, with the rules that apply between them. */
export interface Pair {
  readonly page: SerializedOrigin;
  readonly other: SerializedOrigin;
  readonly relation: Relation;
  readonly isOpaquePage: boolean;
  readonly components: readonly ComparedComponent[];
  /** The registrable domain of both hosts, regardless of their schemes; null if they share none. */
  readonly site: string | null;
  /** The longest common domain of both hosts, even if it is a public suffix; null for IP addresses. */
  readonly parent: string | null;
  /** Whether the page uses https and the other origin is http and not this machine. */
  readonly isMixedContent: boolean;
  readonly rules: readonly PairRule[];
}

/** Functions that need the public suffix list. The list is large, so the caller loads it. */
export interface Sites {
  relationOf(a: SerializedOrigin, b: SerializedOrigin): Relation;
  registrableDomain(hostname: string): string | null;
}

/**
 * Compares a page's origin with another origin, both serialized. The page's origin can be opaque (`null`).
 */
export function pairOf(page: SerializedOrigin, other: SerializedOrigin, sites: Sites): Pair {
  const differing = differingComponents(page, other);
  const [pageParts, otherParts] = [partsOf(page), partsOf(other)];
  const { scheme, host } = pageParts;
  const [site, otherSite] = [sites.registrableDomain(host), sites.registrableDomain(otherParts.host)];
  const pair: Compared = {
    page,
    other,
    relation: sites.relationOf(page, other),
    isOpaquePage: host === '',
    components: (['scheme', 'host', 'port'] as const).map((component) => ({
      component,
      page: pageParts[component],
      other: otherParts[component],
      isEqual: !differing.includes(component),
    })),
    site: site === otherSite ? site : null,
    parent: commonParent(host, otherParts.host),
    isMixedContent: scheme === 'https' && otherParts.scheme === 'http' && !isPotentiallyTrustworthy(other),
  };
  return {
    ...pair,
    rules: ruleNames.map((rule) => {
      const reason = reasonOf[rule](pair);
      return { rule, reason, verdict: pairReasons[reason] };
    }),
  };
}

type Compared = Omit<Pair, 'rules'>;

const reasonOf: Readonly<Record<RuleName, (pair: Compared) => PairReason>> = {
  fetch: fetchReason,
  dom: domReason,
  storage: storageReason,
  cookies: cookiesReason,
  embedding: embeddingReason,
  writing: writingReason,
};

function fetchReason({ relation, isOpaquePage, isMixedContent }: Compared): PairReason {
  if (relation === 'same-origin') return 'fetch-same-origin';
  if (isOpaquePage) return 'fetch-opaque-page';
  return isMixedContent ? 'fetch-mixed-content' : 'fetch-cors';
}

function domReason(pair: Compared): PairReason {
  if (pair.relation === 'same-origin') return 'dom-same-origin';
  return sharesDocumentDomain(pair) ? 'dom-document-domain' : 'dom-other-origin';
}

function storageReason({ relation, isOpaquePage }: Compared): PairReason {
  if (relation === 'same-origin') return 'storage-same-origin';
  return isOpaquePage ? 'storage-opaque-page' : 'storage-other-origin';
}

/** Cookies depend on the host and its parent domains, and ignore the port. */
function cookiesReason(pair: Compared): PairReason {
  const { relation, isOpaquePage, site, parent } = pair;
  if (relation === 'same-origin') return 'cookies-same-origin';
  if (isOpaquePage) return 'cookies-opaque-page';
  if (isEqual(pair, 'host')) return isEqual(pair, 'scheme') ? 'cookies-other-port' : 'cookies-other-scheme';
  if (site !== null) return isEqual(pair, 'scheme') ? 'cookies-domain' : 'cookies-domain-other-scheme';
  return parent === null ? 'cookies-other-host' : 'cookies-public-suffix';
}

function embeddingReason({ relation, isMixedContent }: Compared): PairReason {
  if (relation === 'same-origin') return 'embedding-same-origin';
  return isMixedContent ? 'embedding-mixed-content' : 'embedding-other-origin';
}

function writingReason({ relation, isMixedContent }: Compared): PairReason {
  if (relation === 'same-origin') return 'writing-same-origin';
  return isMixedContent ? 'writing-insecure' : 'writing-other-origin';
}

/**
 * Whether both can set the same `document.domain` and then be same origin-domain. This needs equal schemes,
 * and equal hosts or the same registrable domain. The port is ignored once both have set it.
 *
 * @see https://html.spec.whatwg.org/#same-origin-domain
 */
export function sharesDocumentDomain(pair: Pick<Pair, 'components' | 'site'>): boolean {
  return isEqual(pair, 'scheme') && (isEqual(pair, 'host') || pair.site !== null);
}

/** Whether two origins are equal in one component. */
export function isEqual({ components }: Pick<Pair, 'components'>, wanted: OriginComponent): boolean {
  return components.some(({ component, isEqual }) => component === wanted && isEqual);
}

function partsOf(origin: SerializedOrigin): Readonly<Record<OriginComponent, string>> {
  const url = parseUrl(origin);
  if (!url || url.host === '') return { scheme: '', host: '', port: '' };
  return { scheme: url.protocol.slice(0, -1), host: url.hostname, port: portOf(url) };
}

const address = /^\[|^\d+(\.\d+){3}$/;

function commonParent(host: string, other: string): string | null {
  if (address.test(host) || address.test(other)) return null;
  const [labels, others] = [host.split('.').reverse(), other.split('.').reverse()];
  const end = labels.findIndex((label, index) => label !== others[index]);
  const common = labels
    .slice(0, end === -1 ? labels.length : end)
    .reverse()
    .join('.');
  return common === '' ? null : common;
}
