import type { FrameFacts } from '../../../src/protocol/facts';
import type { FrameRef, PageEventFacts } from '../../../src/protocol/page-events';
import { frameFacts } from '../../support/facts';
import { pageEvent, ranListener } from '../../support/page-events';

const startMs = 1_700_000_000_000;
const shop = 'https://shop.example';

/**
 * The frames of a shop: the page, its helper, a payment frame with a page of the shop inside, a sandboxed
 * widget.
 */
export const frames: readonly FrameFacts[] = [
  frameFacts(0, `${shop}/checkout`, { documentId: 'd1' }),
  frameFacts(4, `${shop}/helper.html`),
  frameFacts(7, 'https://pay.example/frame?session=1#step=2'),
  frameFacts(9, 'https://widget.example/widget', { origin: 'null' }),
  frameFacts(11, `${shop}/return.html#step=2`, { parentFrameId: 7 }),
];

const [top, helper, pay, widget, back] = frames.map(
  ({ frameId, documentId, origin }): FrameRef => ({ frameId, documentId, origin }),
) as [FrameRef, FrameRef, FrameRef, FrameRef, FrameRef];
const stack = [
  'at send (https://shop.example/assets/checkout.js?v=3:120:14)',
  'at HTMLButtonElement.<anonymous> (https://shop.example/assets/checkout.js?v=3:88:5)',
];
const onMessage = ranListener({
  name: 'onMessage',
  registeredAt: { stack: ['at init (https://shop.example/assets/checkout.js?v=3:12:3)'] },
  text: "function onMessage({ data, origin }) {\n  if (!origin.startsWith('https://pay.example')) return;\n  apply(data);\n}",
  reads: ['data', 'origin'],
});
const anyone = ranListener({ id: 2, text: '({ data }) => resize(data.height)', reads: ['data'] });
const text = (value: unknown) => {
  const whole = typeof value === 'string' ? value : JSON.stringify(value).replace(/"(\w+)":/g, '$1: ');
  return { text: whole.slice(0, 2_048), length: whole.length };
};

