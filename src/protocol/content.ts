import type { SerializedOrigin } from '../engine';
import type { FragmentChanged, MessageReceived, MessageSent, ScriptLoaded, WindowName } from './page-events';
import type { HintApi, PageCall, PageEnd, PageHint } from './page-hints';

export {
  eventFields,
  maxDataPreview,
  maxFrames,
  maxListenerText,
  maxNamePreview,
  maxTexts,
} from './page-bounds';

/** A path down a frame tree: for each step the index of the child and the number of children. */
export type FramePath = readonly (readonly [index: number, of: number])[];

/** A frame of a tab: the browser's own id if scripts can read it (Firefox), otherwise its path. */
export type Spot = number | FramePath;

/** The position of a window, as seen from the frame that received a message. */
export interface Whereabouts {
  /** This frame's tab, the tab that opened it, or one that was opened from `openedFrom`. */
  readonly tab: 'here' | 'opener' | 'opened';
  readonly openedFrom: Spot | null;
  readonly spot: Spot;
  /** The origin of the message that it sent. */
  readonly origin: SerializedOrigin;
}

/** A frame, as the background identified it. */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
}

/** The content of `window.name` that a document left or found: enough to recognise it. */
export interface NameState {
  readonly length: number;
  readonly hash: number;
}

type Sent<Event> = Omit<Event, 'id' | 'frame' | 'openedTabId'>;

/** A page event as its frame sends it. The browser identifies the frame. */
export type ReportedEvent =
  | (Omit<Sent<MessageReceived>, 'from' | 'fromTabId'> & { readonly from: Place | null })
  | Sent<MessageSent>
  | (Omit<Sent<WindowName>, 'before'> & { readonly state: NameState })
  | Sent<FragmentChanged>
  | Sent<ScriptLoaded>;

/** A page event as the background receives it: the other fields are not parsed yet. */
export type UnparsedEvent = Pick<ReportedEvent, 'atMs' | 'count'> & { readonly kind: string };

type Frameless<Hint> = Hint extends { readonly type: 'call' }
  ? Pick<Hint & PageCall, 'type' | 'id' | 'atMs' | 'api' | 'url'> & Partial<Omit<Hint, 'frame'>>
  : Omit<Hint, 'frame'>;

/** A hint as its frame sends it. A call omits what its API does not let the page choose. */
export type ReportedHint = Frameless<PageHint>;

/**
 * The name of the ports through which documents in Firefox send to the background. Firefox logs an error for
 * each promise of an API that settles after its document was left; a port has no promises.
 */
export const documentPort = 'document';

/** A message on such a port. After `left` no answer is expected. */
export interface DocumentQuestion {
  readonly id: number;
  /** A `FromContent`, to be parsed. */
  readonly message: unknown;
}

/** The background's answer; undefined if it did not take the message. */
export interface DocumentAnswer {
  readonly id: number;
  readonly answer?: unknown;
}

/**
 * What a frame's script sends to the background. The messages do not name the frame or its origin, because
 * the browser does.
 */
export type FromContent =
  /**
   * I run in a document: is its tab watched? Answered with a `ContentState`. `cameBack`: its script has asked
   * before, and the user went back or forward to the document.
   */
  | {
      readonly type: 'here';
      readonly hasOpener: boolean;
      readonly cameBack: boolean;
      /** The content of `window.name` when the document begins. */
      readonly name: NameState;
    }
  /** Do the document's policies allow WebAssembly? Answered with a boolean, once its headers are known. */
  | { readonly type: 'wasm' }
  /** Which frames are these? Answered with a `Place` or null for each. */
  | { readonly type: 'where'; readonly whereabouts: readonly (Whereabouts | null)[] }
  | {
      readonly type: 'page-events';
      readonly events: readonly UnparsedEvent[];
    }
  /** The document's requests and their ends: `ReportedHint`s, to be parsed together with the frame. */
  | {
      readonly type: 'page-hints';
      readonly hints: readonly unknown[];
      /** Whether the page's own world reports its calls. */
      readonly withCalls: boolean;
      /** How many hints beyond the limit were dropped. */
      readonly dropped: number;
    }
  /** What the document leaves in `window.name`, if that changed since the last report. */
  | { readonly type: 'name'; readonly state: NameState };

/** What the background sends to the scripts in frames. */
export type ToContent =
  | ContentState
  /** Send everything, and answer when the background has taken it. */
  | { readonly type: 'flush' }
  /** Chromium only: what is your path? Answered with a `FramePath` or null. */
  | { readonly type: 'where-are-you' };

