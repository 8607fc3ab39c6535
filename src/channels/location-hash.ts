import type { FragmentChanged } from '../protocol/page-events';
import { own, type Reading, type RiskCode, unknown } from './reading';

/** Every rule that a change of a fragment can fall under, with the risk that goes with it. */
export const locationHashRules = {
  'fragment-own': null,
  'fragment-by-unseen': 'fragment-from-outside',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a change of a fragment falls. */
export type LocationHashRule = keyof typeof locationHashRules;

/**
 * What is made of a change of a document's fragment.
 *
 * @see https://html.spec.whatwg.org/#scroll-to-fragid
 */
export function readFragmentChanged(event: FragmentChanged): Reading<LocationHashRule> {
  const { by, callSite, count } = event;
  const isOwn = by === 'own-realm';
  const rule: LocationHashRule = isOwn ? 'fragment-own' : 'fragment-by-unseen';
  return {
    from: isOwn ? own(event) : unknown('not-visible'),
    to: own(event),
    relation: isOwn ? 'same-origin' : null,
    rule,
    risk: locationHashRules[rule],
    unseen: [
      ...(isOwn ? [] : (['cause'] as const)),
      ...(isOwn && callSite === null && count === 1 ? (['call-site'] as const) : []),
      ...(count > 1 ? (['counted'] as const) : []),
    ],
  };
}
