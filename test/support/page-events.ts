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

/** A message that a window of `https://page.example` got from `https://other.example`, `part` apart. */
export function messageReceived(part: Partial<MessageReceived> = {}): MessageReceived {
  return {
    kind: 'post-message',
    direction: 'received',
    id: 'm1',
    atMs: 1_000,
    frame: { frameId: 0, documentId: 'd1', origin: 'https://page.example' },
    openedTabId: null,
    source: 'extension',
    count: 1,
    senderOrigin: 'https://other.example',
    from: null,
    fromTabId: null,
    isTrusted: true,
    data: null,
    listeners: null,
    readLate: [],
    ...part,
  };
}

/** A listener without a name that ran and read nothing, `part` apart. */
export function ranListener(part: Partial<RanListener> = {}): RanListener {
  return { id: 1, name: '', registeredAt: null, text: null, reads: [], ...part };
}

/** A call of `postMessage()` on the window of `https://page.example`, `part` apart. */
export function messageSent(part: Partial<MessageSent> = {}): MessageSent {
  return { ...base('s1'), kind: 'post-message', direction: 'sent', source: 'page', callSite: null, ...part };
}

/** A name that a document of `https://page.example` wrote, `part` apart. */
export function windowName(part: Partial<WindowName> = {}): WindowName {
  return {
    ...base('n1'),
    kind: 'window-name',
    action: 'written',
    value: { text: 'a name', length: 6 },
    callSite: null,
    before: null,
    ...part,
  };
}

/** A fragment of `https://page.example` that changed, `part` apart. */
export function fragmentChanged(part: Partial<FragmentChanged> = {}): FragmentChanged {
  return {
    ...base('f1'),
    kind: 'location-hash',
    oldUrl: 'https://page.example/',
    newUrl: 'https://page.example/#b',
    by: 'not-visible',
    callSite: null,
    ...part,
  };
}

/** A script that gave data to a function of `https://page.example`, `part` apart. */
export function scriptLoaded(part: Partial<ScriptLoaded> = {}): ScriptLoaded {
  const calls = [{ name: 'take', holds: 'data', size: 15 }] as const;
  const url = 'https://api.example/data?callback=take';
  return {
    ...base('j1'),
    kind: 'jsonp',
    source: 'page',
    script: { url, isInjected: false, functions: ['take'], calls, isRemoved: false },
    ...part,
  };
}

/** Three texts that `https://page.example` sent to a server, `part` apart. */
export function socketTraffic(part: Partial<SocketTraffic> = {}): SocketTraffic {
  return {
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
    ...part,
  };
}

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

/** A message through a port of `https://page.example`, `part` apart. */
export function channelTraffic(part: Partial<ChannelTraffic> = {}): ChannelTraffic {
  return {
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
  };
}

/** `shop.page.example` that became `page.example`, `part` apart. */
export function domainAssigned(part: Partial<DomainAssigned> = {}): DomainAssigned {
  return {
    ...base('d1'),
    frame: { frameId: 0, documentId: 'd1', origin: 'https://shop.page.example' },
    kind: 'document-domain',
    source: 'page',
    value: 'page.example',
    before: 'shop.page.example',
    after: 'page.example',
    errorName: null,
    isOriginKeyed: false,
    callSite: null,
    ...part,
  };
}

/** A frame of `https://other.example` that gave no document, `part` apart. */
export function domAccess(part: Partial<DomAccess> = {}): DomAccess {
  return {
    ...base('a1'),
    kind: 'dom-access',
    source: 'page',
    what: 'content-document',
    url: 'https://other.example/frame',
    property: null,
    callSite: null,
    ...part,
  };
}

/** A canvas with a picture of `https://img.example`, `part` apart. */
export function canvasRefused(part: Partial<CanvasRefused> = {}): CanvasRefused {
  return {
    ...base('v1'),
    kind: 'canvas-read',
    source: 'page',
    method: 'getImageData',
    images: [{ url: 'https://img.example/cat.png', crossOrigin: null }],
    callSite: null,
    ...part,
  };
}

/** A page event as its frame tells it and the background relays it: a canvas names its pictures line by line. */
export function relayed(event: PageEventFacts): RelayedPageEvent {
  if ('channel' in event) return { ...event, kind: 'channel' };
  if ('outcome' in event) return { ...event, kind: 'storage' };
  if (event.kind !== 'canvas-read') return event;
  const images = event.images.map(({ url, crossOrigin }) => `${crossOrigin ?? ''} ${url}\n`).join('');
  return { ...event, images } as RelayedPageEvent;
}

/** A cookie that `https://page.example` wrote, `part` apart. */
export function storageUse(part: Partial<StorageUse> = {}): StorageUse {
  return {
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
  };
}

/** A document of `https://other.example` that `https://page.example` opened, without an opener, `part` apart. */
export function openedDocument(part: Partial<OpenedDocument> = {}): OpenedDocument {
  return {
    ...base('o1'),
    kind: 'opener',
    frame: { frameId: 0, documentId: 'd2', origin: 'https://other.example' },
    openedTabId: 2,
    url: 'https://other.example/window',
    isFirst: true,
    hasOpener: false,
    from: { frameId: 0, documentId: 'd1', origin: 'https://page.example' },
    fromTabId: 1,
    isFromOpened: false,
    ...part,
  };
}

function base(id: string) {
  return {
    id,
    atMs: 1_000,
    frame: { frameId: 0, documentId: 'd1', origin: 'https://page.example' },
    openedTabId: null,
    source: 'extension',
    count: 1,
  } as const;
}
