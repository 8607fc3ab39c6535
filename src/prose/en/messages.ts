import type {
  CrossingInRequests,
  EventKind,
  PageEventRule,
  RequestsRule,
} from '../../channels/read-page-event';
import type { EventRelation, Party, RiskCode, Unseen } from '../../channels/reading';
import type { PageEventSource } from '../../protocol/page-events';
import { frameNumber } from '../frame-number';
import { type KindWords, together } from '../kind-words';
import type { Explained, Ruled } from '../shapes';
import { accessKinds } from './access-kinds';
import { messagingKinds } from './messaging-kinds';

const number = (value: number) => value.toLocaleString('en');
const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** All words about each kind of page event, by kind. */
const kinds = { ...messagingKinds, ...accessKinds } satisfies Readonly<
  Record<EventKind | CrossingInRequests, KindWords>
>;

/** The sentences about page events, in English. */
export const messages = {
  kinds,
  rules: together(kinds, 'rules') satisfies Readonly<Record<PageEventRule | RequestsRule, Ruled>>,
  risks: together(kinds, 'risks') satisfies Readonly<Record<RiskCode, Ruled>>,
  relations: {
    'same-origin': { label: 'same-origin', meaning: 'Both have the same scheme, host and port' },
    'same-site': { label: 'same-site', meaning: 'Two origins under one registrable domain' },
    'cross-site': {
      label: 'cross-site',
      meaning: 'Two origins of different sites: different registrable domains or schemes',
    },
    opaque: {
      label: 'opaque',
      meaning: 'One of the two has an opaque origin, which matches no other origin',
    },
  } satisfies Readonly<Record<EventRelation, Explained>>,
  unseen: {
    ...together(kinds, 'unseen'),
    'call-site': 'The call site: only the first 20 per second are recorded.',
    payload: 'The content: messages through sockets and channels are counted, not read.',
    counted:
      'The individual events: there were more than can be recorded one by one, so these were only counted.',
  } satisfies Readonly<Record<Unseen, string>>,
  parties: {
    'some-frame': { label: 'a frame', meaning: 'A frame of this origin; it is not visible which one' },
    'earlier-document': {
      label: 'previous document',
      meaning: 'The document that was in this window before',
    },
    'next-document': { label: 'next document', meaning: 'The document that is loaded in this window next' },
    store: { label: 'store', meaning: 'Cookies or storage of this origin' },
    server: { label: 'server', meaning: 'The server at the other end, or the source of the script or image' },
    worker: { label: 'worker', meaning: 'A worker, which extensions cannot look into' },
    'other-end': { label: 'other end', meaning: 'The holder of the other end; it is not visible which one' },
    'not-visible': { label: 'unknown', meaning: 'Neither Chrome nor Firefox shows who it was' },
  } satisfies Readonly<Record<Exclude<Party['who'], 'frame'>, Explained>>,
  sources: {
    extension: 'CORScope, outside the page’s world',
    page: 'scripts in the page’s own world, which the page can influence',
  } satisfies Readonly<Record<PageEventSource, string>>,
  frame: {
    top: 'top',
    inner: (frameId: number) => `frame ${frameNumber(frameId)}`,
    /** A frame of another tab than the watched one. */
    inOtherTab: (frame: string) => `another tab, ${frame}`,
    unknownOrigin: 'unknown origin',
  },
  /** A request between the events of the timeline. */
  request: { label: 'request', show: 'Show in Requests' },
  what: {
    listeners: (count: number) => plural(count, 'listener', 'listeners'),
    characters: (count: number) => plural(count, 'character', 'characters'),
    empty: 'empty',
    /** A function that a script called; the size of the data is null if it was not measured. */
    called: (name: string, size: number | null) =>
      size === null ? name : `${name}, ${plural(size, 'character', 'characters')}`,
    /** Of all messages, text and binary. */
    size: (characters: number, bytes: number) =>
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
    times: (count: number) => `× ${number(count)}`,
  },
  bar: {
    label: 'Message filters',
    filter: 'Filter messages',
    filterPlaceholder: 'Filter: origin, data, URL, script',
    filterMeaning:
      'Words that must all occur in kind, origins, data, URLs or call sites; -word excludes matches',
    kinds: 'Kinds',
    origin: 'Origin',
    allOrigins: 'All origins',
    originCount: (origin: string, count: number) => `${origin} (${number(count)})`,
    withRequests: 'With requests',
    withRequestsMeaning: 'Shows the page’s requests between the events, in order of time',
    readData: 'Read data',
    readDataMeaning:
      'Keeps the beginning of each message’s content, from now on and for this recording. It costs the page time: Chrome decodes each message a second time, and large messages take up to twice as long.',
    /** `events` where rows stand for more than themselves. */
    shown: (shown: number, total: number, events: number) =>
      (shown === total
        ? plural(total, 'row', 'rows')
        : `${number(shown)} of ${plural(total, 'row', 'rows')}`) +
      (events === shown ? '' : `, ${plural(events, 'event', 'events')}`),
    dropped: (count: number) => `${plural(count, 'older event', 'older events')} dropped: the log is full`,
  },
  empty: {
    recording: {
      what: 'Recording, no messages yet',
      hint: 'Reload the page: communication between its frames is recorded from the next navigation on.',
    },
    filtered: {
      what: 'No matching events',
      hint: 'Events were recorded, but the filters hide all of them.',
    },
    paused: { what: 'Paused', hint: 'New messages are not recorded.' },
    gone: { what: 'The tab is closed', hint: 'Its frames sent no messages while it was recorded.' },
    pageWorldOff:
      'Scripts in the page’s own world are off: calls, listeners and the writers of names and fragments are not observed.',
    turnOn: 'Turn on from next navigation',
  } satisfies Readonly<
    Record<'recording' | 'filtered' | 'paused' | 'gone', { readonly what: string; readonly hint: string }>
  > & {
    /** Where the page's own world is switched off. */ readonly pageWorldOff: string;
    readonly turnOn: string;
  },
  detail: {
    label: 'Selected event',
    rule: 'Rule',
    risk: (label: string) => `Risk: ${label}`,
    facts: 'Facts',
    time: 'Time',
    kind: 'Kind',
    from: 'From',
    to: 'To',
    url: 'URL',
    relation: 'Relation',
    count: 'Count',
    counted: (count: number) => `${number(count)}, only counted`,
    seenBy: 'Observed by',
    data: 'Data',
    value: 'Value',
    size: 'Size',
    cut: (kept: number) => `the first ${number(kept)} are kept`,
    callSite: 'Call site',
    /** Of the first of several. */
    firstCallSite: 'First call site',
    channel: 'Channel',
    otherEnds: 'Other ends seen',
    noOtherEnds: 'The other end is not visible.',
    threw: 'Threw',
    method: 'Method',
    yesNo: (is: boolean | null) => (is === null ? 'unknown' : is ? 'yes' : 'no'),
    unseen: 'Not visible',
    ...together(kinds, 'facts'),
  },
};
