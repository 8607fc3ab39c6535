import type { OpenerPolicyValue } from '../../engine';
import type { OpenedDocument } from '../../protocol/page-events';
import { type OpenerStory, openerStory, type SeveredBecause } from '../opener-story';
import {
  ofFrame,
  own,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  unknown,
} from '../reading';
import { type Kind, type Row, text, textRow, words, wordsRow } from './kind';
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

/** What the responses of both documents say about the link between their windows. */
export interface OpenerLink extends Omit<OpenerStory, 'exchange'> {
  /** The id of the document's request; null if that was not recorded. */
  readonly exchange: string | null;
}

/** The words for that link. */
export interface OpenerWords {
  readonly hasOpener: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  readonly because: Readonly<Record<SeveredBecause, string>>;
  readonly severed: string;
  readonly openedPolicy: string;
  readonly openerPolicy: string;
  readonly beforePolicy: string;
  readonly policies: Readonly<Record<OpenerPolicyValue, string>>;
  readonly policyUnknown: string;
}

/** The words that it needs. */
export interface OpenedDocumentWords {
  readonly detail: { readonly url: string };
  readonly opener: OpenerWords;
}

/** A document that began in a tab which the page opened. */
export const opener: Kind<
  OpenedDocument,
  OpenerRule,
  { readonly link: OpenerLink | null },
  OpenedDocumentWords
> = {
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

/** Whether a document knows its opener, why not, and by which policies. */
export function openerRows(
  { because, openedPolicy, openerPolicy, isFirst }: Omit<OpenerLink, 'exchange'>,
  said: OpenerWords,
): readonly Row[] {
  const policy = (value: OpenerPolicyValue | null) =>
    value === null ? said.policyUnknown : said.policies[value];
  return [
    { label: said.hasOpener, parts: [{ type: 'code', text: because === null ? said.yes : said.no }] },
    ...(because === null
      ? []
      : [
          {
            label: said.why,
            parts: [
              { type: 'line', parts: [words(said.because[because])] } as const,
              { type: 'aside', parts: [words(said.severed)] } as const,
            ],
          },
        ]),
    wordsRow(said.openedPolicy, policy(openedPolicy)),
    wordsRow(isFirst ? said.openerPolicy : said.beforePolicy, policy(openerPolicy)),
  ];
}
