import type { OpenedDocument } from '../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from './reading';

/** Every rule that a document in an opened tab can fall under, with the risk that goes with it. */
export const openerRules = {
  'opener-known': null,
  'opener-known-across': 'opener-navigable',
  'opener-none': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a document in an opened tab falls. */
export type OpenerRule = keyof typeof openerRules;

/**
 * What is made of a document that began in an opened tab: by whether it knows its opener, which is seen.
 *
 * @see https://html.spec.whatwg.org/#dom-opener
 */
export function readOpenedDocument(event: OpenedDocument, relationOf: RelationOf): Reading<OpenerRule> {
  const { from, fromTabId, isFromOpened, frame, hasOpener } = event;
  const relation = relationBetween(from?.origin ?? null, frame.origin, relationOf);
  const isAcross = relation !== null && relation !== 'same-origin';
  const rule = hasOpener ? (isAcross ? 'opener-known-across' : 'opener-known') : 'opener-none';
  return {
    from: from
      ? { who: 'frame', frame: from, tabId: isFromOpened ? fromTabId : null, origin: from.origin }
      : unknown('not-visible'),
    to: own(event),
    relation,
    rule,
    risk: openerRules[rule],
    unseen: [],
  };
}
