import * as v from 'valibot';
import { openerPolicyValues } from '../../engine';
import type { TypeOf } from '../../protocol/bounded-schemas';
import type { OpenedDocument } from '../../protocol/page-events';
import { type OpenerWords, openerRows } from '../opener-rows';
import { openerStory } from '../opener-story';
import {
  ofFrame,
  own,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  unknown,
} from '../reading';
import { type Kind, text, textRow, words } from './kind';
import { redactFrameRef } from './replaced';
import { short } from './short-text';

/** Every rule that a document in an opened tab can fall under, with the risk that goes with it. */
const openerRules = {
  'opener-known': null,
  'opener-known-across': 'opener-navigable',
  'opener-none': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a document in an opened tab falls. */
type OpenerRule = keyof typeof openerRules;

/**
 * What is made of a document that began in an opened tab: by whether it knows its opener, which is seen.
 *
 * @see https://html.spec.whatwg.org/#dom-opener
 */
function readOpenedDocument(event: OpenedDocument, relationOf: RelationOf): Reading<OpenerRule> {
  const { from, fromTabId, isFromOpened, frame, hasOpener } = event;
  const relation = relationBetween(from?.origin ?? null, frame.origin, relationOf);
  const isAcross = relation !== null && relation !== 'same-origin';
  const rule = hasOpener ? (isAcross ? 'opener-known-across' : 'opener-known') : 'opener-none';
  return {
    from: from ? ofFrame(from, isFromOpened ? fromTabId : null) : unknown('not-visible'),
    to: own(event),
    relation,
    rule,
    risk: openerRules[rule],
    unseen: [],
  };
}

const policy = v.nullable(v.picklist(openerPolicyValues));

const link = v.object({
  /** What the responses of both documents say about the link between their windows; null without a browser. */
  link: v.nullable(
    v.object({
      /** The id of the document's request; null if that was not recorded. */
      exchange: v.nullable(v.string()),
      openedPolicy: policy,
      /** The policy of the document before it: the opener's page, for the first in a tab. */
      openerPolicy: policy,
      isFirst: v.boolean(),
      /** Why it has no opener; null where it has one. */
      because: v.nullable(
        v.picklist([
          'opened-policy',
          'opener-policy',
          'both-policies',
          'redirect-policy',
          'framed-opener',
          'severed-before',
          'no-policy',
          'not-known',
        ]),
      ),
    }),
  ),
});

/** The words that it needs. */
export interface OpenedDocumentWords {
  readonly detail: { readonly url: string };
  readonly opener: OpenerWords;
}

/** A document that began in a tab which the page opened. */
export const opener: Kind<OpenedDocument, OpenerRule, TypeOf<typeof link>, OpenedDocumentWords> = {
  rules: openerRules,
  isOnMap: false,
  read: readOpenedDocument,
  otherOrigin: ({ from }) => from?.origin ?? null,
  searchTexts: ({ url }) => [url],
  size: ({ count }) => count,
  line: ({ hasOpener, url }) => `opener ${hasOpener ? '≠' : '='} null · ${short(url)}`,
  derive(event, { exchanges, events, browser }) {
    if (!browser) return { link: null };
    const { exchange, ...story } = openerStory(event, exchanges, events, browser);
    return { link: { ...story, exchange: exchange?.id ?? null } };
  },
  derived: link,
  rows: ({ url }, { link }, { detail, opener }) =>
    link ? [...openerRows(link, opener), textRow(detail.url, url)] : [],
  brief: ({ url }, { link }, { opener: { because } }) => [
    text(url),
    ...(link?.because ? [words(because[link.because])] : []),
  ],
  redact: ({ kind, url, isFirst, hasOpener, from, fromTabId, isFromOpened }, rules) => ({
    kind,
    url: rules.url(url),
    isFirst,
    hasOpener,
    from: from && redactFrameRef(from, rules),
    fromTabId,
    isFromOpened,
  }),
};
