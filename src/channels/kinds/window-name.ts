import type { WindowName } from '../../protocol/page-events';
import {
  type EventRelation,
  own,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  unknown,
} from '../reading';
import { type Kind, text, words, wordsRow } from './kind';
import { redactCallSite } from './replaced';
import { shortPreview } from './short-text';

/** Every rule of a use of `window.name`, with its risk. */
const windowNameRules = {
  'name-written': 'next-document',
  'name-given': 'name-from-outside',
  'name-replaced': 'name-from-outside',
  'name-kept': null,
  'name-crossed': 'name-leak',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a use of `window.name`. */
type WindowNameRule = keyof typeof windowNameRules;

/**
 * Interprets a name that was written, or that a document found when it started.
 *
 * @see https://html.spec.whatwg.org/#dom-name
 */
function readWindowName(event: WindowName, relationOf: RelationOf): Reading<WindowNameRule> {
  const { frame, action, before, callSite, count } = event;
  const isWritten = action === 'written';
  const relation = isWritten ? null : relationBetween(before?.origin ?? null, frame.origin, relationOf);
  const rule = windowNameRule(event, relation);
  return {
    from: isWritten
      ? own(event)
      : before
        ? unknown('earlier-document', before.origin)
        : unknown('not-visible'),
    to: isWritten ? unknown('next-document') : own(event),
    relation,
    rule,
    risk: windowNameRules[rule],
    unseen: [
      ...(isWritten && callSite === null && count === 1 ? (['call-site'] as const) : []),
      ...(!isWritten && before === null ? (['document-before'] as const) : []),
      ...(count > 1 ? (['counted'] as const) : []),
    ],
  };
}

function windowNameRule({ action, before }: WindowName, relation: EventRelation | null): WindowNameRule {
  if (action === 'written') return 'name-written';
  if (before === null || relation === null) return 'name-given';
  if (!before.hadSameValue) return 'name-replaced';
  return relation === 'same-origin' ? 'name-kept' : 'name-crossed';
}

/** The texts that this kind needs. */
export interface WindowNameWords {
  readonly what: { readonly empty: string };
  readonly detail: {
    readonly value: string;
    readonly before: string;
    readonly beforeSame: string;
    readonly beforeOther: string;
  };
}

/** The kind of a use of `window.name`. */
export const windowName: Kind<WindowName, WindowNameRule, null, WindowNameWords> = {
  rules: windowNameRules,
  isOnMap: true,
  read: readWindowName,
  otherOrigin: ({ before }) => before?.origin ?? null,
  searchTexts: ({ value }) => [value.text],
  size: ({ value }) => value.length ?? value.text.length,
  line: ({ value }, words) => shortPreview(value, words),
  derive: () => null,
  content: ({ value }, { detail }) => ({ title: detail.value, preview: value }),
  rows: () => [],
  moreRows: ({ before }, { detail }) =>
    before ? [wordsRow(detail.before, before.hadSameValue ? detail.beforeSame : detail.beforeOther)] : [],
  brief: ({ value }, _, { what }) => [value.text === '' ? words(what.empty) : text(value.text)],
  redact: ({ kind, action, value, callSite, before }, rules) => ({
    kind,
    action,
    value: { text: rules.text(value.text), length: value.length },
    callSite: redactCallSite(callSite, rules),
    before: before && { origin: rules.origin(before.origin), hadSameValue: before.hadSameValue },
  }),
};
