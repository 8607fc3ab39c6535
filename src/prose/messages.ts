import type { ImageLack } from '../channels/canvas';
import type { EventKind, PageEventRule, ToldByRequests, ToldRule } from '../channels/read-page-event';
import type { EventRelation, Party, RiskCode, Unseen } from '../channels/reading';
import type { ScriptCookieBecause } from '../channels/storage';
import type { ChannelTraffic, PageEventSource, StorageUse } from '../protocol/page-events';
import { messagesEn } from './en/messages';
import type { Explained } from './origins';
import type { Language } from './prose';
import { messagesZhCn } from './zh-cn/messages';

/** A few words for a row, and the whole sentence. */
export interface Ruled {
  readonly label: string;
  readonly sentence: string;
}

/** A heading of the Messages table. */
export type MessageColumn = 'time' | 'kind' | 'lanes' | 'from' | 'to' | 'relation' | 'what' | 'rule';

/** Everything that is said of page events, in one language. Loaded with the view that says it. */
export interface MessagesProse {
  /** `short`: in a row, beside its picture. */
  readonly kinds: Readonly<Record<EventKind | ToldByRequests, Explained & { readonly short: string }>>;
  readonly relations: Readonly<Record<EventRelation, Explained>>;
  readonly rules: Readonly<Record<PageEventRule | ToldRule, Ruled>>;
  readonly risks: Readonly<Record<RiskCode, Ruled>>;
  readonly unseen: Readonly<Record<Unseen, string>>;
  readonly parties: Readonly<Record<Exclude<Party['who'], 'frame'>, Explained>>;
  readonly sources: Readonly<Record<PageEventSource, string>>;
  readonly frame: {
    readonly top: string;
    inner(frameId: number): string;
    /** A frame of another tab than the watched one. */
    inTab(tabId: number, frame: string): string;
    readonly unknownOrigin: string;
  };
  /** A request between the events of the timeline. */
  readonly request: { readonly label: string; readonly show: string };
  readonly what: {
    listeners(count: number): string;
    characters(count: number): string;
    readonly empty: string;
    /** A function that a script called; the size of the data is null where it was not measured. */
    called(name: string, size: number | null): string;
    /** Of all messages; what has none of one kind says nothing of it. */
    size(characters: number, bytes: number): string;
    readonly channels: Readonly<Record<ChannelTraffic['channel'], string>>;
    readonly stores: Readonly<Record<StorageUse['what'], string>>;
  };
  readonly table: {
    readonly label: string;
    readonly columns: Readonly<Record<MessageColumn, string>>;
    times(count: number): string;
  };
  readonly bar: {
    readonly label: string;
    readonly filter: string;
    readonly filterPlaceholder: string;
    readonly filterMeaning: string;
    readonly kinds: string;
    readonly origin: string;
    readonly allOrigins: string;
    originCount(origin: string, count: number): string;
    readonly withRequests: string;
    readonly withRequestsMeaning: string;
    readonly readData: string;
    readonly readDataMeaning: string;
    /** `events` where rows stand for more than themselves. */
    shown(shown: number, total: number, events: number): string;
    dropped(count: number): string;
  };
  readonly empty: Readonly<
    Record<'recording' | 'filtered' | 'paused' | 'gone', { readonly what: string; readonly hint: string }>
  > & {
    /** Where the page's own world is switched off. */
    readonly pageWorldOff: string;
    readonly turnOn: string;
  };
  readonly detail: {
    readonly label: string;
    readonly rule: string;
    risk(label: string): string;
    readonly facts: string;
    readonly time: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly url: string;
    readonly relation: string;
    readonly count: string;
    counted(count: number): string;
    /** What an event that the page made says of its origin. */
    readonly claimed: string;
    readonly seenBy: string;
    readonly data: string;
    readonly value: string;
    readonly size: string;
    cut(kept: number): string;
    readonly oldFragment: string;
    readonly newFragment: string;
    readonly noFragment: string;
    readonly before: string;
    readonly beforeSame: string;
    readonly beforeOther: string;
    readonly listeners: string;
    readonly noListeners: string;
    readonly anonymous: string;
    readonly registeredAt: string;
    readonly registeredUnseen: string;
    readonly callSite: string;
    readonly script: string;
    readonly calledBack: string;
    /** Of the first of several. */
    readonly firstCallSite: string;
    readonly channel: string;
    readonly otherEnds: string;
    readonly noOtherEnds: string;
    readonly domainBefore: string;
    readonly domainAfter: string;
    readonly threw: string;
    readonly originKeyed: string;
    yesNo(is: boolean | null): string;
    readonly sameOriginDomain: string;
    readonly noSameOriginDomain: string;
    readonly domainOpens: string;
    readonly frameSource: string;
    readonly property: string;
    readonly method: string;
    readonly images: string;
    readonly lacks: Readonly<Record<ImageLack, string>>;
    readonly trap: string;
    readonly store: string;
    readonly cookie: string;
    readonly key: string;
    readonly topOrigin: string;
    readonly changedBy: string;
    readonly computed: string;
    readonly computedBecause: Readonly<Record<ScriptCookieBecause, string>>;
    readonly handshake: string;
    handshakeStatus(status: number): string;
    readonly handshakeFailed: string;
    readonly handshakeUnknown: string;
    readonly unseen: string;
  };
}

/** What is said of page events in a language. */
export function messagesProseFor(language: Language): MessagesProse {
  return language === 'zh-CN' ? messagesZhCn : messagesEn;
}
