import { isEqual, type Pair, sharesDocumentDomain } from './pair-rules';

/** A technique by which a page reaches another origin's data or documents. */
export type Way =
  | 'cors'
  | 'server-proxy'
  | 'post-message'
  | 'web-socket'
  | 'jsonp'
  | 'document-domain'
  | 'location-hash'
  | 'window-name';

/** Whether a technique works for a pair. `with`: only with an addition that the reason names. */
export type Works = 'yes' | 'with' | 'no' | 'unneeded';

/** Every reason of a technique, with whether it works. */
const wayReasons = {
  'same-origin': 'unneeded',
  'mixed-content': 'no',
  'cors-agreed': 'with',
  'cors-opaque-page': 'with',
  proxy: 'yes',
  'proxy-mixed-content': 'yes',
  'proxy-opaque-page': 'with',
  'post-message': 'with',
  'post-message-mixed-content': 'with',
  'post-message-opaque-page': 'with',
  'web-socket': 'with',
  'web-socket-mixed-content': 'no',
  'web-socket-opaque-page': 'with',
  jsonp: 'with',
  'document-domain-site': 'with',
  'document-domain-port': 'with',
  'document-domain-scheme': 'no',
  'document-domain-suffix': 'no',
  'document-domain-host': 'no',
  'document-domain-opaque-page': 'no',
  'hash-relay': 'with',
  'hash-one-way': 'with',
  'window-name': 'with',
  'window-name-opaque-page': 'with',
  'frame-mixed-content': 'no',
} as const satisfies Readonly<Record<string, Works>>;

/** Why a technique works for a pair or not. */
export type WayReason = keyof typeof wayReasons;

/** One technique, evaluated for a pair. */
export interface WayAcross {
  readonly way: Way;
  readonly works: Works;
  readonly reason: WayReason;
}

/** The techniques, in the order in which to consider them. */
const ways: readonly Way[] = [
  'cors',
  'server-proxy',
  'post-message',
  'web-socket',
  'jsonp',
  'document-domain',
  'location-hash',
  'window-name',
];

/** Returns for each technique whether it would work for a pair. */
export function waysAcross(pair: Pair): readonly WayAcross[] {
  return ways.map((way) => {
    const reason = pair.relation === 'same-origin' ? 'same-origin' : reasonOf[way](pair);
    return { way, reason, works: wayReasons[reason] };
  });
}

const reasonOf: Readonly<Record<Way, (pair: Pair) => WayReason>> = {
  cors: either('cors-agreed', 'mixed-content', 'cors-opaque-page'),
  'server-proxy': either('proxy', 'proxy-mixed-content', 'proxy-opaque-page'),
  'post-message': either('post-message', 'post-message-mixed-content', 'post-message-opaque-page'),
  'web-socket': either('web-socket', 'web-socket-mixed-content', 'web-socket-opaque-page'),
  jsonp: either('jsonp', 'mixed-content', 'jsonp'),
  'document-domain': documentDomainReason,
  'location-hash': either('hash-relay', 'frame-mixed-content', 'hash-one-way'),
  'window-name': either('window-name', 'frame-mixed-content', 'window-name-opaque-page'),
};

/** Returns the reason function of a technique that depends only on mixed content and an opaque page. */
function either(usual: WayReason, mixed: WayReason, opaque: WayReason): (pair: Pair) => WayReason {
  return ({ isMixedContent, isOpaquePage }) => (isMixedContent ? mixed : isOpaquePage ? opaque : usual);
}

function documentDomainReason(pair: Pair): WayReason {
  if (pair.isOpaquePage) return 'document-domain-opaque-page';
  if (sharesDocumentDomain(pair)) {
    return isEqual(pair, 'host') ? 'document-domain-port' : 'document-domain-site';
  }
  if (isEqual(pair, 'host') || pair.site !== null) return 'document-domain-scheme';
  return pair.parent === null ? 'document-domain-host' : 'document-domain-suffix';
}
