import type { FragmentChanged } from '../../protocol/page-events';
import { own, type Reading, type RiskCode, unknown } from '../reading';
import { type Kind, type Part, text } from './kind';
import { redactCallSite } from './replaced';
import { short } from './short-text';

/** Every rule of a fragment change, with its risk. */
const locationHashRules = {
  'fragment-own': null,
  'fragment-by-unseen': 'fragment-from-outside',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of a fragment change. */
type LocationHashRule = keyof typeof locationHashRules;

/**
 * Interprets a change of a document's fragment.
 *
 * @see https://html.spec.whatwg.org/#scroll-to-fragid
 */
function readFragmentChanged(event: FragmentChanged): Reading<LocationHashRule> {
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

/** The texts that this kind needs. */
export interface LocationHashWords {
  readonly detail: {
    readonly oldFragment: string;
    readonly newFragment: string;
    readonly noFragment: string;
  };
}

/** The kind of a change of the fragment of a document's URL. */
export const locationHash: Kind<FragmentChanged, LocationHashRule, null, LocationHashWords> = {
  rules: locationHashRules,
  isOnMap: true,
  read: readFragmentChanged,
  otherOrigin: () => null,
  searchTexts: ({ oldUrl, newUrl }) => [oldUrl, newUrl],
  size: ({ newUrl }) => newUrl.length,
  line: ({ oldUrl, newUrl }) => `${short(fragmentOf(oldUrl)) || '–'} → ${short(fragmentOf(newUrl)) || '–'}`,
  derive: () => null,
  rows: ({ oldUrl, newUrl }, _, { detail }) => [
    { label: detail.oldFragment, parts: [fragmentPart(oldUrl, detail.noFragment)] },
    { label: detail.newFragment, parts: [fragmentPart(newUrl, detail.noFragment)] },
  ],
  brief: ({ newUrl }) => [text(newUrl)],
  redact: ({ kind, oldUrl, newUrl, by, callSite }, rules) => ({
    kind,
    oldUrl: rules.url(oldUrl),
    newUrl: rules.url(newUrl),
    by,
    callSite: redactCallSite(callSite, rules),
  }),
};

/** Returns the fragment of a URL with its `#`; empty if it has none. */
function fragmentOf(url: string): string {
  const start = url.indexOf('#');
  return start === -1 ? '' : url.slice(start);
}

function fragmentPart(url: string, none: string): Part {
  const fragment = fragmentOf(url);
  return fragment === '' ? { type: 'none', text: none } : text(fragment);
}
