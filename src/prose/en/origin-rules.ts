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
    name: 'Reading by fetch',
    label: 'Read',
    meaning: 'Script of the page reads responses, by fetch or XMLHttpRequest',
  },
  dom: {
    name: 'DOM and JavaScript objects',
    label: 'DOM',
    meaning: 'Script of the page reaches documents, variables and functions of frames and windows',
  },
  storage: {
    name: 'Storage',
    label: 'Storage',
    meaning: 'localStorage, sessionStorage and IndexedDB',
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
  allowed: { label: 'allowed', meaning: 'No server has to agree' },
  consent: { label: 'if agreed', meaning: 'Only if the other server agrees' },
  partly: { label: 'partly', meaning: 'Some of it is allowed' },
  barred: { label: 'barred', meaning: 'No header of a server changes that' },
};

/** One sentence each, about the pair that it is given, in English. */
export const reasons: Readonly<Record<PairReason, (pair: Pair) => string>> = {
  'fetch-same-origin': () => 'Script reads every response of its own origin; no server has to agree to that.',
  'fetch-cors': ({ page, other }) =>
    `Script at ${page} reads a response of ${other} only if that server agrees with Access-Control-Allow-Origin, and for unsafe methods and headers in a preflight first.`,
  'fetch-opaque-page': ({ other }) =>
    `The origin of the page is opaque, so its requests say Origin: null; ${other} can soundly agree with Access-Control-Allow-Origin: * only, and without credentials.`,
  'fetch-mixed-content': ({ other }) =>
    `The page is on https and ${other} is not: Chrome and Firefox stop the request before it is sent, whatever the server would answer (mixed content).`,
  'dom-same-origin': () =>
    'Windows and frames of both reach each other’s documents and objects, as far as one holds a reference to the other.',
  'dom-document-domain': () =>
    'Windows of the two reach no more of each other than postMessage, setting location and a few like them; document.domain, set by both, would open the rest where it still works.',
  'dom-other-origin': () =>
    'Windows of the two reach no more of each other than postMessage, setting location and a few like them; documents, variables and functions stay out of reach.',
  'storage-same-origin': () =>
    'Both use the same localStorage and the same databases, unless one is in a frame on another site: browsers keep a separate set there.',
  'storage-opaque-page': () =>
    'An opaque origin shares storage with no other; in a sandboxed frame even touching localStorage throws a SecurityError.',
  'storage-other-origin': () =>
    'localStorage and IndexedDB belong to one origin, for which scheme, host and port all count: neither sees what the other has stored.',
  'cookies-same-origin': () => 'Both get the same cookies, as far as a cookie’s Path covers the URL.',
  'cookies-other-port': (pair) =>
    `Cookies do not know ports: ${hostOf(pair, 'page')} has one set of them, and every port of it gets that set.`,
  'cookies-other-scheme': (pair) =>
    `The cookies of ${hostOf(pair, 'page')} go to both, except that Secure keeps a cookie on https, and that Chrome takes http and https for two sites when it applies SameSite.`,
  'cookies-domain': ({ site }) =>
    `A cookie belongs to the host that set it; one that was set with Domain=${site} goes to both.`,
  'cookies-domain-other-scheme': ({ site }) =>
    `A cookie belongs to the host that set it; one that was set with Domain=${site} goes to both, unless Secure keeps it on https.`,
  'cookies-public-suffix': ({ parent }) =>
    `Each has cookies of its own: the only domain over both is ${parent}, which counts as a public suffix, and Domain=${parent} is refused.`,
  'cookies-other-host': (pair) =>
    `Each has cookies of its own: no Domain covers both ${hostOf(pair, 'page')} and ${hostOf(pair, 'other')}.`,
  'cookies-opaque-page': () =>
    'An opaque origin has no cookies of its own, and for SameSite its requests count as those of another site.',
  'embedding-same-origin': () =>
    'Images, scripts, styles, media and frames of the own origin are shown and run, and script can look into them.',
  'embedding-other-origin': ({ other }) =>
    `Images, scripts, styles, media and frames of ${other} are shown and run, though script cannot look into them; the server can refuse by Cross-Origin-Resource-Policy, or frames by frame-ancestors.`,
  'embedding-mixed-content': () =>
    'On an https page, scripts, styles and frames over http are barred; images, audio and video are asked for over https instead, unless the host is an address.',
  'writing-same-origin': () => 'Links, forms and redirects lead there, and all cookies go along.',
  'writing-other-origin': ({ other }) =>
    `Links, forms and redirects may lead to ${other}, with its cookies as far as SameSite lets them go along; so a server must check where a form came from.`,
  'writing-insecure': () =>
    'Links, forms and redirects may lead from https to http; Chrome and Firefox warn before they send a form there.',
};

/** How two origins are related, in English. */
export const relations: Readonly<Record<Relation, RelationProse>> = {
  'same-origin': {
    label: 'same-origin',
    sentence: () => 'Same origin: scheme, host and port are equal; folder and file do not count.',
  },
  'same-site': {
    label: 'same-site',
    sentence: (pair) =>
      `Not the same origin: ${differing(pair)}. Still the same site: ${pair.site ?? hostOf(pair, 'page')}.`,
  },
  'cross-site': {
    label: 'cross-site',
    sentence: (pair) => {
      if (pair.isOpaquePage) return 'Not the same origin: an opaque origin is the same as no other.';
      const isBySchemeAlone =
        pair.site !== null || hostOf(pair, 'page') === hostOf(pair, 'other') ? ', because of the scheme' : '';
      return `Not the same origin: ${differing(pair)}. Not the same site either${isBySchemeAlone}.`;
    },
  },
} satisfies Readonly<Record<Relation, { readonly label: string; sentence(pair: Pair): string }>>;
