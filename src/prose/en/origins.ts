import type { Pair } from '../../channels/pair-rules';
import type { OriginsProse } from '../origins';

const hostOf = ({ components }: Pair, of: 'page' | 'other') =>
  components.find(({ component }) => component === 'host')?.[of] ?? '';

const webSocketOf = ({ other }: Pair) => other.replace(/^http/, 'ws');

/** The components that differ, as a list: `host`, `scheme and port`. */
function differing({ components }: Pair): string {
  const names = components.filter(({ isEqual }) => !isEqual).map(({ component }) => component);
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last} differ` : `the ${last} differs`;
}

/** How many origins a sentence names. */
const mostNamed = 3;

/** What is said of two origins, in English. */
export const originsEn: OriginsProse = {
  components: { scheme: 'Scheme', host: 'Host', port: 'Port' },
  rules: {
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
  },
  verdicts: {
    allowed: { label: 'allowed', meaning: 'No server has to agree' },
    consent: { label: 'if agreed', meaning: 'Only if the other server agrees' },
    partly: { label: 'partly', meaning: 'Some of it is allowed' },
    barred: { label: 'barred', meaning: 'No header of a server changes that' },
  },
  reasons: {
    'fetch-same-origin': () =>
      'Script reads every response of its own origin; no server has to agree to that.',
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
  },
  relations: {
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
          pair.site !== null || hostOf(pair, 'page') === hostOf(pair, 'other')
            ? ', because of the scheme'
            : '';
        return `Not the same origin: ${differing(pair)}. Not the same site either${isBySchemeAlone}.`;
      },
    },
  },
  works: { yes: 'works', with: 'conditional', no: 'does not work', unneeded: 'not needed' },
  wayReasons: {
    'same-origin': () => 'Nothing has to be crossed: both are of one origin.',
    'mixed-content': ({ other }) =>
      `An https page asks ${other} for nothing over http; the other server has to be on https first.`,
    'cors-agreed': ({ page, other }) =>
      `Works once ${other} answers with Access-Control-Allow-Origin: ${page}.`,
    'cors-opaque-page': ({ other }) =>
      `Works for what anybody may read: ${other} answers with Access-Control-Allow-Origin: *, without credentials.`,
    proxy: ({ page, other }) =>
      `Works whatever ${other} answers: the page asks ${page}, and the server there asks ${other}.`,
    'proxy-mixed-content': ({ page, other }) =>
      `Works, and past mixed content too: the page asks ${page} over https, and the server there asks ${other} over http.`,
    'proxy-opaque-page': () =>
      'Works only with CORS on the proxy itself: to an opaque origin every server is of another one.',
    'post-message': ({ other }) =>
      `Works where a document of ${other} is in a frame or window that the page knows, and both have code for it.`,
    'post-message-mixed-content': ({ other }) =>
      `Works only with a window that the page opens: a frame of ${other} in an https page is barred as mixed content.`,
    'post-message-opaque-page': () =>
      'Works if both have code for it, but the other side is told the origin “null”; it has to check event.source, or to be handed a MessagePort.',
    'web-socket': (pair) =>
      `Works if a WebSocket server listens at ${webSocketOf(pair)}: neither the same-origin rule nor CORS applies, so that server must check Origin itself.`,
    'web-socket-mixed-content': (pair) =>
      `An https page may open wss: only, and ${webSocketOf(pair)} is not that.`,
    'web-socket-opaque-page': (pair) =>
      `Works if a WebSocket server listens at ${webSocketOf(pair)}, which is told Origin: null and so cannot know who asks.`,
    jsonp: ({ other }) =>
      `Works if ${other} answers with a script that calls the function which the page names; the page runs whatever comes.`,
    'document-domain-site': ({ site }) =>
      `Works between frames that both set document.domain = "${site}"; in Chrome, on secure pages, only if both documents are served with Origin-Agent-Cluster: ?0.`,
    'document-domain-port': (pair) =>
      `Works between frames that both set document.domain = "${hostOf(pair, 'page')}", for then the port no longer counts; in Chrome, on secure pages, only if both documents are served with Origin-Agent-Cluster: ?0.`,
    'document-domain-scheme': () => 'The schemes differ, and document.domain does not change a scheme.',
    'document-domain-suffix': ({ parent }) =>
      `The only domain over both is ${parent}, which counts as a public suffix, and document.domain refuses that.`,
    'document-domain-host': () => 'The hosts have no domain in common that both could set.',
    'document-domain-opaque-page': () =>
      'In an opaque origin, setting document.domain throws a SecurityError.',
    'hash-relay': ({ page, other }) =>
      `Works if a document of ${other} in a frame reads its hash, and answers through the hash of a frame of ${page} inside it.`,
    'hash-one-way': ({ other }) =>
      `Works one way only: the page sets the hash of a frame of ${other}, and no frame in there can be of the page’s opaque origin to carry an answer.`,
    'window-name': ({ page, other }) =>
      `Works with a frame: a document of ${other} sets window.name in it, then the frame goes on to ${page}, where the page may read it.`,
    'window-name-opaque-page': () =>
      'Works only where the page can load a frame of its own origin afterwards (about:blank), which a sandbox rules out.',
    'frame-mixed-content': ({ other }) =>
      `It needs a frame of ${other}, which an https page may not load: mixed content.`,
  },
  ways: {
    cors: {
      name: 'CORS',
      advantages: [
        'Every HTTP method and header, by ordinary fetch or XMLHttpRequest',
        'Status and errors can be handled, better than with JSONP',
        'The server decides origin by origin, with or without credentials',
      ],
      limits: [
        'The server must take part; browsers since IE 10 do',
        'Requests that are not safelisted cost a preflight',
        'With credentials the origin must be named: * does not do',
      ],
      use: 'The first choice for data of a server that you, or people who know of you, run.',
    },
    'server-proxy': {
      name: 'Server proxy',
      advantages: [
        'Nothing special in the page: it asks its own origin',
        'Every HTTP method, and any server, whether it knows CORS or not',
        'The server in between can check, combine and cache answers',
      ],
      limits: [
        'Needs a server of your own, and more load on it',
        'One more stop on the way, so slower',
        'The trust moves to that server: it sees everything, and must forward to known targets only',
        'The other origin’s cookies do not come along by themselves',
      ],
      use: 'For a server that you cannot change, for secrets that must not reach the page, and while developing.',
    },
    'post-message': {
      name: 'postMessage',
      advantages: [
        'Made for this: windows and frames of any origins talk, both ways',
        'Whatever can be cloned goes across, and some objects can be handed over for good',
        'targetOrigin says exactly who may receive it',
      ],
      limits: [
        'Both documents need code for it, and one a reference to the other, which Cross-Origin-Opener-Policy can cut',
        'Every listener must check event.origin, for anybody can send',
        'With * as targetOrigin, whoever is in that frame by then receives it',
      ],
      use: 'Between a page and a frame or window that both have code of yours, or of a partner.',
    },
    'web-socket': {
      name: 'WebSocket',
      advantages: [
        'Not bound by the same-origin rule',
        'Both sides send at any time, with little overhead for each message',
        'Fit for chat, games, prices, notices and shared editing',
      ],
      limits: [
        'The server must speak the protocol',
        'The server must check Origin itself: the cookies of its host come along from every page that may send them',
        'Setting up a connection costs time; too much for a simple request',
      ],
      use: 'For what comes in real time and both ways, not as a way around CORS.',
    },
    jsonp: {
      name: 'JSONP',
      advantages: [
        'A script element is not bound by the same-origin rule as XMLHttpRequest is',
        'Works in the oldest browsers, without XMLHttpRequest or ActiveX',
        'The result comes as a call of a function',
      ],
      limits: [
        'GET only, never POST and the like',
        'Fetches data only; scripts of two pages cannot call each other by it',
        'Foreign code runs with all the rights of the page',
        'Neither status nor error can be read; a Content-Security-Policy often rules it out',
      ],
      use: 'Only for an old server that offers nothing else and that you trust; otherwise CORS.',
    },
    'document-domain': {
      name: 'document.domain + iframe',
      advantages: [
        'Frames of two hosts under one domain reach each other’s documents and functions',
        'Both ways, without a protocol of messages',
      ],
      limits: [
        'Only under one registrable domain, and with one scheme',
        'Every frame involved must set the same domain',
        'Whoever breaks one of the hosts has all of them',
        'Deprecated: on secure pages Chrome ignores it without Origin-Agent-Cluster: ?0; Firefox still heeds it',
      ],
      use: 'Only to keep an old site going until postMessage has replaced it.',
    },
    'location-hash': {
      name: 'location.hash + iframe',
      advantages: [
        'Between wholly different domains, without a server’s help',
        'Both ways, through a third frame (A → B → C, where C is of A’s origin)',
      ],
      limits: [
        'Only text, and only as much as fits a URL',
        'What is sent stands in a URL, where others may see it',
        'The receiver listens to hashchange, or polls where that is missing',
        'Each change can add an entry to the history',
      ],
      use: 'Nothing new should: postMessage does the same, safely.',
    },
    'window-name': {
      name: 'window.name + iframe',
      advantages: [
        'Text from any origin, whatever the domains',
        'Much of it: megabytes',
        'Not in a URL, and no foreign code runs in the page',
      ],
      limits: [
        'One way and by loading a page, like GET; text only',
        'Every document that is loaded in the frame meanwhile can read it and change it',
        'Frames keep it from origin to origin; Firefox empties that of a tab which goes to another one',
      ],
      use: 'Nothing new should: postMessage or CORS does the same, and says who may read it.',
    },
  },
  table: {
    label: 'Origins',
    scope: 'The whole recording, whatever the filters show',
    relation: 'Relation',
    allows: 'What the pair allows',
    recorded: 'Recorded',
    equal: 'equal',
    notEqual: 'not equal',
    opaque: 'opaque',
    thisPage: 'this page',
    seenFrom: 'Seen from',
    seenFromMeaning: 'The origin whose requests are counted, and from which the rules are looked at',
    noPage: 'Nothing is known of the page yet. Reload it to record it.',
    address: 'Server address',
    sameAddress: 'same address, still another origin',
    sameAddressAs: (origins) => {
      const more = origins.length - mostNamed;
      const named = origins.slice(0, mostNamed).join(', ');
      return `The same address as ${named}${more > 0 ? ` and ${more} more` : ''}, and still another origin.`;
    },
    noRequests: 'none',
    showRequests: (count, only, to) =>
      `Show requests to ${to}: ${count.toLocaleString('en')} ${
        { read: 'to read', embed: 'to embed', write: 'to write', blocked: 'blocked' }[only]
      }`,
    showMore: (shown, total) =>
      `Show more (${shown.toLocaleString('en')} of ${total.toLocaleString('en')} origins)`,
  },
  detail: {
    label: 'The two origins',
    close: 'Close',
    page: 'Page',
    other: 'Other',
    rules: 'What the pair allows',
    ways: 'Ways across',
    advantages: 'Advantages',
    limits: 'Limits',
    use: 'When to use it',
    recorded: 'In this recording',
    playground: 'See it happen',
    playgroundStart: (path) => `npm start, then ${path} of the playground`,
  },
  tester: {
    title: 'Test two URLs',
    hint: 'Only scheme, host and port count. Nothing is requested.',
    page: 'Page',
    other: 'Other URL',
    swap: 'Swap the two',
    examples: 'The classic pairs',
    classic: {
      'same-folder': 'One host, one folder',
      'other-folder': 'One host, another folder',
      'other-port': 'One host, another port',
      'other-scheme': 'One host, another scheme',
      'address-of-host': 'A host and its own address',
      subdomain: 'One domain, another subdomain',
      'other-domain': 'Another domain',
    },
    notes: {
      'https-assumed': 'No scheme was given: https is assumed.',
      'http-assumed': 'No scheme was given: http is assumed, as is usual on one’s own machine.',
      'web-socket-as-http': 'A WebSocket’s handshake is a request over HTTP, so its server is compared.',
      'host-converted': 'The host is written here as it is sent, in ASCII.',
      opaque: 'Such a document has an opaque origin: the same as no other, sent as null.',
    },
    problems: {
      'no-url': 'No URL can be read from this. An IPv6 address has to stand in brackets: [::1].',
      'no-host': 'The host is missing, as in https://example.com.',
      'bad-port': 'The port is not a number from 0 to 65535.',
      space: 'A host has no spaces.',
      'other-scheme': 'Only http, https, ws and wss have servers to compare.',
      'opaque-target':
        'Such a URL has an opaque origin, which is the same as no other: there is no server to ask.',
    },
  },
};
