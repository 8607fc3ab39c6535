import type { MessageReceived, PageEventFacts } from '../protocol/page-events';
import { canvasRules, readCanvasRefused } from './canvas';
import { documentDomainRules, readDomainAssigned } from './document-domain';
import { domAccessRules, readDomAccess } from './dom-access';
import { locationHashRules, readFragmentChanged } from './location-hash';
import { channelRules, readChannelTraffic } from './message-channels';
import { openerRules, readOpenedDocument } from './openers';
import { postMessageRules, readReceived, readSent } from './post-message';
import type { Reading, RelationOf } from './reading';
import { readScriptLoaded, scriptRules } from './script-loaded';
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

/** What a page event is, in the user's words: a message that came and a call that sent one are two things. */
export type EventKind =
  | MessageReceived['direction']
  | 'sent'
  | Exclude<PageEventFacts['kind'], 'post-message'>;

/** Every kind, in the order in which they are shown. */
export const eventKinds: readonly EventKind[] = [
  'received',
  'sent',
  'window-name',
  'location-hash',
  'jsonp',
  'web-socket',
  'channel',
  'document-domain',
  'dom-access',
  'canvas',
  'storage',
  'opener',
];

type Kinded =
  | { readonly kind: 'post-message'; readonly direction: 'received' | 'sent' }
  | { readonly kind: Exclude<PageEventFacts['kind'], 'post-message'> };

/** Of which kind a page event is. */
export function eventKind(event: Kinded): EventKind {
  return event.kind === 'post-message' ? event.direction : event.kind;
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
    case 'web-socket':
      return readSocketTraffic(event, relationOf);
    case 'channel':
      return readChannelTraffic(event, relationOf);
    case 'document-domain':
      return readDomainAssigned(event, relationOf);
    case 'dom-access':
      return readDomAccess(event, relationOf);
    case 'canvas':
      return readCanvasRefused(event, relationOf);
    case 'storage':
      return readStorageUse(event, relationOf);
    case 'opener':
      return readOpenedDocument(event, relationOf);
  }
}