/** The page events of the shop, in order of time. */
export const pageEvents: readonly PageEventFacts[] = [
  pageEvent.windowName({ frame: top, action: 'survived', value: text('from the search page'), before: null }),
  pageEvent.messageSent({ frame: pay, callSite: { stack } }),
  pageEvent.messageReceived({
    frame: top,
    senderOrigin: 'https://pay.example',
    from: pay,
    data: text({ type: 'ready', version: 3 }),
    listeners: [onMessage, anyone],
  }),
  pageEvent.messageSent({ frame: helper, callSite: { stack } }),
  pageEvent.messageReceived({
    frame: helper,
    senderOrigin: shop,
    from: top,
    data: text('warm up'),
    listeners: [onMessage],
  }),
  pageEvent.messageReceived({ frame: top, senderOrigin: shop, from: top, listeners: [] }),
  pageEvent.messageReceived({
    frame: top,
    senderOrigin: 'null',
    from: widget,
    data: text({ height: 480 }),
    listeners: [onMessage],
  }),
  pageEvent.messageReceived({
    frame: widget,
    senderOrigin: shop,
    from: top,
    data: text({ theme: 'dark' }),
    listeners: [],
  }),
  pageEvent.messageReceived({ frame: top, senderOrigin: 'https://ads.tracker.example', from: null }),
  pageEvent.messageReceived({
    frame: top,
    senderOrigin: 'https://api.shop.example',
    from: null,
    listeners: [onMessage],
  }),
  pageEvent.messageReceived({
    frame: top,
    senderOrigin: 'https://pay.example',
    from: null,
    isTrusted: false,
  }),
  pageEvent.windowName({
    frame: pay,
    value: text('{"cart":[{"id":4711,"qty":2}],"token":"s3cret"}'),
    callSite: { stack: ['at https://pay.example/f.js:1:2'] },
  }),
  pageEvent.windowName({
    frame: { ...pay, documentId: 'd8', origin: 'https://evil.example' },
    action: 'survived',
    value: {
      text: '{"cart":[{"id":4711,"qty":2}],"token":"s3cret"}'.repeat(20).slice(0, 1_024),
      length: 48_211,
    },
    before: { origin: 'https://pay.example', hadSameValue: true },
  }),
  pageEvent.fragmentChanged({
    frame: pay,
    oldUrl: 'https://pay.example/frame?session=1#step=1',
    newUrl: 'https://pay.example/frame?session=1#step=2',
  }),
  pageEvent.fragmentChanged({
    frame: top,
    oldUrl: `${shop}/checkout`,
    newUrl: `${shop}/checkout#address`,
    by: 'own-realm',
    callSite: { stack },
  }),
  pageEvent.scriptLoaded({ frame: top }),
  pageEvent.messageReceived({ frame: top, senderOrigin: 'https://pay.example', from: pay, count: 18_240 }),
  pageEvent.messageReceived({
    frame: { frameId: 0, documentId: 'p1', origin: 'https://login.example' },
    openedTabId: 12,
    senderOrigin: shop,
    from: top,
    fromTabId: 3,
    data: text({ state: 'odd \u202e text', note: 'x'.repeat(3_000) }),
    listeners: [onMessage],
  }),
  pageEvent.socketTraffic({ frame: top, callSite: { stack } }),
  pageEvent.socketTraffic({
    frame: top,
    direction: 'received',
    count: 1_204,
    characters: 96_000,
    bytes: 4_096,
  }),
  pageEvent.channelTraffic({ frame: widget, channel: 'message-port', from: shop }),
  pageEvent.channelTraffic({ frame: top, channel: 'message-port', direction: 'sent', callSite: { stack } }),
  pageEvent.channelTraffic({ frame: helper, channel: 'broadcast-channel', name: 'cart' }),
  pageEvent.channelTraffic({
    frame: top,
    channel: 'broadcast-channel',
    name: 'cart',
    direction: 'sent',
    count: 2,
  }),
  pageEvent.channelTraffic({ frame: top, channel: 'worker', name: `${shop}/assets/worker.js` }),
  pageEvent.domainAssigned({ frame: helper, callSite: { stack } }),
  pageEvent.domainAssigned({
    frame: widget,
    value: 'example',
    errorName: 'SecurityError',
    after: 'shop.page.example',
  }),
  pageEvent.domAccess({ frame: top, callSite: { stack } }),
  pageEvent.domAccess({ frame: top, what: 'property', source: 'extension', url: '', property: 'token' }),
  pageEvent.canvasRefused({ frame: top, callSite: { stack } }),
  pageEvent.storageUse({ frame: top, callSite: { stack } }),
  pageEvent.storageUse({
    frame: pay,
    what: 'local-storage',
    outcome: 'used',
    name: '',
    isFramed: true,
    top: shop,
  }),
  pageEvent.storageUse({
    frame: widget,
    what: 'session-storage',
    outcome: 'refused',
    name: '',
    isFramed: true,
  }),
  pageEvent.storageUse({
    frame: pay,
    what: 'storage-access',
    outcome: 'asked',
    name: 'requestStorageAccess',
    isFramed: true,
  }),
  pageEvent.storageUse({
    frame: top,
    what: 'local-storage',
    outcome: 'changed',
    source: 'extension',
    name: 'cart',
    path: `${shop}/cart`,
  }),
  pageEvent.openedDocument({
    url: 'https://pay.example/window',
    frame: { ...pay, frameId: 0, documentId: 'w2' },
    from: top,
  }),
  pageEvent.openedDocument({
    url: 'https://pay.example/help',
    frame: { ...pay, frameId: 0, documentId: 'w3' },
    openedTabId: 3,
    from: top,
    hasOpener: true,
  }),
  pageEvent.fragmentChanged({
    frame: back,
    oldUrl: `${shop}/return.html`,
    newUrl: `${shop}/return.html#step=2`,
  }),
].map((event, index) => ({ ...event, id: `e${index + 1}`, atMs: startMs + index * 137 }));

/** Returns the same events repeated, each with a new id and time. */
export function manyPageEvents(total: number): readonly PageEventFacts[] {
  return Array.from({ length: total }, (_, index) => {
    const event = pageEvents[index % pageEvents.length]!;
    return { ...event, id: `e${index + 1}`, atMs: startMs + index * 3 };
  });
}
