import type { OpenedDocument } from '../../protocol/page-events';
import { openerDetails } from '../opener-details';
import { type OpenerWords, openerRows } from '../opener-rows';
import {
  ofFrame,
  own,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  unknown,
} from '../reading';
import type { OpenerDerived } from '../schema/derived';
import { type Kind, text, textRow, words } from './kind';
import { redactFrameRef } from './replaced';
import { short } from './short-text';

/** Every rule of a document in an opened tab, with its risk. */
const openerRules = {
  'opener-known': null,
  'opener-known-across': 'opener-navigable',
  'opener-none': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a document in an opened tab. */
type OpenerRule = keyof typeof openerRules;

/**
 * Interprets a document in an opened tab by whether it had an opener, which was observed.
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

/** The texts that this kind needs. */
export interface OpenedDocumentWords {
  readonly detail: { readonly url: string };
  readonly opener: OpenerWords;
}

/** The kind of a document in a tab which the page opened. */
export const opener: Kind<OpenedDocument, OpenerRule, OpenerDerived, OpenedDocumentWords> = {
  rules: openerRules,
  isOnMap: false,
  read: readOpenedDocument,
  otherOrigin: ({ from }) => from?.origin ?? null,
  searchTexts: ({ url }) => [url],
  size: ({ count }) => count,
  line: ({ hasOpener, url }) => `opener ${hasOpener ? '≠' : '='} null · ${short(url)}`,
  derive(event, { exchanges, events, browser }) {
    if (!browser) return { link: null };
    const { exchange, ...story } = openerDetails(event, exchanges, events, browser);
    return { link: { ...story, exchange: exchange?.id ?? null } };
  },
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
