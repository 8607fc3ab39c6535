import { parseUrl } from '../../engine';
import type { DomainAssigned, PageEventFacts } from '../../protocol/page-events';
import { type PartyWords, partyLabel } from '../party-label';
import { own, type Reading, type RelationOf, type RiskCode, unknown } from '../reading';
import type { DomainDerived } from '../schema/derived';
import { type Kind, type Part, text, textRow, words, wordsRow } from './kind';
import { orNull, redactCallSite } from './replaced';
import { short } from './short-text';

/** Every rule of an assignment of `document.domain`, with its risk. */
const documentDomainRules = {
  'domain-set': 'domain-opens',
  'domain-origin-keyed': null,
  'domain-of-opaque': null,
  'domain-not-a-suffix': null,
  'domain-public-suffix': null,
  'domain-refused': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of an assignment of `document.domain`. */
type DocumentDomainRule = keyof typeof documentDomainRules;

/**
 * Interprets an assignment of `document.domain`.
 *
 * @see https://html.spec.whatwg.org/#dom-document-domain
 */
function readDomainAssigned(event: DomainAssigned, relationOf: RelationOf): Reading<DocumentDomainRule> {
  const rule = domainRule(event, relationOf);
  return {
    from: own(event),
    to: unknown('not-visible'),
    relation: null,
    rule,
    risk: documentDomainRules[rule],
    unseen: event.callSite === null && event.count === 1 ? ['call-site'] : event.count > 1 ? ['counted'] : [],
  };
}

function domainRule(event: DomainAssigned, relationOf: RelationOf): DocumentDomainRule {
  const { value, before, after, errorName, isOriginKeyed, frame } = event;
  if (errorName === null) {
    const isIgnored =
      isOriginKeyed === true || (after === before && value !== null && !isSame(value, before));
    return isIgnored ? 'domain-origin-keyed' : 'domain-set';
  }
  if (frame.origin === 'null' || before === '') return 'domain-of-opaque';
  if (value === null || isSame(value, before)) return 'domain-refused';
  if (!before.endsWith(`.${value.toLowerCase()}`) || /^[\d.]+$|:/.test(before)) return 'domain-not-a-suffix';
  return isPublicSuffix(value, relationOf) ? 'domain-public-suffix' : 'domain-refused';
}

const isSame = (value: string, host: string) => value.toLowerCase() === host;

/** Whether a name is a public suffix: then two hosts below it are different sites. */
function isPublicSuffix(name: string, relationOf: RelationOf): boolean {
  return relationOf(`https://a.${name}`, `https://b.${name}`) === 'cross-site';
}

/** Returns the last assignment of each document that set the same value and so is same origin-domain. */
function sameOriginDomain(
  event: DomainAssigned,
  events: readonly PageEventFacts[],
): readonly DomainAssigned[] {
  if (!isSet(event)) return [];
  const last = new Map<string, DomainAssigned>();
  for (const other of events) {
    if (other.kind !== 'document-domain' || !isSet(other) || other.frame.documentId === null) continue;
    if (other.frame.documentId !== event.frame.documentId) last.set(other.frame.documentId, other);
  }
  return [...last.values()].filter(
    (other) => other.after === event.after && schemeOf(other) === schemeOf(event) && schemeOf(event) !== null,
  );
}

function isSet({ errorName, isOriginKeyed, frame }: DomainAssigned): boolean {
  return errorName === null && isOriginKeyed !== true && frame.origin !== 'null';
}

function schemeOf({ frame }: DomainAssigned): string | null {
  return frame.origin === null ? null : (parseUrl(frame.origin)?.protocol ?? null);
}

/** The texts that this kind needs. */
export interface DocumentDomainWords extends PartyWords {
  readonly detail: {
    readonly value: string;
    readonly domainBefore: string;
    readonly domainAfter: string;
    readonly threw: string;
    readonly originKeyed: string;
    yesNo(is: boolean | null): string;
    readonly sameOriginDomain: string;
    readonly noSameOriginDomain: string;
    readonly domainOpens: string;
  };
}

/** The kind of an assignment of `document.domain`. */
export const documentDomain: Kind<DomainAssigned, DocumentDomainRule, DomainDerived, DocumentDomainWords> = {
  rules: documentDomainRules,
  isOnMap: false,
  read: readDomainAssigned,
  otherOrigin: () => null,
  searchTexts: ({ value, before, after }) => [value ?? '', before, after],
  size: ({ count }) => count,
  line: ({ before, value }) => `${before} = ${short(value ?? '?')}`,
  derive: (event, { events }) => ({ sameOriginDomain: sameOriginDomain(event, events).map(own) }),
  rows: ({ value, before, after, errorName, isOriginKeyed }, derived, texts) => [
    textRow(texts.detail.value, value ?? '?'),
    textRow(texts.detail.domainBefore, before),
    textRow(texts.detail.domainAfter, after),
    ...(errorName === null ? [] : [textRow(texts.detail.threw, errorName)]),
    wordsRow(texts.detail.originKeyed, texts.detail.yesNo(isOriginKeyed)),
    { label: texts.detail.sameOriginDomain, parts: openedTo(derived, texts) },
  ],
  brief: ({ before, value }) => [text(`${before} = ${value ?? '?'}`)],
  redact: ({ kind, value, before, after, errorName, isOriginKeyed, callSite }, rules) => ({
    kind,
    value: orNull(value, rules.domain),
    before: rules.domain(before),
    after: rules.domain(after),
    errorName: orNull(errorName, rules.name),
    isOriginKeyed,
    callSite: redactCallSite(callSite, rules),
  }),
};

function openedTo({ sameOriginDomain }: DomainDerived, texts: DocumentDomainWords): readonly Part[] {
  if (sameOriginDomain.length === 0) return [words(texts.detail.noSameOriginDomain)];
  return [
    ...sameOriginDomain.map(
      (party): Part => ({
        type: 'line',
        parts: [words(partyLabel(party, texts)), ...(party.origin === null ? [] : [text(party.origin)])],
      }),
    ),
    { type: 'aside', parts: [words(texts.detail.domainOpens)] },
  ];
}
