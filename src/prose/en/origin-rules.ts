import type { Pair, PairReason, PairVerdict, RuleName } from '../../channels/pair-rules';
import type { Relation } from '../../engine/site';
import { hostOf, type RelationProse } from '../pair-prose';
import type { Explained } from '../shapes';

/** The components that differ, as a list: `host`, `scheme and port`. */
function differing({ components }: Pair): string {
  const names = components.filter(({ isEqual }) => !isEqual).map(({ component }) => component);
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last} differ` : `the ${last} differs`;
}

/** What two origins may or may not do, in English. */
export const rules: Readonly<Record<RuleName, Explained & { readonly name: string }>> = {
  fetch: {
    name: 'Reading with fetch',
    label: 'Read',
    meaning: 'Whether script of the page can read responses, with fetch or XMLHttpRequest',
  },
  dom: {
    name: 'DOM and JavaScript objects',
    label: 'DOM',
    meaning: 'Whether script of the page can access documents, variables and functions in frames and windows',
  },
  storage: {
    name: 'Storage',
    label: 'Storage',
    meaning: 'Whether both share localStorage, sessionStorage and IndexedDB',
  },
  cookies: { name: 'Cookies', label: 'Cookies', meaning: 'Whether both get the same cookies' },
  embedding: {
    name: 'Embedding',
    label: 'Embed',
    meaning: 'Images, scripts, styles, media and frames',
  },
  writing: { name: 'Writing', label: 'Write', meaning: 'Links, forms and redirects' },
};

/** Whether a rule lets them, in English. */
export const verdicts: Readonly<Record<PairVerdict, Explained>> = {
  allowed: { label: 'allowed', meaning: 'No server has to consent' },
  consent: { label: 'consent', meaning: 'Allowed only with the server’s consent' },
  partly: { label: 'partly', meaning: 'Some of it is allowed' },
  blocked: { label: 'blocked', meaning: 'No server header changes that' },
};

/** One sentence each, about the pair that it is given, in English. */
export const reasons: Readonly<Record<PairReason, (pair: Pair) => string>> = {
  'fetch-same-origin': () => 'Script can read every response of its own origin; no server has to consent.',
  'fetch-cors': ({ page, other }) =>
    `Script on ${page} can read a response of ${other} only if that server allows it with Access-Control-Allow-Origin, and for unsafe methods and headers only after a preflight.`,
  'fetch-opaque-page': ({ other }) =>
    `The page has an opaque origin, so its requests carry Origin: null; the only safe way for ${other} to allow it is Access-Control-Allow-Origin: *, without credentials.`,
  'fetch-mixed-content': ({ other }) =>
    `The page uses https and ${other} does not: Chrome and Firefox block the request before it is sent, whatever the server allows (mixed content).`,
  'dom-same-origin': () =>
    'Windows and frames of both can access each other’s documents and objects, if one holds a reference to the other.',
  'dom-document-domain': () =>
    'Windows of the two can only use postMessage, set location and little else on each other; document.domain, set by both, would open the rest where browsers still support it.',
  'dom-other-origin': () =>
    'Windows of the two can only use postMessage, set location and little else on each other; documents, variables and functions are not accessible.',
  'storage-same-origin': () =>
    'Both use the same localStorage and the same databases, unless one is in a frame on another site: browsers partition storage there.',
  'storage-opaque-page': () =>
    'An opaque origin shares storage with no other origin; in a sandboxed frame, even reading localStorage throws a SecurityError.',
  'storage-other-origin': () =>
    'localStorage and IndexedDB belong to one origin (scheme, host and port): neither can see what the other has stored.',
  'cookies-same-origin': () => 'Both get the same cookies, if a cookie’s Path covers the URL.',
  'cookies-other-port': (pair) =>
    `Cookies ignore ports: ${hostOf(pair, 'page')} has one set of cookies, which all its ports share.`,
  'cookies-other-scheme': (pair) =>
    `Both get the cookies of ${hostOf(pair, 'page')}, except that Secure restricts a cookie to https, and that Chrome treats http and https as two sites for SameSite.`,
  'cookies-domain': ({ site }) =>
    `A cookie belongs to the host that set it; both get a cookie that was set with Domain=${site}.`,
  'cookies-domain-other-scheme': ({ site }) =>
    `A cookie belongs to the host that set it; both get a cookie that was set with Domain=${site}, unless Secure restricts it to https.`,
  'cookies-public-suffix': ({ parent }) =>
    `Each has its own cookies: the only domain that covers both is ${parent}, a public suffix, so Domain=${parent} is rejected.`,
  'cookies-other-host': (pair) =>
    `Each has its own cookies: no Domain covers both ${hostOf(pair, 'page')} and ${hostOf(pair, 'other')}.`,
  'cookies-opaque-page': () =>
    'An opaque origin has no cookies of its own, and SameSite treats its requests as cross-site.',
  'embedding-same-origin': () =>
    'Images, scripts, styles, media and frames of the same origin are displayed or executed, and script can read them.',
  'embedding-other-origin': ({ other }) =>
    `Images, scripts, styles, media and frames of ${other} are displayed or executed, but script cannot read them; the server can block this with Cross-Origin-Resource-Policy, or frame-ancestors for frames.`,
  'embedding-mixed-content': () =>
    'On an https page, scripts, styles and frames over http are blocked; images, audio and video are requested over https instead, unless the host is an IP address.',
  'writing-same-origin': () => 'Links, forms and redirects can lead there, and all cookies are sent.',
  'writing-other-origin': ({ other }) =>
    `Links, forms and redirects can lead to ${other}, with its cookies if SameSite allows it; so a server must check where a form comes from.`,
  'writing-insecure': () =>
    'Links, forms and redirects can lead from https to http; Chrome and Firefox warn before they send a form there.',
};

/** How two origins are related, in English. */
export const relations: Readonly<Record<Relation, RelationProse>> = {
  'same-origin': {
    label: 'same-origin',
    sentence: () => 'Same origin: scheme, host and port are equal; folder and file do not matter.',
  },
  'same-site': {
    label: 'same-site',
    sentence: (pair) =>
      `Not the same origin: ${differing(pair)}. Still the same site: ${pair.site ?? hostOf(pair, 'page')}.`,
  },
  'cross-site': {
    label: 'cross-site',
    sentence: (pair) => {
      if (pair.isOpaquePage) return 'Not the same origin: an opaque origin matches no other origin.';
      const isBySchemeAlone =
        pair.site !== null || hostOf(pair, 'page') === hostOf(pair, 'other') ? ', because of the scheme' : '';
      return `Not the same origin: ${differing(pair)}. Not the same site either${isBySchemeAlone}.`;
    },
  },
} satisfies Readonly<Record<Relation, { readonly label: string; sentence(pair: Pair): string }>>;
