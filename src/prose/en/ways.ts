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
  'document-domain-opaque-page': () => 'In an opaque origin, setting document.domain throws a SecurityError.',
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
};

/** The ways across, whatever the pair, in English. */
export const ways: Readonly<Record<Way, WayProse>> = {
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
};
