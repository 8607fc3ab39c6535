import type { ChannelTraffic, MessageReceived, PageEventFacts, StorageUse } from '../protocol/page-events';
import { canvasRules, readCanvasRefused } from './canvas';
import { documentDomainRules, readDomainAssigned } from './document-domain';
import { domAccessRules, readDomAccess } from './dom-access';
import { locationHashRules, readFragmentChanged } from './location-hash';
import { channelRules, readChannelTraffic } from './message-channels';
import { openerRules, readOpenedDocument } from './openers';
import type { PolicyRule } from './policy-violation';
import { postMessageRules, readReceived, readSent } from './post-message';
import type { Reading, RelationOf } from './reading';
import { readScriptLoaded, scriptRules } from './script-loaded';
import type { ProxyRule } from './server-proxy';
import { readStorageUse, storageRules } from './storage';
import { readSocketTraffic, webSocketRules } from './web-socket';
import { readWindowName, windowNameRules } from './window-name';

/** Every rule that a page event can fall under, with the risk that goes with it. */
export const pageEventRules = {
  ...postMessageRules,
  ...windowNameRules,
  ...locationHashRules,
  ...scriptRules,
  ...webSocketRules,
  ...channelRules,
  ...documentDomainRules,
  ...domAccessRules,
  ...canvasRules,
  ...storageRules,
  ...openerRules,
};

/** Under which rule a page event falls. */
export type PageEventRule = keyof typeof pageEventRules;

const channelKinds = {
  'message-port': 'message-port',
  'broadcast-channel': 'broadcast-channel',
  worker: 'worker-message',
  'shared-worker': 'worker-message',
} as const satisfies Readonly<Record<ChannelTraffic['channel'], string>>;

/** Through what kind of channel something went. */
export type ChannelKind = (typeof channelKinds)[ChannelTraffic['channel']];

/** Of cookies, of the Storage Access API, or of what else keeps data. */
export type StorageKind = 'cookie' | 'storage' | 'storage-access';

/** What a page event is, in the user's words: a message that came and a call that sent one are two things. */
export type EventKind =
  | MessageReceived['direction']
  | 'sent'
  | ChannelKind
  | StorageKind
  | Exclude<PageEventFacts['kind'], 'post-message' | 'channel' | 'storage'>;

/** What only a report has as page events: requests tell it, and the panel shows it beside them. */
export type ToldByRequests = 'csp-violation' | 'coep-violation' | 'server-proxy';

/** Under which rule something falls that requests tell. */
export type ToldRule = PolicyRule | ProxyRule;

/** Every kind, in the order in which they are shown. */
export const eventKinds: readonly EventKind[] = [
  'received',
  'sent',
  'window-name',
  'location-hash',
  'jsonp',
  'websocket',
  'message-port',
  'broadcast-channel',
  'worker-message',
  'document-domain',
  'dom-access',
  'canvas-read',
  'cookie',
  'storage',
  'storage-access',
  'opener',
];

/** Of which kind a page event is. */
export function eventKind(event: PageEventFacts): EventKind {
  switch (event.kind) {
    case 'post-message':
      return event.direction;
    case 'channel':
      return channelKind(event.channel);
    case 'storage':
      return storageKind(event.what);
    default:
      return event.kind;
  }
}

/** What messages through it are. */
export function channelKind(channel: ChannelTraffic['channel']): ChannelKind {
  return channelKinds[channel];
}

/** What a use of it is. */
export function storageKind(what: StorageUse['what']): StorageKind {
  return what === 'cookie' || what === 'storage-access' ? what : 'storage';
}

/** What is made of a page event. */
export type PageEventReading = Reading<PageEventRule>;

/** What is made of a page event, by the channel that it is of. */
export function readPageEvent(event: PageEventFacts, relationOf: RelationOf): PageEventReading {
  switch (event.kind) {
    case 'post-message':
      return event.direction === 'received' ? readReceived(event, relationOf) : readSent(event);
    case 'window-name':
      return readWindowName(event, relationOf);
    case 'location-hash':
      return readFragmentChanged(event);
    case 'jsonp':
      return readScriptLoaded(event, relationOf);
    case 'websocket':
      return readSocketTraffic(event, relationOf);
    case 'channel':
      return readChannelTraffic(event, relationOf);
    case 'document-domain':
      return readDomainAssigned(event, relationOf);
    case 'dom-access':
      return readDomAccess(event, relationOf);
    case 'canvas-read':
      return readCanvasRefused(event, relationOf);
    case 'storage':
      return readStorageUse(event, relationOf);
    case 'opener':
      return readOpenedDocument(event, relationOf);
  }
}
