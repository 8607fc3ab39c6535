import { frameNumber } from '../frame-number';
import type { MessagesProse } from '../messages';

const number = (value: number) => value.toLocaleString('en');
const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** What is said of page events, in English. */
export const messagesEn: MessagesProse = {
  kinds: {
    received: {
      label: 'postMessage received',
      short: 'received',
      meaning: 'A message reached a window: seen where it arrives, whoever sent it',
    },
    sent: {
      label: 'postMessage called',
      short: 'called',
      meaning: 'A script called postMessage() on a window of its own origin',
    },
    'window-name': {
      label: 'window.name',
      short: 'window.name',
      meaning: 'A name was written, or was there when a document began',
    },
    'location-hash': {
      label: 'location.hash',
      short: 'hash',
      meaning: 'The fragment of a document’s URL changed',
    },
    jsonp: {
      label: 'JSONP',
      short: 'JSONP',
      meaning: 'A script of another origin called, with data, a function of the page that its URL names',
    },
    websocket: {
      label: 'WebSocket',
      short: 'WebSocket',
      meaning: 'Messages went through a WebSocket: how many and how large, never what they say',
    },
    'message-port': {
      label: 'MessagePort',
      short: 'port',
      meaning: 'Messages went through a MessagePort, whose two ends may be of any origins',
    },
    'broadcast-channel': {
      label: 'BroadcastChannel',
      short: 'broadcast',
      meaning:
        'Messages went through a BroadcastChannel, which ends at the origin’s own documents and workers',
    },
    'worker-message': {
      label: 'Worker message',
      short: 'worker',
      meaning: 'Messages went to or came from a worker of the document',
    },
    'document-domain': {
      label: 'document.domain',
      short: 'domain',
      meaning: 'A script assigned document.domain, and it was taken, ignored or refused',
    },
    'dom-access': {
      label: 'DOM access refused',
      short: 'DOM access',
      meaning: 'A script wanted another origin’s document or window, and did not get it',
    },
    'canvas-read': {
      label: 'Canvas not readable',
      short: 'canvas',
      meaning: 'A canvas or player with something of another origin in it was read, which throws',
    },
    cookie: {
      label: 'Cookie',
      short: 'cookie',
      meaning: 'A script wrote a cookie, or was refused it',
    },
    storage: {
      label: 'Storage',
      short: 'storage',
      meaning: 'A script used storage or was refused it, or another document changed it',
    },
    'storage-access': {
      label: 'Storage access',
      short: 'access',
      meaning: 'A script called the Storage Access API',
    },
    opener: {
      label: 'Opened window',
      short: 'opener',
      meaning: 'A document began in a tab that the page opened, and knows the window that opened it or not',
    },
    'csp-violation': {
      label: 'CSP violation',
      short: 'CSP',
      meaning: 'A Content Security Policy of the document is against a request of its own',
    },
    'coep-violation': {
      label: 'COEP violation',
      short: 'COEP',
      meaning: 'The document’s Cross-Origin-Embedder-Policy is against a request of its own',
    },
    'server-proxy': {
      label: 'Through a proxy',
      short: 'proxy',
      meaning: 'Answers of the document’s own origin have marks of a proxy in between',
    },
  },
  relations: {
    'same-origin': { label: 'same-origin', meaning: 'Scheme, host and port of both are equal' },
    'same-site': { label: 'same-site', meaning: 'Two origins under one registrable domain' },
    'cross-site': {
      label: 'cross-site',
      meaning: 'Two origins of different sites: another registrable domain, or another scheme',
    },
    opaque: {
      label: 'opaque',
      meaning: 'One of the two has an opaque origin, which is the same as no other',
    },
  },
  rules: {
    'message-made-by-page': {
      label: 'Made by the page itself',
      sentence:
        'A script made this event with dispatchEvent(): no postMessage() was behind it, and its origin and source are whatever that script wrote.',
    },
    'message-own-window': {
      label: 'To its own window',
      sentence: 'The window wrote to itself, so nothing crossed an origin.',
    },
    'message-same-origin': {
      label: 'Within one origin',
      sentence: 'Sender and receiver have one origin and reach each other’s documents anyway.',
    },
    'message-receiver-unknown': {
      label: 'Receiver’s origin not known',
      sentence:
        'The origin of the receiving document is not known, and so neither is whether the message crossed one.',
    },
    'message-to-opaque': {
      label: 'Sent with targetOrigin "*"',
      sentence:
        'The receiver’s origin is opaque and cannot be named, so targetOrigin was "*": whatever document is in that window gets the message.',
    },
    'message-from-opaque': {
      label: 'From an opaque origin',
      sentence: 'event.origin is the word null here, as for every sandboxed frame and every data: document.',
    },
    'message-other-origin': {
      label: 'From another origin',
      sentence:
        'Any window that holds a reference to this one may send to it: no server is asked, and only event.origin says who did.',
    },
    'message-sent': {
      label: 'Called by its own origin',
      sentence:
        'A script of this window’s own origin called postMessage() on it; a call from another origin shows only where its message arrives.',
    },
    'name-written': {
      label: 'Stays with the window',
      sentence:
        'window.name belongs to the window and not to the document, so what is written now is there for the next document, whatever its origin.',
    },
    'name-given': {
      label: 'There from the start',
      sentence:
        'The document found a name: whoever made the frame or opened the window chose it, or an earlier document left it.',
    },
    'name-replaced': {
      label: 'Not what was left there',
      sentence:
        'The document before in this window left another value, so another window gave this one, or it was written unseen.',
    },
    'name-kept': {
      label: 'Kept within one origin',
      sentence: 'The document before left this value, and this one has the same origin.',
    },
    'name-crossed': {
      label: 'Carried to another origin',
      sentence:
        'A document of another origin left this value in the window, and the document that came after it can read it.',
    },
    'fragment-own': {
      label: 'By this document',
      sentence:
        'A script of this document changed its own fragment; the document stays, and hashchange fires.',
    },
    'socket-same-origin': {
      label: 'To its own server',
      sentence: 'Page and server have one host, port and security, so nothing crossed an origin.',
    },
    'socket-other-origin': {
      label: 'CORS does not apply',
      sentence:
        'A WebSocket may be opened to any server: the handshake carries Origin, no CORS header of the answer counts, and what comes is readable.',
    },
    'port-from-other-origin': {
      label: 'Port from another origin',
      sentence:
        'A message of another origin brought this port; whoever holds the other end now may send, and is asked for no origin.',
    },
    'port-same-origin': {
      label: 'Port within one origin',
      sentence: 'A message of this document’s own origin brought this port.',
    },
    'port-made-here': {
      label: 'Port given away',
      sentence:
        'The other end of this port is not used in this document: it was handed to another one or to a worker.',
    },
    'broadcast-same-origin': {
      label: 'All of one origin hear it',
      sentence:
        'A broadcast reaches every document and worker of this origin that has a channel of that name, and no other origin.',
    },
    'worker-of-this-origin': {
      label: 'Its own worker',
      sentence: 'A worker has the origin of the page that makes it, so nothing crossed an origin.',
    },
    'domain-set': {
      label: 'Set',
      sentence:
        'The document now counts as of that domain: every document of this scheme that set the same value may reach into it, and it into them.',
    },
    'domain-origin-keyed': {
      label: 'Ignored: origin-keyed',
      sentence:
        'Its origin has an agent cluster of its own, so the assignment does nothing and throws nothing; with Origin-Agent-Cluster: ?0 on every document of the site it would work.',
    },
    'domain-of-opaque': {
      label: 'Refused: opaque origin',
      sentence: 'A document with an opaque origin, as in a sandbox, has no domain that could be set.',
    },
    'domain-not-a-suffix': {
      label: 'Refused: not a parent',
      sentence: 'Only the document’s own host, or a parent domain of it, can be assigned.',
    },
    'domain-public-suffix': {
      label: 'Refused: public suffix',
      sentence:
        'Strangers register names under this suffix, so it would open the document to all of them; it stands on the public suffix list.',
    },
    'domain-refused': {
      label: 'Refused',
      sentence:
        'The value would do, so the document is in a sandbox, or its permissions policy forbids document.domain.',
    },
    'document-of-other-origin': {
      label: 'Document of another origin',
      sentence:
        'A frame gives its document only to scripts of the same origin, or same origin-domain; to all others contentDocument is null.',
    },
    'window-of-other-origin': {
      label: 'Window of another origin',
      sentence:
        'Of a window of another origin a script may use postMessage, location, close, focus, blur, closed, frames, length, opener, parent, self, top and window alone.',
    },
    'canvas-tainted': {
      label: 'Drawn without CORS',
      sentence:
        'Something of another origin was drawn that was not got with CORS, so the canvas cannot be read any more: the call threw a SecurityError.',
    },
    'cookie-written': {
      label: 'Kept by host',
      sentence:
        'A cookie belongs to a host and not to an origin: every port gets it and, with Domain, every subdomain; it may be refused without a word.',
    },
    'storage-refused': {
      label: 'No storage here',
      sentence:
        'The call threw a SecurityError: the origin is opaque, or site data is blocked for this document, as it may be in frames of another site.',
    },
    'storage-in-frame': {
      label: 'Kept apart by top site',
      sentence:
        'In a frame of another site, storage is kept apart for each site at the top; in one of the same site it is the origin’s own.',
    },
    'storage-access-asked': {
      label: 'Asks for its own cookies',
      sentence:
        'A frame of another site asks by the Storage Access API to use the cookies that it has as a page of its own; what came of it is not looked at.',
    },
    'storage-changed-elsewhere': {
      label: 'Changed by another document',
      sentence:
        'Another document of this origin, in the same partition, wrote to the store; no other origin is told.',
    },
    'fragment-by-unseen': {
      label: 'By whom is not visible',
      sentence:
        'Whoever holds a reference to a window may navigate it, across origins too; where only the fragment differs, the document stays and can read it.',
    },
    'opener-known': {
      label: 'Has its opener',
      sentence: 'The document began in an opened tab, and window.opener gives it the window that opened it.',
    },
    'opener-known-across': {
      label: 'Has its opener, across origins',
      sentence:
        'The document has another origin than its opener, and window.opener gives it that window: the two can send each other messages.',
    },
    'policy-enforced': {
      label: 'Blocked by a policy',
      sentence: 'A policy of the document itself forbids this request, so it was blocked.',
    },
    'policy-reported': {
      label: 'Reported only',
      sentence:
        'A policy of the document itself would forbid this request; it only reports, and blocks nothing.',
    },
    'answer-through-proxy': {
      label: 'Came through a proxy',
      sentence:
        'A same-origin answer has marks of a proxy: what stands behind it may be of another origin, and no CORS check applies.',
    },
    'opener-none': {
      label: 'No link to its opener',
      sentence:
        'window.opener is null in this document, so it and the window that opened it cannot reach each other: no message between the two arrives.',
    },
    'script-called-back': {
      label: 'Data as a script',
      sentence:
        'A page may run scripts of any origin: this one called, while it loaded, the function that its URL names, and gave it data.',
    },
  },
  risks: {
    'handshake-origin': {
      label: 'server checks Origin',
      sentence:
        'The server has to compare the Origin header of the handshake with the origins that it trusts, or every page on the web can connect with the user’s cookies.',
    },
    'port-has-no-origin': {
      label: 'check whoever hands it over',
      sentence:
        'Messages through a port carry no origin: check event.origin of the message that brings the port, once, before using it.',
    },
    'domain-opens': {
      label: 'opens it to its siblings',
      sentence:
        'A fault in any subdomain, on any port, that sets the same value is a fault here too: postMessage() opens only what it says.',
    },
    'opener-navigable': {
      label: 'may navigate its opener',
      sentence:
        'Whoever has a window may navigate it, so this document can put another page in the opener’s place: rel="noopener", or Cross-Origin-Opener-Policy: same-origin on the page, takes that away.',
    },
    'check-origin': {
      label: 'check event.origin',
      sentence:
        'Each listener has to compare event.origin with the origins that it trusts, whole and with ===, before it uses event.data.',
    },
    'null-origin': {
      label: '"null" names nobody',
      sentence:
        'Accept no message because its origin is null: compare event.source with the window of the frame that is expected.',
    },
    'any-document': {
      label: 'any document gets it',
      sentence:
        'When that frame is navigated, its new document gets the messages too: send it nothing secret, or give it an origin that can be named.',
    },
    'forged-event': {
      label: 'may be forged',
      sentence:
        'Any script in the page can do this: a listener that has to tell such events apart checks event.isTrusted.',
    },
    'next-document': {
      label: 'the next document reads it',
      sentence:
        'Write nothing secret there: a frame’s name stays whatever is loaded in it, and when a tab that no window opened goes to another origin Firefox clears its name, and Chrome does not.',
    },
    'name-leak': {
      label: 'another origin reads it',
      sentence:
        'If it was secret it has leaked, and whoever uses it now uses what another origin wrote; postMessage() with a named targetOrigin avoids both.',
    },
    'name-from-outside': {
      label: 'untrusted text',
      sentence: 'Others chose this text: use it as input from anybody.',
    },
    'fragment-from-outside': {
      label: 'untrusted text',
      sentence:
        'Use the fragment as input from anybody, and put nothing secret there: it stays in the history, and every script of the page can read it.',
    },
    'runs-as-page': {
      label: 'runs as the page',
      sentence:
        'Whoever runs that server can do here what the page can: fetch the data with CORS instead, which one response header allows.',
    },
  },
  unseen: {
    'target-origin':
      'The targetOrigin: the event does not carry it, and no extension sees it at run time. Whether "*" was written stands only in the sender’s source.',
    'sender-frame': 'Which frame sent it: event.source is the window of no frame that is watched.',
    'data-not-read':
      'What it said: data was not read when it came. “Read data” keeps that of the messages to come.',
    listeners:
      'Which listeners ran: only scripts in the page’s own world see that, and they were off here or began too late.',
    arguments:
      'The arguments: a wrapper that reads them would make event.source wrong for every receiver, so calls are only counted.',
    'calling-frame': 'Which frame called: only that it has the origin of this window.',
    'call-site': 'Where in the scripts: call sites are taken for the first 20 a second.',
    'document-before': 'Which document was there before: none was seen in this window.',
    cause:
      'Who did it: the user, a link, another window, or the document itself where its own world is not looked at or its origin is opaque.',
    payload: 'What it said: sockets and channels are counted, and what goes through them is not read.',
    'other-end': 'The other end: nothing tells which document or worker holds it now.',
    'inside-worker': 'What the worker does with it: no extension runs inside workers.',
    'which-window': 'Which window: an uncaught error does not say whose property it was.',
    'stored-value': 'The value: it is not read.',
    'top-origin': 'The site at the top: this browser does not say it to a frame.',
    drawn:
      'What was drawn there: nothing of another origin was seen, or it came by a way that is not looked at.',
    counted: 'One by one: more came at once than are recorded, and these were only counted.',
  },
  parties: {
    'some-frame': { label: 'a frame', meaning: 'A frame of this origin; which one is not visible' },
    'earlier-document': { label: 'document before', meaning: 'The document that was in this window before' },
    'next-document': { label: 'next document', meaning: 'Whatever document is loaded in this window next' },
    store: { label: 'store', meaning: 'Cookies or storage of this origin' },
    server: { label: 'server', meaning: 'The server at the other end, or from which the script came' },
    worker: { label: 'worker', meaning: 'A worker, inside which no extension sees' },
    'other-end': { label: 'other end', meaning: 'Whoever holds the other end: which one is not visible' },
    'not-visible': { label: 'not visible', meaning: 'Neither Chrome nor Firefox shows who it was' },
  },
  sources: {
    extension: 'CORScope, from beside the page',
    page: 'scripts in the page’s own world: the page’s word',
  },
  frame: {
    top: 'top',
    inner: (frameId) => `frame ${frameNumber(frameId)}`,
    inTab: (tabId, frame) => `tab ${tabId}, ${frame}`,
    unknownOrigin: 'origin not known',
  },
  request: { label: 'request', show: 'Show it in Requests' },
  what: {
    listeners: (count) => plural(count, 'listener', 'listeners'),
    characters: (count) => plural(count, 'character', 'characters'),
    empty: 'empty',
    called: (name, size) => (size === null ? name : `${name}, ${plural(size, 'character', 'characters')}`),
    size: (characters, bytes) =>
      [
        ...(characters > 0 || bytes === 0 ? [plural(characters, 'character', 'characters')] : []),
        ...(bytes > 0 ? [plural(bytes, 'byte', 'bytes')] : []),
      ].join(', '),
    channels: {
      'message-port': 'MessagePort',
      'broadcast-channel': 'BroadcastChannel',
      worker: 'Worker',
      'shared-worker': 'SharedWorker',
    },
    stores: {
      cookie: 'document.cookie',
      'local-storage': 'localStorage',
      'session-storage': 'sessionStorage',
      'indexed-db': 'IndexedDB',
      'storage-access': 'Storage Access API',
    },
  },
  table: {
    label: 'Messages',
    columns: {
      time: 'Time',
      kind: 'Kind',
      lanes: 'Lanes',
      from: 'From',
      to: 'To',
      relation: 'Relation',
      what: 'What',
      rule: 'Rule and risk',
    },
    times: (count) => `× ${number(count)}`,
  },
  bar: {
    label: 'Filters of messages',
    filter: 'Filter messages',
    filterPlaceholder: 'Filter: origin, data, URL, script',
    filterMeaning:
      'Words that must all occur in kind, origins, data, URLs or call sites; -word leaves out what has it',
    kinds: 'Kinds',
    origin: 'Origin',
    allOrigins: 'All origins',
    originCount: (origin, count) => `${origin} (${number(count)})`,
    withRequests: 'With requests',
    withRequestsMeaning: 'Shows the page’s requests between the events, in order of time',
    readData: 'Read data',
    readDataMeaning:
      'Keeps the beginning of what each message says, from now on and for this recording. It costs the page time: Chrome decodes each message once more, and a large one takes up to twice as long.',
    shown: (shown, total, events) =>
      (shown === total
        ? plural(total, 'row', 'rows')
        : `${number(shown)} of ${plural(total, 'row', 'rows')}`) +
      (events === shown ? '' : `, ${plural(events, 'event', 'events')}`),
    dropped: (count) => `${plural(count, 'older event', 'older events')} dropped to stay within bounds`,
  },
  empty: {
    recording: {
      what: 'Recording, nothing said yet',
      hint: 'Reload the page: what its frames say to each other is recorded from the next navigation on.',
    },
    filtered: {
      what: 'No event passes the filters',
      hint: 'Events are recorded, and the filters hide them all.',
    },
    paused: { what: 'Paused', hint: 'What frames say now is not recorded.' },
    gone: { what: 'The tab is closed', hint: 'Its frames said nothing while it was recorded.' },
    pageWorldOff:
      'Scripts in the page’s own world are off: calls, listeners and whoever writes names and fragments are not seen.',
    turnOn: 'Turn them on, from the next navigation on',
  },
  detail: {
    label: 'The selected event',
    rule: 'Rule',
    risk: (label) => `Risk: ${label}`,
    facts: 'What is known',
    time: 'Time',
    kind: 'Kind',
    from: 'From',
    to: 'To',
    url: 'URL',
    relation: 'Relation',
    count: 'Count',
    counted: (count) => `${number(count)}, only counted`,
    claimed: 'event.origin says',
    seenBy: 'Seen by',
    data: 'Data',
    value: 'Value',
    size: 'Size',
    cut: (kept) => `the first ${number(kept)} are kept`,
    oldFragment: 'Fragment before',
    newFragment: 'Fragment now',
    noFragment: 'none',
    before: 'Document before',
    beforeSame: 'left this very value',
    beforeOther: 'left another value',
    listeners: 'Listeners that ran',
    noListeners: 'None was seen to run.',
    anonymous: 'without a name',
    registeredAt: 'registered at',
    registeredUnseen: 'where it was registered was not looked at',
    callSite: 'Where in the scripts',
    script: 'Script',
    calledBack: 'Called with data',
    firstCallSite: 'Where the first was sent',
    channel: 'Channel',
    otherEnds: 'Other ends seen',
    noOtherEnds: 'The other end is not visible.',
    domainBefore: 'Domain before',
    domainAfter: 'Domain now',
    threw: 'Threw',
    originKeyed: 'Origin-keyed',
    yesNo: (is) => (is === null ? 'not said' : is ? 'yes' : 'no'),
    sameOriginDomain: 'Same origin-domain with',
    noSameOriginDomain: 'No other document was seen to set the same value.',
    domainOpens:
      'Each may use the other’s document, functions and variables; cookies, storage and fetch() go on by the true origin.',
    frameSource: 'Frame’s src',
    property: 'Property',
    method: 'Method',
    images: 'Drawn of other origins',
    lacks: {
      attribute: 'Its server allows this page: crossorigin on the element is all that is missing.',
      'attribute-and-header':
        'It needs crossorigin on the element, and Access-Control-Allow-Origin on the answer.',
      nothing: 'It was asked for with CORS, so it is not what taints the canvas.',
      'not-known': 'Its request was not recorded.',
    },
    trap: 'The cache may keep this answer and give it again when the picture is asked for with CORS, which then fails: the server should send Vary: Origin, with or without CORS.',
    store: 'Store',
    cookie: 'Cookie, without its value',
    key: 'Key',
    topOrigin: 'Page at the top',
    changedBy: 'Changed by',
    computed: 'By the rules',
    computedBecause: {
      taken: 'taken',
      'taken-away': 'taken away: it has expired',
      'taken-if-third-party': 'taken, unless cookies of other sites are blocked',
      unreadable: 'refused: it cannot be read as a cookie',
      'credentials-mode': 'refused: no cookies go here',
      'domain-mismatch': 'refused: its Domain is not this host or a parent of it',
      'public-suffix': 'refused: its Domain is a public suffix',
      'secure-over-http': 'refused: Secure, but the page is not',
      'none-without-secure': 'refused: SameSite=None needs Secure',
      'partitioned-without-secure': 'refused: Partitioned needs Secure',
      'secure-prefix': 'refused: its name wants Secure',
      'host-prefix': 'refused: its name wants Secure, Path=/ and no Domain',
      'same-site-from-cross-site': 'refused: SameSite, in a frame of another site',
      'http-only': 'refused: scripts may not write HttpOnly',
    },
    handshake: 'Handshake',
    handshakeStatus: (status) => `answered with ${status}`,
    handshakeFailed: 'failed; the page is told no reason',
    handshakeUnknown: 'not among the requests that were recorded',
    unseen: 'Not visible',
  },
};
