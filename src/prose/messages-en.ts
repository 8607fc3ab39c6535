import type { MessagesProse } from './messages';

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
    'fragment-by-unseen': {
      label: 'By whom is not visible',
      sentence:
        'Whoever holds a reference to a window may navigate it, across origins too; where only the fragment differs, the document stays and can read it.',
    },
  },
  risks: {
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
        'Write nothing secret there: Chrome and Firefox clear the name only when a tab that no window opened goes to another site, never in a frame.',
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
    counted: 'One by one: more came at once than are recorded, and these were only counted.',
  },
  parties: {
    'some-frame': { label: 'a frame', meaning: 'A frame of this origin; which one is not visible' },
    'earlier-document': { label: 'document before', meaning: 'The document that was in this window before' },
    'next-document': { label: 'next document', meaning: 'Whatever document is loaded in this window next' },
    'not-visible': { label: 'not visible', meaning: 'Neither Chrome nor Firefox shows who it was' },
  },
  sources: {
    extension: 'CORScope, from beside the page',
    page: 'scripts in the page’s own world: the page’s word',
  },
  frame: {
    top: 'top',
    inner: (frameId) => `frame ${frameId}`,
    inTab: (tabId, frame) => `tab ${tabId}, ${frame}`,
    unknownOrigin: 'origin not known',
  },
  request: { label: 'request', show: 'Show it in Requests' },
  what: {
    listeners: (count) => plural(count, 'listener', 'listeners'),
    characters: (count) => plural(count, 'character', 'characters'),
    empty: 'empty',
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
    unseen: 'Not visible',
  },
};
