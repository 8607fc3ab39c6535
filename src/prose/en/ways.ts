import type { Pair } from '../../channels/pair-rules';
import type { Way, WayReason, Works } from '../../channels/ways-across';
import { hostOf, type WayProse, webSocketOf } from '../pair-prose';

/** Whether a way works, in a word or two, in English. */
export const works: Readonly<Record<Works, string>> = {
  yes: 'works',
  with: 'conditional',
  no: 'does not work',
  unneeded: 'not needed',
};

/** Whether a way works for a pair, and why, in English. */
export const wayReasons: Readonly<Record<WayReason, (pair: Pair) => string>> = {
  'same-origin': () => 'Nothing has to be crossed: both have the same origin.',
  'mixed-content': ({ other }) =>
    `An https page cannot request ${other} over http; the other server has to support https first.`,
  'cors-agreed': ({ page, other }) => `Works once ${other} sends Access-Control-Allow-Origin: ${page}.`,
  'cors-opaque-page': ({ other }) =>
    `Works for public data: ${other} sends Access-Control-Allow-Origin: *, without credentials.`,
  proxy: ({ page, other }) =>
    `Works whatever ${other} sends: the page requests ${page}, whose server requests ${other}.`,
  'proxy-mixed-content': ({ page, other }) =>
    `Works, and avoids mixed content: the page requests ${page} over https, whose server requests ${other} over http.`,
  'proxy-opaque-page': () =>
    'Works only if the proxy itself supports CORS: for an opaque origin, every server is cross-origin.',
  'post-message': ({ other }) =>
    `Works if a document of ${other} is in a frame or window that the page has a reference to, and both have code for it.`,
  'post-message-mixed-content': ({ other }) =>
    `Works only with a window that the page opens: a frame of ${other} in an https page is blocked as mixed content.`,
  'post-message-opaque-page': () =>
    'Works if both have code for it, but the other side sees the origin “null”; it has to check event.source, or get a MessagePort.',
  'web-socket': (pair) =>
    `Works if a WebSocket server listens at ${webSocketOf(pair)}: neither the same-origin policy nor CORS applies, so that server must check Origin itself.`,
  'web-socket-mixed-content': (pair) =>
    `An https page can only open wss: URLs, and ${webSocketOf(pair)} is not one.`,
  'web-socket-opaque-page': (pair) =>
    `Works if a WebSocket server listens at ${webSocketOf(pair)}; it gets Origin: null, so it cannot identify the caller.`,
  jsonp: ({ other }) =>
    `Works if ${other} returns a script that calls the function named by the page; the page executes any script it gets.`,
  'document-domain-site': ({ site }) =>
    `Works between frames that both set document.domain = "${site}"; in Chrome, on secure pages, only if both documents are served with Origin-Agent-Cluster: ?0.`,
  'document-domain-port': (pair) =>
    `Works between frames that both set document.domain = "${hostOf(pair, 'page')}", because the port is then ignored; in Chrome, on secure pages, only if both documents are served with Origin-Agent-Cluster: ?0.`,
  'document-domain-scheme': () => 'The schemes differ, and document.domain does not change a scheme.',
  'document-domain-suffix': ({ parent }) =>
    `The only domain that covers both is ${parent}, a public suffix, which document.domain rejects.`,
  'document-domain-host': () => 'The hosts have no common domain that both could set.',
  'document-domain-opaque-page': () => 'In an opaque origin, setting document.domain throws a SecurityError.',
  'hash-relay': ({ page, other }) =>
    `Works if a document of ${other} in a frame reads its hash, and replies through the hash of a frame of ${page} inside it.`,
  'hash-one-way': ({ other }) =>
    `Works in one direction only: the page sets the hash of a frame of ${other}, but no frame in there can have the page’s opaque origin and carry a reply.`,
  'window-name': ({ page, other }) =>
    `Works with a frame: a document of ${other} sets window.name in it, then the frame navigates to ${page}, where the page can read it.`,
  'window-name-opaque-page': () =>
    'Works only if the page can load a frame of its own origin afterwards (about:blank), which a sandbox prevents.',
  'frame-mixed-content': ({ other }) =>
    `It requires a frame of ${other}, which an https page cannot load: mixed content.`,
};

