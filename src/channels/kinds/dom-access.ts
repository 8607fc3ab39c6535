import { originOf } from '../../engine';
import type { DomAccess } from '../../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from '../reading';
import { type Kind, text, textRow } from './kind';
import { orNull, redactCallSite } from './replaced';
import { short } from './short-text';

/** Every rule of a blocked access to another document or window, with its risk. */
const domAccessRules = {
  'document-of-other-origin': null,
  'window-of-other-origin': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a blocked access to another document or window. */
type DomAccessRule = keyof typeof domAccessRules;

/**
 * Interprets a blocked access to another document or window.
 *
 * @see https://html.spec.whatwg.org/#crossoriginproperties-(-o-)
 */
function readDomAccess(event: DomAccess, relationOf: RelationOf): Reading<DomAccessRule> {
  const { what, url, frame, callSite, count } = event;
  // The URL is only the frame's `src`: the frame can have navigated since, and its current URL is not
  // visible.
  const origin = /^https?:/.test(url) ? originOf(url) : null;
  return {
    from: own(event),
    to: origin === null ? unknown('not-visible') : unknown('some-frame', origin),
    relation: relationBetween(origin, frame.origin, relationOf),
    rule: what === 'property' ? 'window-of-other-origin' : 'document-of-other-origin',
    risk: null,
    unseen: [
      ...(what === 'property' ? (['which-window'] as const) : []),
      ...(count > 1 ? (['counted'] as const) : callSite === null ? (['call-site'] as const) : []),
    ],
  };
}

/** The texts that this kind needs. */
export interface DomAccessWords {
  readonly detail: { readonly frameSource: string; readonly property: string };
}

/** The kind of a blocked access to a document or window of another origin. */
export const domAccess: Kind<DomAccess, DomAccessRule, null, DomAccessWords> = {
  rules: domAccessRules,
  isOnMap: false,
  read: readDomAccess,
  otherOrigin: () => null,
  searchTexts: ({ url, property }) => [url, property ?? ''],
  size: ({ count }) => count,
  line: ({ what, property, url }) =>
    what === 'property' ? (property ?? '') : `contentDocument · ${short(url)}`,
  derive: () => null,
  rows: ({ url, property }, _, { detail }) => [
    ...(url === '' ? [] : [textRow(detail.frameSource, url)]),
    ...(property === null ? [] : [textRow(detail.property, property)]),
  ],
  brief: ({ property, url }) => [text(property ?? url)],
  redact: ({ kind, what, url, property, callSite }, rules) => ({
    kind,
    what,
    url: rules.url(url),
    property: orNull(property, rules.name),
    callSite: redactCallSite(callSite, rules),
  }),
};
