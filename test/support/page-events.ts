import type {
  CanvasRefused,
  ChannelTraffic,
  DomAccess,
  DomainAssigned,
  FragmentChanged,
  MessageReceived,
  MessageSent,
  OpenedDocument,
  PageEventFacts,
  RanListener,
  RelayedPageEvent,
  ScriptLoaded,
  SocketTraffic,
  StorageUse,
  WindowName,
} from '../../src/protocol/page-events';
import { frameRef } from './facts';

const kindOfChannel = {
  'message-port': 'message-port',
  'broadcast-channel': 'broadcast-channel',
  worker: 'worker-message',
  'shared-worker': 'worker-message',
} as const;

const kindOfStore = {
  cookie: 'cookie',
  'local-storage': 'storage',
  'session-storage': 'storage',
  'indexed-db': 'storage',
  'storage-access': 'storage-access',
} as const;

/** Makes a page event of each kind, changed where it matters. */
export const pageEvent = {
  /** A message that a window of `https://page.example` got from `https://other.example`. */
  messageReceived: like<MessageReceived>({
    ...base('m1'),
    kind: 'post-message',
    direction: 'received',
    senderOrigin: 'https://other.example',
    from: null,
    fromTabId: null,
    isTrusted: true,
    data: null,
    listeners: null,
    readLate: [],
  }),

  /** A call of `postMessage()` on the window of `https://page.example`. */
  messageSent: like<MessageSent>({
    ...base('s1'),
    kind: 'post-message',
    direction: 'sent',
    source: 'page',
    callSite: null,
  }),

  /** A name that a document of `https://page.example` wrote. */
  windowName: like<WindowName>({
    ...base('n1'),
    kind: 'window-name',
    action: 'written',
    value: { text: 'a name', length: 6 },
    callSite: null,
    before: null,
  }),

  /** A fragment of `https://page.example` that changed. */
  fragmentChanged: like<FragmentChanged>({
    ...base('f1'),
    kind: 'location-hash',
    oldUrl: 'https://page.example/',
    newUrl: 'https://page.example/#b',
    by: 'not-visible',
    callSite: null,
  }),

  /** A script that gave data to a function of `https://page.example`. */
  scriptLoaded: like<ScriptLoaded>({
    ...base('j1'),
    kind: 'jsonp',
    source: 'page',
    script: {
      url: 'https://api.example/data?callback=take',
      isInjected: false,
      functions: ['take'],
      calls: [{ name: 'take', holds: 'data', size: 15 }],
      isRemoved: false,
    },
  }),

  /** Three texts that `https://page.example` sent to a server. */
  socketTraffic: like<SocketTraffic>({
    ...base('w1'),
    kind: 'websocket',
    source: 'page',
    count: 3,
    direction: 'sent',
    call: 'script 1',
    url: 'wss://live.example/feed',
    characters: 120,
    bytes: 0,
    callSite: null,
  }),

  /** A message through a port of `https://page.example`. */
  channelTraffic: (part: Partial<ChannelTraffic> = {}): ChannelTraffic => ({
    ...base('c1'),
    kind: kindOfChannel[part.channel ?? 'message-port'],
    source: 'page',
    direction: 'received',
    channel: 'message-port',
    end: '1',
    name: '',
    from: null,
    callSite: null,
    ...part,
  }),

  /** `shop.page.example` that became `page.example`. */
  domainAssigned: like<DomainAssigned>({
    ...base('d1'),
    frame: frameRef({ origin: 'https://shop.page.example' }),
    kind: 'document-domain',
    source: 'page',
    value: 'page.example',
    before: 'shop.page.example',
    after: 'page.example',
    errorName: null,
    isOriginKeyed: false,
    callSite: null,
  }),

  /** A frame of `https://other.example` that gave no document. */
  domAccess: like<DomAccess>({
    ...base('a1'),
    kind: 'dom-access',
    source: 'page',
    what: 'content-document',
    url: 'https://other.example/frame',
    property: null,
    callSite: null,
  }),

  /** A canvas with a picture of `https://img.example`. */
  canvasRefused: like<CanvasRefused>({
    ...base('v1'),
    kind: 'canvas-read',
    source: 'page',
    method: 'getImageData',
    images: [{ url: 'https://img.example/cat.png', crossOrigin: null }],
    callSite: null,
  }),

  /** A cookie that `https://page.example` wrote. */
  storageUse: (part: Partial<StorageUse> = {}): StorageUse => ({
    ...base('k1'),
    kind: kindOfStore[part.what ?? 'cookie'],
    source: 'page',
    what: 'cookie',
    outcome: 'written',
    name: 'sid=; Path=/; Secure',
    path: '/shop/cart',
    isFramed: false,
    top: null,
    callSite: null,
    ...part,
  }),

  /** A document of `https://other.example` that `https://page.example` opened, without an opener. */
  openedDocument: like<OpenedDocument>({
    ...base('o1'),
    kind: 'opener',
    frame: frameRef({ documentId: 'd2', origin: 'https://other.example' }),
    openedTabId: 2,
    url: 'https://other.example/window',
    isFirst: true,
    hasOpener: false,
    from: frameRef(),
    fromTabId: 1,
    isFromOpened: false,
  }),
} as const;

/** A listener without a name that ran and read nothing, changed where it matters. */
export function ranListener(part: Partial<RanListener> = {}): RanListener {
  return { id: 1, name: '', registeredAt: null, text: null, reads: [], ...part };
}

/** A page event as its frame tells it and the background relays it: a canvas names its pictures line by line. */
export function relayed(event: PageEventFacts): RelayedPageEvent {
  if ('channel' in event) return { ...event, kind: 'channel' };
  if ('outcome' in event) return { ...event, kind: 'storage' };
  if (event.kind !== 'canvas-read') return event;
  const images = event.images.map(({ url, crossOrigin }) => `${crossOrigin ?? ''} ${url}\n`).join('');
  return { ...event, images } as RelayedPageEvent;
}

/** Makes what is like `usual`, `part` apart. */
function like<T extends PageEventFacts>(usual: T): (part?: Partial<T>) => T {
  return (part) => ({ ...usual, ...part });
}

function base(id: string) {
  return {
    id,
    atMs: 1_000,
    frame: frameRef(),
    openedTabId: null,
    source: 'extension',
    count: 1,
  } as const;
}
