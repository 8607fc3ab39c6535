import type { FragmentChanged } from '../protocol/page-events';
import { party, type Reading, type RiskCode, unknownParty } from './reading';

/** Every rule that a change of a fragment can fall under, with the risk that goes with it. */
export const locationHashRules = {
  'fragment-own': null,
  'fragment-not-own': 'fragment-from-outside',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a change of a fragment falls. */
export type LocationHashRule = keyof typeof locationHashRules;

/**
 * What is made of a change of a document's fragment.
 *
 * @see https://html.spec.whatwg.org/#scroll-to-fragid
 */
export function readFragmentChanged({
  frame,
  by,
  callSite,
  count,
}: FragmentChanged): Reading<LocationHashRule> {
  const isOwn = by === 'own-realm';
  const rule: LocationHashRule = isOwn ? 'fragment-own' : 'fragment-not-own';
  return {
    from: isOwn ? party(frame) : unknownParty('not-visible'),
    to: party(frame),
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