/** What the scripts in a frame should do. */
export interface ContentState {
  readonly type: 'content-state';
  /** Increases with each state, because a later message can overtake an answer. */
  readonly version: number;
  readonly isOn: boolean;
  /** Whether the data of messages is wanted. */
  readonly data: boolean;
  /** Whether scripts may observe in the page's own world. */
  readonly pageWorld: boolean;
  /**
   * In the answer to `here`: whether the document's policies allow WebAssembly; null if its headers are not known
   * yet.
   */
  readonly canCompile?: boolean | null;
  /** In the answer to `here`: the frame itself. */
  readonly place?: Place;
}

/** Fields with primitive, bounded values. Nothing else is known about them. */
export type FlatFields = Readonly<Record<string, string | number | boolean | null>>;

/** What the script in the page's own world hands over. The page can forge it. */
export type HandedOver =
  | { readonly kind: 'sent'; readonly atMs: number; readonly count: number; readonly stack: string | null }
  | { readonly kind: 'name'; readonly atMs: number; readonly count: number; readonly stack: string | null }
  | { readonly kind: 'navigate'; readonly stack: string | null }
  | {
      readonly kind: 'listener';
      readonly id: number;
      readonly name: string;
      readonly stack: string | null;
      readonly text: string | null;
    }
  /** A listener ran for a receipt, and which fields were read meanwhile: bits of `eventFields`. */
  | {
      readonly kind: 'ran';
      readonly receipt: number;
      readonly listener: number;
      readonly reads: number | null;
    }
  /** Which fields of a receipt's message were read while no listener was known to run. */
  | { readonly kind: 'late'; readonly receipt: number; readonly reads: number }
  /** A call, its end or its exception, in fields that are not parsed yet. */
  | {
      readonly kind: 'hint';
      readonly atMs: number;
      readonly words: FlatFields;
      readonly stack: string | null;
    }
  /** A script whose URL names functions has loaded or failed to load. Names are one a line. */
  | {
      readonly kind: 'script';
      readonly atMs: number;
      readonly url: string;
      readonly isInjected: boolean;
      readonly isRemoved: boolean;
      readonly functions: string;
      /** One call a line: the name, what its arguments hold, and their size. */
      readonly calls: string;
    }
  /** A page event of a kind that only the page's world can see, in fields that are not parsed yet. */
  | {
      readonly kind: 'event';
      readonly type: string;
      readonly atMs: number;
      readonly count: number;
      readonly words: FlatFields;
      readonly stack: string | null;
    }
  /** The number of hints beyond the limit. */
  | { readonly kind: 'dropped'; readonly count: number };

/** Messages from one window of one origin that the page's own world counted, and the time of the first. */
export interface Counted {
  readonly source: MessageEventSource | null;
  readonly senderOrigin: string;
  readonly isTrusted: boolean;
  readonly atMs: number;
  readonly count: number;
}

/** A hint from the page's own world: flat, and not checked yet. */
export type FlatHint =
  | {
      readonly kind: 'hint';
      readonly type: 'call';
      readonly id: string;
      readonly atMs: number;
      readonly api: HintApi;
      readonly url: string;
      readonly method?: string | null;
      readonly mode?: string | null;
      readonly credentialsMode?: string | null;
      readonly redirectMode?: string | null;
      readonly integrity?: string | null;
      readonly keepalive?: boolean | null;
      readonly hasSignal?: boolean | null;
      readonly isStreamingBody?: boolean | null;
      readonly targetAddressSpace?: string | null;
      /** The names, one a line. */
      readonly headerNames?: string | null;
      readonly stack: string | null;
    }
  | {
      readonly kind: 'hint';
      readonly type: 'ended';
      readonly call: string;
      readonly atMs: number;
      readonly how: PageEnd;
    }
  | {
      readonly kind: 'hint';
      readonly type: 'threw';
      readonly call: string;
      readonly atMs: number;
      readonly errorName: string;
    };

/** How many page events a frame's script sends in a second; further ones are counted. */
export const maxEventsPerSecond = 1_000;
/**
 * How many senders a frame's script counts messages of at a time; further ones are counted without a source.
 */
export const maxSenders = 1_000;
/** How many hints a frame's script sends in a second; further ones are counted. */
export const maxHintsPerSecond = 1_000;