/** The ways across, whatever the pair, in English. */
export const ways: Readonly<Record<Way, WayProse>> = {
  cors: {
    name: 'CORS',
    advantages: [
      'All HTTP methods and headers, with ordinary fetch or XMLHttpRequest',
      'Status and errors can be handled, unlike with JSONP',
      'The server decides per origin, with or without credentials',
    ],
    limits: [
      'The server must support it; browsers do since IE 10',
      'Requests that are not safelisted cost a preflight',
      'With credentials the origin must be named: * is not enough',
    ],
    use: 'The first choice for data from a server that you or a partner operate.',
  },
  'server-proxy': {
    name: 'Server proxy',
    advantages: [
      'Nothing special in the page: it requests its own origin',
      'All HTTP methods and any server, with or without CORS support',
      'The proxy can check, combine and cache responses',
    ],
    limits: [
      'Requires a server of your own, and puts load on it',
      'One more hop, so slower',
      'The proxy sees all traffic, and must forward to known targets only',
      'The other origin’s cookies are not sent automatically',
    ],
    use: 'For a server that you cannot change, for secrets that must not reach the page, and for development.',
  },
  'post-message': {
    name: 'postMessage',
    advantages: [
      'Designed for this: windows and frames of any origins communicate in both directions',
      'Any cloneable data can be sent, and some objects can be transferred',
      'targetOrigin specifies exactly who can receive the message',
    ],
    limits: [
      'Both documents need code for it, and one needs a reference to the other, which Cross-Origin-Opener-Policy can cut',
      'Every listener must check event.origin, because any window can send',
      'With * as targetOrigin, any document that is in that frame at the time receives the message',
    ],
    use: 'Between a page and a frame or window, if both run code of yours or of a partner.',
  },
  'web-socket': {
    name: 'WebSocket',
    advantages: [
      'Not subject to the same-origin policy',
      'Both sides can send at any time, with little overhead per message',
      'Suitable for chat, games, prices, notifications and shared editing',
    ],
    limits: [
      'The server must support the protocol',
      'The server must check Origin itself: any page can connect, with the cookies of the server’s host that may be sent',
      'Setting up a connection takes time; too much for a simple request',
    ],
    use: 'For real-time data in both directions, not as a way around CORS.',
  },
  jsonp: {
    name: 'JSONP',
    advantages: [
      'A script element, unlike XMLHttpRequest, is not subject to the same-origin policy',
      'Works in the oldest browsers, without XMLHttpRequest or ActiveX',
      'The result arrives as a function call',
    ],
    limits: [
      'GET only, no POST or other methods',
      'Only loads data; scripts of two pages cannot call each other with it',
      'Third-party code runs with all privileges of the page',
      'Neither status nor errors can be read; a Content-Security-Policy often blocks it',
    ],
    use: 'Only for an old server that you trust and that offers nothing else; otherwise use CORS.',
  },
  'document-domain': {
    name: 'document.domain + iframe',
    advantages: [
      'Frames of two hosts under one domain can access each other’s documents and functions',
      'Both directions, without a message protocol',
    ],
    limits: [
      'Only under one registrable domain, and with the same scheme',
      'Every frame involved must set the same domain',
      'One compromised host compromises all of them',
      'Deprecated: on secure pages Chrome ignores it without Origin-Agent-Cluster: ?0; Firefox still supports it',
    ],
    use: 'Only to keep an old site running until postMessage replaces it.',
  },
  'location-hash': {
    name: 'location.hash + iframe',
    advantages: [
      'Works between unrelated domains, without server support',
      'Both directions, through a third frame (A → B → C, where C has A’s origin)',
    ],
    limits: [
      'Text only, limited by the length of a URL',
      'The data is part of a URL, where others can see it',
      'The receiver listens to hashchange, or polls if that is missing',
      'Each change can add a history entry',
    ],
    use: 'Not for new code: postMessage does the same, safely.',
  },
  'window-name': {
    name: 'window.name + iframe',
    advantages: [
      'Text from any origin and any domain',
      'Large amounts: megabytes',
      'Not part of a URL, and no third-party code runs in the page',
    ],
    limits: [
      'One direction, by loading a page, like GET; text only',
      'Every document loaded in the frame in between can read and change it',
      'Frames keep it across origins; Firefox clears that of a tab which navigates to another origin',
    ],
    use: 'Not for new code: postMessage or CORS does the same, and controls who can read it.',
  },
};
